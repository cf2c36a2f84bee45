// Stands in the page itself and runs before the app's code has come: the first screen, which is in
// the page too, is for those who come for the first time, and what they tap until then is not lost.

function hasBeenHere(): boolean {
  try {
    return localStorage.getItem("koalens.settings") !== null;
  } catch {
    return false;
  }
}

if (hasBeenHere() || location.hash !== "") {
  document.getElementById("app")?.replaceChildren();
}

let tapped: HTMLButtonElement | null = null;

function remember(event: Event): void {
  const button = (event.target as Element).closest("button");
  if (button !== null) {
    event.preventDefault();
    tapped = button;
  }
}

addEventListener("click", remember);
addEventListener(
  "taken-over",
  () => {
    removeEventListener("click", remember);
    tapped?.click();
  },
  { once: true },
);
