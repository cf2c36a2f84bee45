import { fragment, type Route, useRoute } from "../route.ts";
import { useTexts } from "../texts/texts.ts";
import { Icon } from "./icons.tsx";

const PLACES: readonly { name: "scan" | "history" | "lookup" | "more"; route: Route }[] = [
  { name: "scan", route: { at: "scan" } },
  { name: "history", route: { at: "history" } },
  { name: "lookup", route: { at: "lookup", words: "" } },
  { name: "more", route: { at: "more" } },
];

/** The way between screens, under the thumb. */
export function Nav() {
  const texts = useTexts();
  const { at } = useRoute();
  return (
    <nav class="nav" aria-label={texts.nav.label}>
      {PLACES.map(({ name, route }) => (
        <a key={name} href={fragment(route)} aria-current={at === name ? "page" : undefined}>
          <Icon name={name} />
          <span>{texts.nav[name]}</span>
        </a>
      ))}
    </nav>
  );
}
