import { Fault } from "../server/fault.ts";

/** A camera that is on; close it when its picture is no longer looked at. */
export interface Camera {
  readonly stream: MediaStream;
  /** Whether it has a light that can be switched. */
  readonly hasTorch: boolean;
  switchTorch(on: boolean): Promise<void>;
  /** Told when the camera goes off by itself: a locked phone, another app. */
  onEnded(listener: () => void): void;
  close(): void;
}

/**
 * The camera that looks away from the person.
 *
 * @throws Fault when it is refused, absent or taken
 */
export async function openCamera(): Promise<Camera> {
  const devices = navigator.mediaDevices;
  if (devices === undefined) {
    throw new Fault("camera-absent");
  }
  const stream = await devices
    .getUserMedia({
      audio: false,
      video: {
        facingMode: { ideal: "environment" },
        width: { ideal: 1920 },
        height: { ideal: 1440 },
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
