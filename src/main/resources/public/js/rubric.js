// The editor of a rubric: Ace in the place of the text area, which stays the one that is sent.
import { showProblems, showScore } from "./rubric-preview.js";
import { wordsAt } from "./rubric-words.js";

const PAUSE = 500;
const RETRY = 3000;
const form = document.getElementById("rubric");
const area = document.getElementById("yaml");
const saved = document.getElementById("saved");
const problemsBox = document.getElementById("problems");
const preview = document.getElementById("preview");
const answer = document.getElementById("answer");
const own = document.getElementById("own");
const stale = document.getElementById("stale");
const { kind, name } = form.dataset;
const api = `/api/workbench/${kind}/${name}`;
const ace = window.ace;

ace.config.set("useStrictCSP", true);
ace.define("ace/theme/mockloop", ["require", "exports", "module"], (require, exports) => {
  exports.cssClass = "ace-mockloop";
  exports.cssText = "";
  exports.isDark = matchMedia("(prefers-color-scheme: dark)").matches;
});

document.querySelectorAll(".plain-only").forEach((e) => (e.hidden = true));
document.querySelectorAll(".script-only").forEach((e) => (e.hidden = false));
const place = document.getElementById("editor");
place.hidden = false;
const editor = ace.edit(place, {
  theme: "ace/theme/mockloop",
  value: area.value,
  tabSize: 2,
  useSoftTabs: true,
  wrap: true,
  showPrintMargin: false,
  fontSize: 14,
  enableKeyboardAccessibility: true,
  textInputAriaLabel: `Rubric of ${name}`,
  enableBasicAutocompletion: true,
});
area.hidden = true;
// the label now belongs to a hidden field; the editor names itself
document.querySelector("label[for=yaml]").removeAttribute("for");
const session = editor.getSession();
// the problems come from the server; a worker made by the mode would be refused by the page's policy
session.setUseWorker(false);
session.setMode("ace/mode/yaml");
session.setUndoManager(new ace.UndoManager());
const yaml = () => session.getValue();

async function send(method, path, body) {
  const response = await fetch(api + path, {
    method,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answered = await response.json();
  if (!response.ok) throw Object.assign(new Error(answered.detail), { status: response.status, answered });
  return answered;
}

// 1. The draft
let kept = area.value;
let saving = Promise.resolve();
let saveTimer;

function trouble(text) {
  saved.textContent = text;
  saved.classList.add("trouble");
}

async function save(over = false) {
  const text = yaml();
  if (text === kept && !over) return;
  try {
    const known = over ? {} : { known: Number(form.elements.known.value) };
    const draft = await send("PUT", "/draft", { yaml: text, base: Number(form.elements.base.value), ...known });
    form.elements.known.value = draft.number;
    kept = text;
    saved.classList.remove("trouble");
    saved.textContent = `Draft saved ${new Date(draft.savedAt).toLocaleTimeString()}.`;
    stale.hidden = true;
    document.getElementById("discard-box").hidden = false;
  } catch (e) {
    if (e.status === 409) {
      trouble(e.message);
      stale.hidden = false;
    } else if (e.status) {
      trouble(`Not saved: ${e.message}`);
    } else {
      trouble("Not saved: the server is away. Your text stays in this page, and saving is tried again.");
      saveLater(RETRY);
    }
  }
}

function saveLater(pause) {
  clearTimeout(saveTimer);
  saveTimer = setTimeout(() => (saving = saving.then(() => save())), pause);
}

document.getElementById("save-mine").addEventListener("click", () => save(true));
document.getElementById("open-other").addEventListener("click", () => {
  kept = yaml();
  location.reload();
});
addEventListener("beforeunload", (event) => {
  if (yaml() !== kept) event.preventDefault();
});
form.addEventListener("submit", () => {
  area.value = yaml();
  kept = yaml();
});

// 2. Problems
let found = [];
let markers = [];
let checks = 0;

function goTo(problem) {
  editor.gotoLine(problem.line, problem.column - 1);
  editor.focus();
}

function mark(problems) {
  found = problems;
  session.setAnnotations(
    problems.map((p) => ({
      row: p.line - 1,
      column: p.column - 1,
      type: "error",
      text: p.mend ? `${p.message}. Mend: ${p.mend}.` : `${p.message}.`,
    })),
  );
  markers.forEach((id) => session.removeMarker(id));
  const Range = ace.require("ace/range").Range;
  markers = problems.map((p) => {
    const end = session.getLine(p.line - 1)?.length ?? 0;
    const from = Math.min(p.column - 1, Math.max(0, end - 1));
    return session.addMarker(new Range(p.line - 1, from, p.line - 1, end), "ace_problem", "text");
  });
  showProblems(problemsBox, problems, goTo);
}

async function check() {
  const turn = ++checks;
  try {
    const { problems } = await send("POST", "/check", { yaml: yaml() });
    if (turn === checks) mark(problems);
  } catch (e) {
    if (turn === checks) problemsBox.textContent = e.status ? e.message : "The check waits for the server.";
  }
}

document.addEventListener("keydown", (event) => {
  if (event.altKey && event.code === "KeyE" && found.length > 0) {
    event.preventDefault();
    const line = editor.getCursorPosition().row + 1;
    goTo(found.find((p) => p.line > line) ?? found[0]);
  }
});

// 3. What it finds
let tries = 0;

async function tryIt() {
  const turn = ++tries;
  document.getElementById("own-box").hidden = answer.value !== "";
  const what = answer.value ? { answer: answer.value } : { text: own.value };
  if (what.text === "") {
    preview.textContent = "Write or paste a text above.";
    return;
  }
  preview.setAttribute("aria-busy", "true");
  try {
    const { score } = await send("POST", "/preview", { yaml: yaml(), ...what });
    if (turn !== tries) return;
    if (score) showScore(preview, score);
    else preview.textContent = "The rubric cannot run until the problems above are mended.";
  } catch (e) {
    if (turn === tries) preview.textContent = e.status ? e.message : "The preview waits for the server.";
  }
  if (turn === tries) preview.setAttribute("aria-busy", "false");
}

let workTimer;
function workLater() {
  clearTimeout(workTimer);
  workTimer = setTimeout(() => {
    check();
    tryIt();
  }, PAUSE);
}

session.on("change", () => {
  saved.textContent = "Not saved yet …";
  saveLater(PAUSE);
  workLater();
});
answer.addEventListener("change", tryIt);
own.addEventListener("input", workLater);
check();
tryIt();

// 4. Words that can stand here
const criteria = form.dataset.criteria.split(" ").filter(Boolean);
let schema;
editor.completers = [
  {
    identifierRegexps: [/[A-Za-z0-9-]/],
    async getCompletions(_, at, position, prefix, callback) {
      schema ??= await (await fetch("/api/workbench/schema")).json();
      const lines = at.getDocument().getAllLines();
      const before = lines[position.row].slice(0, position.column);
      const words = wordsAt(schema, criteria, lines, position.row, before);
      callback(
        null,
        words.map((w, i) => ({ caption: w.value.trim(), value: w.value, meta: w.meta, docText: w.doc, score: 1000 - i })),
      );
    },
  },
];

// 5. What would move; the panel is a module of its own
const panel = document.getElementById("what-if");
if (panel) {
  import("./whatif.js").then(
    (module) => module.mount(panel, { kind, name, yaml }),
    () => (panel.hidden = true),
  );
}
