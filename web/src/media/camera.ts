import { Fault } from "../server/fault.ts";

const FILM_SIZE = { width: { ideal: 1920 }, height: { ideal: 1440 } };
/** Where a browser takes no photos its film is as good as these get. */
const PHOTO_SIZE = { width: { ideal: 4096 }, height: { ideal: 3072 } };
/** A camera that takes no photo within that time never will. */
const LONGEST_SHOT_MS = 2_000;

/** A camera that is on; close it when its picture is no longer looked at. */
export interface Camera {
  readonly stream: MediaStream;
  /** Whether it has a light that can be switched. */
  readonly hasTorch: boolean;
  switchTorch(on: boolean): Promise<void>;
  /** A photo in the camera's full resolution; null where the browser takes none. */
  photo(): Promise<Blob | null>;
  /** Told when the camera goes off by itself: a locked phone, another app. */
  onEnded(listener: () => void): void;
  close(): void;
}

/**
 * The camera that looks away from the person.
 *
 * @throws Fault when it is refused, absent or taken
 */
export async function openCamera(film: boolean): Promise<Camera> {
  const devices = navigator.mediaDevices;
  if (devices === undefined) {
    throw new Fault("camera-absent");
  }
  const stream = await devices
    .getUserMedia({
      audio: false,
      video: {
        facingMode: { ideal: "environment" },
        ...(film ? FILM_SIZE : PHOTO_SIZE),
      },
    })
    .catch((error: unknown) => {
      throw faultOf(error);
    });
  const track = stream.getVideoTracks()[0];
  const capabilities = track?.getCapabilities?.() as { torch?: boolean } | undefined;
  return {
    stream,
    hasTorch: capabilities?.torch === true,
    async switchTorch(on) {
      await track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
    },
    photo: () => photoOf(track),
    onEnded(listener) {
      track?.addEventListener("ended", listener);
    },
    close() {
      for (const one of stream.getTracks()) {
        one.stop();
      }
    },
  };
}

interface PhotoCapture {
  takePhoto(): Promise<Blob>;
}

// Not every browser has it, and types of it are in no library of TypeScript.
const Capture = (globalThis as { ImageCapture?: new (track: MediaStreamTrack) => PhotoCapture })
  .ImageCapture;

async function photoOf(track: MediaStreamTrack | undefined): Promise<Blob | null> {
  if (Capture === undefined || track === undefined) {
    return null;
  }
  const late = new Promise<null>((resolve) => setTimeout(resolve, LONGEST_SHOT_MS, null));
  // Some cameras that are going off cannot even be asked.
  const shot = (async () => new Capture(track).takePhoto())();
  return Promise.race([shot.catch(() => null), late]);
}

function faultOf(error: unknown): Fault {
  switch (error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return new Fault("camera-refused");
    case "NotFoundError":
    case "OverconstrainedError":
      return new Fault("camera-absent");
    default:
      return new Fault("camera-failed");
  }
}
