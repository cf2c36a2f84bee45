import { useEffect, useRef, useState } from "preact/hooks";
import type { Kept, Waiting } from "../keep/database.ts";
import { all, historyChanged, keep, remove, restore } from "../keep/history.ts";
import { titleOf } from "../keep/kept.ts";
import { again, asked, drain, forget, waiting } from "../keep/queue.ts";
import { FaultCard } from "../parts/fault.tsx";
import { Icon, Mark, Star } from "../parts/icons.tsx";
import { Koala } from "../parts/koala.tsx";
import { Screen } from "../parts/screen.tsx";
import { fragment } from "../route.ts";
import { labelLanguage } from "../server/analysis.ts";
import type { Fault } from "../server/fault.ts";
import { useSettings } from "../settings.ts";
import { useStore } from "../store.ts";
import { type Texts, useTexts } from "../texts/texts.ts";

/** What was asked before, and what still waits. */
export function History() {
  const texts = useTexts();
  const change = useStore(historyChanged);
  const [answers, setAnswers] = useState<readonly Kept[] | null>(null);
  const [search, setSearch] = useState("");
  const [favourites, setFavourites] = useState(false);
  const [removed, setRemoved] = useState<Kept | null>(null);
  useEffect(() => {
    void all().then(setAnswers);
  }, [change]);

  const shown = (answers ?? []).filter(
    (kept) => (!favourites || kept.favourite) && fits(kept, search, texts),
  );
  return (
    <Screen name="history" title={texts.history.title}>
      <Queue />
      {removed !== null && (
        <Undo
          key={removed.id}
          onUndo={() => {
            void restore(removed);
            setRemoved(null);
          }}
        />
      )}
      {answers?.length === 0 && (
        <div class="nothing">
          <Koala mood="unknown" />
          <p>{texts.history.empty}</p>
        </div>
      )}
      {answers !== null && answers.length > 0 && (
        <>
          <search class="filters">
            <label class="hidden" for="history-search">
              {texts.history.search}
            </label>
            <input
              id="history-search"
              type="search"
              placeholder={texts.history.search}
              value={search}
              onInput={(event) => setSearch(event.currentTarget.value)}
            />
            <label class="check">
              <input
                type="checkbox"
                checked={favourites}
                onChange={(event) => setFavourites(event.currentTarget.checked)}
              />
              {texts.history.favourites}
            </label>
          </search>
          <p class="small" role="status">
            {shown.length === 0 ? texts.history.nothing : texts.history.count(shown.length)}
          </p>
          <ul class="rows answers">
            {shown.map((kept) => (
              <Answer
                key={kept.id}
                kept={kept}
                onRemove={async () => {
                  await remove(kept);
                  setRemoved(kept);
                }}
              />
            ))}
          </ul>
        </>
      )}
    </Screen>
  );
}

/** Takes the focus, which went with the row. */
function Undo({ onUndo }: { onUndo: () => void }) {
  const { history } = useTexts();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <p class="card undo" role="status">
      {history.removed}{" "}
      <button
        ref={button}
        type="button"
        class="soft"
        onClick={() => {
          document.querySelector("h1")?.focus();
          onUndo();
        }}
      >
        {history.undo}
      </button>
    </p>
  );
}

function fits(kept: Kept, search: string, texts: Texts): boolean {
  const wanted = search.trim().toLowerCase();
  const verdict = texts.verdicts[kept.analysis.status];
  return `${kept.name} ${kept.text} ${titleOf(kept, "")} ${verdict}`.toLowerCase().includes(wanted);
}

function Answer({ kept, onRemove }: { kept: Kept; onRemove: () => Promise<void> }) {
  const texts = useTexts();
  const { language } = useSettings();
  const title = titleOf(kept, texts.history.unnamed);
  const when = dateFormat(language, kept.at);
  const { status } = kept.analysis;
  return (
    <li class="answer">
      <a href={fragment({ at: "result", id: kept.id })}>
        <Mark status={status} />
        <span class="answer-text">
          <strong lang={kept.name === "" ? labelLanguage(kept.analysis) : undefined}>
            {title}
          </strong>
          <span class="small">
            <span class={`row-status ${status}`}>{texts.verdicts[status]}</span>
            {" · "}
            <time dateTime={new Date(kept.at).toISOString()}>{when.format(kept.at)}</time>
          </span>
        </span>
      </a>
      <button
        type="button"
        class="round"
        aria-pressed={kept.favourite}
        aria-label={`${texts.result.favourite}: ${title}`}
        onClick={() => void keep({ ...kept, favourite: !kept.favourite })}
      >
        <Star filled={kept.favourite} />
      </button>
      <button
        type="button"
        class="round"
        aria-label={`${texts.remove}: ${title}`}
        onClick={() => void onRemove()}
      >
        <Icon name="bin" />
      </button>
    </li>
  );
}

/** The day and time; the year only when it is another. */
function dateFormat(language: string, at: number): Intl.DateTimeFormat {
  const year =
    new Date(at).getFullYear() === new Date().getFullYear() ? {} : { year: "numeric" as const };
  return new Intl.DateTimeFormat(language, {
    ...year,
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
}

function Queue() {
  const texts = useTexts();
  const queue = useStore(waiting);
  const busy = useStore(asked).size > 0;
  const [fault, setFault] = useState<Fault | null>(null);
  return queue.length === 0 ? null : (
    <section class="card queue">
      <h2>{texts.history.waiting}</h2>
      {queue.some((one) => one.held?.until !== null) && (
        <p class="hint">{texts.history.waitingHint}</p>
      )}
      <ul class="rows">
        {queue.map((one) => (
          <QueueRow key={one.id} waiting={one} />
        ))}
      </ul>
      {fault !== null && <FaultCard fault={fault} />}
      <button
        type="button"
        class="soft"
        disabled={busy}
        onClick={async () => setFault(await drain("hand"))}
      >
        {texts.history.tryNow}
      </button>
    </section>
  );
}

function QueueRow({ waiting: one }: { waiting: Waiting }) {
  const texts = useTexts();
  const { language } = useSettings();
  const { held } = one;
  const busy = useStore(asked).has(one.id);
  const when = new Intl.DateTimeFormat(language, { dateStyle: "short", timeStyle: "short" });
  const what =
    one.task.kind === "text" ? one.task.text.slice(0, 60) : texts.history.kinds[one.task.kind];
  return (
    <li class="answer">
      <Icon
        name={one.task.kind === "film" ? "film" : one.task.kind === "photo" ? "camera" : "clock"}
      />
      <span class="answer-text">
        <strong>{what}</strong>
        <span class="small">{when.format(one.at)}</span>
        {held !== undefined && held.kind !== "offline" && (
          <span class={held.until === null ? "small non-vegan" : "small"}>
            {texts.faults[held.kind].title}.{" "}
            {held.until === null
              ? texts.faults[held.kind].help
              : texts.history.again(when.format(held.until))}
          </span>
        )}
        <span class="small" role="status">
          {busy && texts.working.waiting}
        </span>
        {held?.until === null && (
          <button type="button" class="plain" disabled={busy} onClick={() => void again(one)}>
            {texts.retry}
          </button>
        )}
      </span>
      <button
        type="button"
        class="round"
        aria-label={`${texts.remove}: ${what}`}
        onClick={() => void forget(one.id)}
      >
        <Icon name="bin" />
      </button>
    </li>
  );
}
