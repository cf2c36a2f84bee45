import { useEffect } from "preact/hooks";
import { fragment } from "../route.ts";
import { useStore } from "../store.ts";
import { said, useTexts } from "../texts/texts.ts";

const NOTE_MILLISECONDS = 8000;

/** A short note at the foot of the screen, read out by screen readers. */
export function Note() {
  const texts = useTexts();
  const note = useStore(said);
  useEffect(() => {
    if (note !== null) {
      const alarm = setTimeout(close, NOTE_MILLISECONDS);
      return () => clearTimeout(alarm);
    }
    return undefined;
  }, [note]);
  return (
    <div class="note" role="status">
      {note !== null && (
        <p>
          {note.words}{" "}
          {note.to !== null && (
            <a href={fragment(note.to)} onClick={close}>
              {texts.history.show}
            </a>
          )}
          <button type="button" class="plain" onClick={close}>
            {texts.close}
          </button>
        </p>
      )}
    </div>
  );
}

function close(): void {
  said.set(null);
}
