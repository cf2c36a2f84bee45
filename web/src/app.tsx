import { Fragment } from "preact";
import { useEffect } from "preact/hooks";
import { Note } from "./parts/announce.tsx";
import { Banner } from "./parts/banner.tsx";
import { Koala } from "./parts/koala.tsx";
import { Nav } from "./parts/nav.tsx";
import { type Route, useRoute } from "./route.ts";
import { camera, history, lookup, more, result } from "./screens/later.ts";
import { Scan } from "./screens/scan.tsx";
import { Working } from "./screens/working.tsx";
import { useSettings } from "./settings.ts";
import { useTexts } from "./texts/texts.ts";

/** The whole app: where one is, the way to elsewhere, and what was last said. */
export function App() {
  const route = useRoute();
  const { language, size } = useSettings();
  const texts = useTexts();
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.size = String(size);
  }, [language, size]);
  return (
    <>
      <button
        type="button"
        class="skip main"
        onClick={() => document.getElementById("content")?.focus()}
      >
        {texts.skip}
      </button>
      <header class="top">
        <a class="brand" href="#/scan">
          <Koala mood="vegan" /> KoaLens
        </a>
        <Banner />
      </header>
      <Fragment key={route.at}>
        <Place route={route} />
      </Fragment>
      <Note />
      {route.at !== "camera" && <Nav />}
    </>
  );
}

function Place({ route }: { route: Route }) {
  switch (route.at) {
    case "scan":
      return <Scan />;
    case "working":
      return <Working />;
    case "result":
      return <result.Screen key={route.id} id={route.id} />;
    case "camera":
      return <camera.Screen key={String(route.film)} film={route.film} />;
    case "history":
      return <history.Screen />;
    case "lookup":
      return <lookup.Screen words={route.words} />;
    case "more":
      return <more.Screen />;
  }
}
