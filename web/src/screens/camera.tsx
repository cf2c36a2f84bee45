import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Camera as Opened, openCamera } from "../media/camera.ts";
import { advise, LOOK_HEIGHT, LOOK_WIDTH, type Look, lookOf, steadily } from "../media/guidance.ts";
import { LONGEST_SECONDS, type Recording, record } from "../media/recorder.ts";
import { fit, jpeg, shrink } from "../media/shrink.ts";
import { FaultCard } from "../parts/fault.tsx";
import { FileButton } from "../parts/files.tsx";
import { Icon } from "../parts/icons.tsx";
import { Screen } from "../parts/screen.tsx";
import { go } from "../route.ts";
import { Fault, faultOf } from "../server/fault.ts";
import { type Guidance, useTexts } from "../texts/texts.ts";
import { start } from "../work.ts";

const LOOK_MILLISECONDS = 300;

/** The live picture with a shutter, or the ways on when there is none. */
export function Camera({ film }: { film: boolean }) {
  const texts = useTexts();
  const { camera, fault, retry } = useCamera(film);
  const here = useHere();
  return (
    <Screen name="camera" title={film ? texts.camera.filmTitle : texts.camera.title} hideTitle>
      {fault !== null ? (
        <FaultCard fault={fault}>
          <FileButton kind={film ? "film" : "photo"} capture />
          <button type="button" class="soft" onClick={retry}>
            {texts.retry}
          </button>
        </FaultCard>
      ) : (
        <Finder camera={camera} film={film} here={here} />
      )}
      <button
        type="button"
        class="round leave"
        aria-label={texts.back}
        onClick={() => go({ at: "scan" })}
      >
        <Icon name="back" />
      </button>
    </Screen>
  );
}

/** Whether the person is still here: what comes after they left must not pull them back. */
function useHere(): RefObject<boolean> {
  const here = useRef(true);
  useEffect(
    () => () => {
      here.current = false;
    },
    [],
  );
  return here;
}

