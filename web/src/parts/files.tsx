import { useRef } from "preact/hooks";
import { startFile } from "../media/files.ts";
import { useTexts } from "../texts/texts.ts";
import { Icon } from "./icons.tsx";

const ACCEPT = { photo: "image/*", film: "video/*", any: "image/*,video/*" } as const;

/** A button that lets the person choose a file, or take one where the device offers that. */
export function FileButton(props: {
  kind: keyof typeof ACCEPT;
  label?: string;
  icon?: string;
  capture?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  const texts = useTexts();
  const label = props.label ?? texts.camera.file;
  return (
    <>
      <button
        type="button"
        class={props.icon ? "side" : "plain"}
        onClick={() => input.current?.click()}
      >
        {props.icon && <Icon name={props.icon} />}
        <span>{label}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPT[props.kind]}
        capture={props.capture ? "environment" : undefined}
        aria-label={label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) {
            void startFile(file);
          }
        }}
      />
    </>
  );
}
