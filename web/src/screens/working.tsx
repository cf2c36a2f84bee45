import { useEffect, useState } from "preact/hooks";
import { FaultCard } from "../parts/fault.tsx";
import { Koala } from "../parts/koala.tsx";
import { Screen } from "../parts/screen.tsx";
import { getRoute, go, turn } from "../route.ts";
import type { Fault } from "../server/fault.ts";
import type { Step } from "../server/request.ts";
import { useStore } from "../store.ts";
import { type Texts, useTexts } from "../texts/texts.ts";
import { cancel, draft, putAside, retry, type Work, work } from "../work.ts";

const LONG_MILLISECONDS = 8000;

/** What the app is doing, how far it is, and a way out; or what went wrong and the ways on. */
export function Working() {
  const now = useStore(work);
  const texts = useTexts();
  useEffect(() => {
    // Done is idle too, and then the address is the answer's already.
    if (now.state === "idle" && getRoute().at === "working") {
      turn({ at: "scan" });
    }
  }, [now.state]);
  return (
    <Screen name="working" title={texts.working.title} hideTitle={now.state === "failed"}>
      {now.state === "running" && <Running {...now} />}
      {now.state === "failed" && <Failed {...now} />}
    </Screen>
  );
}

function Running({ step }: Extract<Work, { state: "running" }>) {
  const texts = useTexts();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const alarm = setTimeout(() => setLong(true), LONG_MILLISECONDS);
    return () => clearTimeout(alarm);
  }, []);
  const share = shareOf(step);
  return (
    <div class="running">
      <Koala mood="maybe-vegan" />
      <p role="status">{wordsOf(step, texts)}</p>
      <progress
        aria-label={texts.working.title}
        max={1}
        {...(share === null ? {} : { value: share })}
      />
      {long && <p class="small">{texts.working.slow}</p>}
      <button type="button" class="soft" onClick={cancel}>
        {texts.cancel}
      </button>
    </div>
  );
}

function shareOf(step: Step): number | null {
  switch (step.name) {
    case "sending":
    case "reading":
      return step.share;
    case "preparing":
    case "waiting":
    case "queued":
    case "judging":
      return null;
  }
}

function wordsOf(step: Step, { working }: Texts): string {
  switch (step.name) {
    case "sending":
      return `${working.sending} ${Math.round(step.share * 100)} %`;
    case "queued":
      return working.queued(step.ahead);
    case "preparing":
    case "waiting":
    case "reading":
    case "judging":
      return working[step.name];
  }
}

/** Whether the same could succeed later. */
function mayBeLater({ kind }: Fault): boolean {
  return !["storage-full", "storage-off", "absent", "no-media"].includes(kind);
}

function Failed({ task, fault, queued }: Extract<Work, { state: "failed" }>) {
  const texts = useTexts();
  const leave = () => work.set({ state: "idle" });
  return (
    <>
      <Koala mood={queued ? "unknown" : "non-vegan"} />
      <FaultCard fault={fault} calm={queued}>
        {task !== null && !queued && (
          <button type="button" class="main" onClick={() => void retry(task)}>
            {texts.retry}
          </button>
        )}
        {task !== null && !queued && mayBeLater(fault) && (
          <button
            type="button"
            class="soft"
            onClick={async () => {
              const full = await putAside(task);
              work.set({ state: "failed", task, fault: full ?? fault, queued: full === null });
              if (full === null) {
                go({ at: "history" });
              }
            }}
          >
            {texts.working.later}
          </button>
        )}
        {task?.kind === "text" && !task.partial && (
          <button
            type="button"
            class="soft"
            onClick={() => {
              draft.set(task.text);
              leave();
            }}
          >
            {texts.working.edit}
          </button>
        )}
        <button type="button" class="plain" onClick={leave}>
          {texts.result.newScan}
        </button>
      </FaultCard>
    </>
  );
}
