import { Fault } from "../server/fault.ts";

/** A film may last this long; enough to turn a tin once around. */
export const LONGEST_SECONDS = 12;

const TYPES = ["video/mp4", "video/webm;codecs=vp9", "video/webm"];
const BITS_PER_SECOND = 4_000_000;

/** A film being taken. */
export interface Recording {
  /** The film, once it is stopped. */
  readonly film: Promise<Blob>;
  stop(): void;
}

/** @throws Fault when this browser cannot film */
export function record(stream: MediaStream): Recording {
  const mimeType = TYPES.find((type) => globalThis.MediaRecorder?.isTypeSupported(type));
  if (mimeType === undefined) {
    throw new Fault("cannot-film");
  }
  const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: BITS_PER_SECOND });
  const parts: Blob[] = [];
  const film = new Promise<Blob>((resolve, reject) => {
    recorder.ondataavailable = (event) => parts.push(event.data);
    recorder.onstop = () => resolve(new Blob(parts, { type: mimeType.split(";")[0] ?? mimeType }));
    recorder.onerror = () => reject(new Fault("camera-failed"));
  });
  recorder.start();
  return {
    film,
    stop() {
      if (recorder.state !== "inactive") {
        recorder.stop();
      }
    },
  };
}
