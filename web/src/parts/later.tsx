import { type ComponentType, h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Fault } from "../server/fault.ts";
import { useTexts } from "../texts/texts.ts";
import { FaultCard } from "./fault.tsx";
import { Screen } from "./screen.tsx";

/** A screen whose code comes when it is first opened. */
export interface Later<P> {
  readonly Screen: ComponentType<P>;
  /** Brings the code, once; rejects when it cannot be had now. */
  fetch(): Promise<unknown>;
}

export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let come: ComponentType<P> | null = null;
  const fetch = async () => {
    come ??= await load();
    return come;
  };
  return {
    fetch,
    Screen(props: P) {
      const [there, setThere] = useState(come !== null);
      const [tries, setTries] = useState(0);
      const [failed, setFailed] = useState(false);
      useEffect(() => {
        setFailed(false);
        fetch().then(
          () => setThere(true),
          () => setFailed(true),
        );
      }, [tries]);
      if (there && come !== null) {
        return h(come, props);
      }
      return failed ? <Absent onRetry={() => setTries(tries + 1)} /> : null;
    },
  };
}

function Absent({ onRetry }: { onRetry: () => void }) {
  const texts = useTexts();
  // With a network it is the app that has moved on.
  const kind = navigator.onLine ? "outdated" : "unloaded";
  return (
    <Screen name="absent" title={texts.faults[kind].title} hideTitle>
      <FaultCard fault={new Fault(kind)}>
        {kind === "outdated" && (
          <button type="button" class="main" onClick={() => location.reload()}>
            {texts.updateNow}
          </button>
        )}
        <button type="button" class="soft" onClick={onRetry}>
          {texts.retry}
        </button>
      </FaultCard>
    </Screen>
  );
}
