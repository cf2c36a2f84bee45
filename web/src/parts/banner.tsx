import { useEffect, useState } from "preact/hooks";
import { environment } from "../server/calls.ts";
import { useStore } from "../store.ts";
import { useTexts } from "../texts/texts.ts";
import { newer, takeNewer } from "../worker-client.ts";

/** Says where one is when it is not the real thing, and that a newer app is ready. */
export function Banner() {
  const texts = useTexts();
  const ready = useStore(newer);
  const [where, setWhere] = useState(ENVIRONMENT);
  useEffect(() => {
    if (ENVIRONMENT === "") {
      environment().then(setWhere, () => {});
    }
  }, []);
  return (
    <>
      {where === "staging" && <p class="badge">{texts.staging}</p>}
      {ready !== null && (
        <p class="update">
          {texts.update}{" "}
          <button type="button" class="soft" onClick={takeNewer}>
            {texts.updateNow}
          </button>
        </p>
      )}
    </>
  );
}