/** Whether somebody may be looking: not in another app, and not on a locked phone. */
function useShown(): boolean {
  const [shown, setShown] = useState(document.visibilityState === "visible");
  useEffect(() => {
    const look = () => setShown(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return shown;
}

/** The camera while somebody looks at it; off otherwise. */
function useCamera(film: boolean) {
  const [camera, setCamera] = useState<Opened | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [tries, setTries] = useState(0);
  const shown = useShown();
  useEffect(() => {
    if (!shown) {
      return;
    }
    setFault(null);
    let left = false;
    let opened: Opened | null = null;
    openCamera(film).then(
      (one) => {
        opened = one;
        if (left) {
          one.close();
        } else {
          one.onEnded(() => {
            if (!left) {
              one.close();
              setCamera(null);
              setFault(new Fault("camera-failed"));
            }
          });
          setCamera(one);
        }
      },
      (error) => {
        if (!left) {
          setFault(faultOf(error));
        }
      },
    );
    return () => {
      left = true;
      opened?.close();
      setCamera(null);
    };
  }, [tries, shown, film]);
  return { camera, fault, retry: () => setTries(tries + 1) };
}

/** The picture and what is around it, which stays while the camera comes and goes. */
function Finder(props: { camera: Opened | null; film: boolean; here: RefObject<boolean> }) {
  const { camera, film, here } = props;
  const texts = useTexts();
  const video = useRef<HTMLVideoElement>(null);
  return (
    <>
      {camera === null ? (
        <p class="starting" role="status">
          {texts.camera.starting}
        </p>
      ) : (
        <>
          <Live camera={camera} video={video} film={film} />
          {camera.hasTorch && <Torch camera={camera} />}
        </>
      )}
      <div class="shutter">
        <FileButton kind={film ? "film" : "photo"} label={texts.scan.gallery} icon="gallery" />
        {camera === null ? (
          <span class="release" />
        ) : film ? (
          <FilmShutter camera={camera} />
        ) : (
          <PhotoShutter camera={camera} video={video} here={here} />
        )}
        <button type="button" class="side" onClick={() => go({ at: "camera", film: !film })}>
          <Icon name={film ? "camera" : "film"} />
          <span>{film ? texts.scan.photo : texts.scan.film}</span>
        </button>
      </div>
    </>
  );
}

function Live(props: { camera: Opened; video: RefObject<HTMLVideoElement | null>; film: boolean }) {
  const { camera, video, film } = props;
  const { guidance, darkWithoutLight } = useTexts().camera;
  const hint = useGuidance(video);
  useEffect(() => {
    if (video.current !== null) {
      video.current.srcObject = camera.stream;
      void video.current.play().catch(() => {});
    }
  }, [camera, video]);
  return (
    <>
      <video ref={video} autoplay muted playsInline aria-hidden="true" tabIndex={-1} />
      {hint !== null && (
        <p class={`guidance ${hint}`} role="status">
          {hint === "dark" && !camera.hasTorch
            ? darkWithoutLight
            : guidance[film && hint === "good" ? "turn" : hint]}
        </p>
      )}
    </>
  );
}

function Torch({ camera }: { camera: Opened }) {
  const texts = useTexts();
  const [on, setOn] = useState(false);
  const [broken, setBroken] = useState(false);
  return broken ? null : (
    <button
      type="button"
      class="round leave torch"
      aria-label={texts.camera.torch}
      aria-pressed={on}
      onClick={() =>
        void camera.switchTorch(!on).then(
          () => setOn(!on),
          () => setBroken(true),
        )
      }
    >
      <Icon name="torch" />
    </button>
  );
}

function PhotoShutter(props: {
  camera: Opened;
  video: RefObject<HTMLVideoElement | null>;
  here: RefObject<boolean>;
}) {
  const { camera, video, here } = props;
  const texts = useTexts();
  const taken = useRef(false);
  const [taking, setTaking] = useState(false);
  const take = () => {
    const source = video.current;
    if (source?.videoWidth === 0) {
      // Pressed before the camera gave its first picture: that one is taken.
      source.addEventListener("loadeddata", take, { once: true });
    } else if (source !== null && !taken.current) {
      taken.current = true;
      setTaking(true);
      // Both before the camera closes with this screen.
      const frame = jpeg(source, fit(source.videoWidth, source.videoHeight));
      void camera.photo().then((photo) =>
        here.current
          ? start(async () => ({
              kind: "photo",
              blob: photo === null ? await frame : await shrink(photo).catch(() => frame),
            }))
          : undefined,
      );
    }
  };
  return (
    <>
      <button
        type="button"
        class="release"
        aria-label={texts.camera.take}
        aria-busy={taking}
        onClick={take}
      >
        <Icon name="camera" />
      </button>
      <span class="hidden" role="status">
        {taking && texts.camera.taking}
      </span>
    </>
  );
}

function FilmShutter({ camera }: { camera: Opened }) {
  const texts = useTexts();
  const [recording, setRecording] = useState<Recording | null>(null);
  const [left, setLeft] = useState(LONGEST_SECONDS);
  const [fault, setFault] = useState<Fault | null>(null);
  // A film that ends because its camera goes off is not wanted either.
  const here = useHere();
  useEffect(() => {
    if (recording === null) {
      return;
    }
    const clock = setInterval(() => setLeft((seconds) => seconds - 1), 1000);
    const end = setTimeout(() => recording.stop(), LONGEST_SECONDS * 1000);
    return () => {
      clearInterval(clock);
      clearTimeout(end);
    };
  }, [recording]);

  const begin = () => {
    try {
      const begun = record(camera.stream);
      setRecording(begun);
      begun.film.then(
        (blob) => (here.current ? start(async () => ({ kind: "film", blob })) : undefined),
        (error) => setFault(faultOf(error)),
      );
    } catch (error) {
      setFault(faultOf(error));
    }
  };

  if (fault !== null) {
    return <FaultCard fault={fault} />;
  }
  return recording === null ? (
    <button type="button" class="release film" aria-label={texts.camera.record} onClick={begin}>
      <Icon name="film" />
    </button>
  ) : (
    <button
      type="button"
      class="release film recording"
      onClick={() => recording.stop()}
      aria-label={texts.camera.stop}
    >
      <span role="timer">{texts.camera.seconds(Math.max(0, left))}</span>
    </button>
  );
}

/** What the live picture lacks, looked at a few times a second. */
function useGuidance(video: RefObject<HTMLVideoElement | null>): Guidance | null {
  const [hint, setHint] = useState<Guidance | null>(null);
  useEffect(() => {
    const canvas = document.createElement("canvas");
    canvas.width = LOOK_WIDTH;
    canvas.height = LOOK_HEIGHT;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    let before: Look | null = null;
    const hintAfter = steadily();
    const clock = setInterval(() => {
      const source = video.current;
      if (context !== null && source !== null && source.videoWidth > 0) {
        const [width, height] = [source.videoWidth / 2, source.videoHeight / 2];
        context.drawImage(
          source,
          width / 2,
          height / 2,
          width,
          height,
          0,
          0,
          LOOK_WIDTH,
          LOOK_HEIGHT,
        );
        const look = lookOf(context.getImageData(0, 0, LOOK_WIDTH, LOOK_HEIGHT).data);
        setHint(hintAfter(advise(look, before)));
        before = look;
      }
    }, LOOK_MILLISECONDS);
    return () => clearInterval(clock);
  }, [video]);
  return hint;
}
