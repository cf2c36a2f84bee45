// Asks the server about the list and shows the answer. Everything from outside goes in as text,
// never as markup.
import { texts } from "./texts.js";

const form = document.getElementById("ask");
const label = document.getElementById("label");
const answer = document.getElementById("answer");
const contentRoles = ["declared", "contains", "tail"];

let language = rememberedLanguage();
let asked = "";

function rememberedLanguage() {
  try {
    const remembered = localStorage.getItem("language");
    return remembered in texts ? remembered : "sv";
  } catch {
    return "sv";
  }
}

function remember(chosen) {
  try {
    localStorage.setItem("language", chosen);
  } catch {
    // Without storage the page starts in Swedish next time.
  }
}

function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen;
  document.title = texts[chosen].documentTitle;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = texts[chosen][element.dataset.text];
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === chosen));
  }
}

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  made.append(...children);
  return made;
}

function say(message, className = "notice") {
  answer.replaceChildren(element("p", className, message));
}

async function ask(text) {
  asked = text;
  if (!text.trim()) {
    say(texts[language].nothing, "notice fault");
    label.focus();
    return;
  }
  say(texts[language].waiting);
  answer.setAttribute("aria-busy", "true");
  try {
    const response = await fetch("/analyze-text", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text, language }),
    });
    const body = await response.json();
    if (response.ok) {
      show(body);
    } else {
      showProblem(body);
    }
  } catch {
    say(texts[language].offline, "notice fault");
  } finally {
    answer.removeAttribute("aria-busy");
  }
}

function showProblem(problem) {
  const words = texts[language];
  const known = { 413: words.tooLong, 503: words.busy };
  const unusable = problem.status === 422 ? (asked.length > 1000 ? words.tooLong : words.nothing) : "";
  say(known[problem.status] || unusable || words.failed, "notice fault");
  answer.append(element("p", "reference", `${words.reference} ${problem.requestId}`));
}

function decides(analysis, ingredient) {
  return (
    analysis.status !== "vegan" &&
    ingredient.status === analysis.status &&
    !ingredient.reasonCode.endsWith("-in-parts")
  );
}

function show(analysis) {
  const words = texts[language];
  const contents = analysis.ingredients.filter((one) => contentRoles.includes(one.role));
  const deciding = contents.filter((one) => decides(analysis, one));
  const traces = analysis.ingredients.filter((one) => one.role === "trace");
  answer.replaceChildren(
    element(
      "div",
      `verdict ${analysis.status}`,
      element("h2", "", words.verdicts[analysis.status]),
      element("p", "", analysis.reasoning),
    ),
  );
  addList(words.deciding, deciding, false);
  addList(words.contents, contents, true);
  addList(words.traces, traces, false, words.tracesNote);
}

function addList(title, ingredients, nested, note) {
  if (ingredients.length === 0) {
    return;
  }
  const list = element("ul", "ingredients", ...ingredients.map((one) => row(one, nested)));
  answer.append(element("h3", "", title));
  if (note) {
    answer.append(element("p", "hint", note));
  }
  answer.append(list);
}

function row(ingredient, nested) {
  const share = ingredient.percent === null ? "" : ` ${ingredient.percent} %`;
  const status = texts[language].statuses[ingredient.status];
  const depth = nested ? Math.min(ingredient.depth, 3) : 0;
  return element(
    "li",
    `${ingredient.status} depth-${depth}`,
    element("span", "name", ingredient.name + share),
    " ",
    element("span", "status", status),
    element("span", "reason", ingredient.reason),
  );
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(label.value);
});

document.getElementById("example").addEventListener("click", () => {
  label.value = texts[language].exampleText;
  ask(label.value);
});

for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => {
    speak(button.dataset.language);
    remember(language);
    if (asked) {
      ask(asked);
    }
  });
}

form.noValidate = true;
speak(language);
