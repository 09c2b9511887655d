// The page on which an answer is typed.
import { ServerClock, minutesAndSeconds } from "./clock.js";
import { Draft } from "./draft.js";
import { fetchState, watch } from "./state.js";

const LATE = 5 * 60;
const LAST = 60;
const FLUSH_BEFORE_END = 1.5;
const HAND_IN_AGAIN = 2000;

const sheet = document.getElementById("sheet");
const { session, place } = sheet.dataset;
const text = document.getElementById("text");
const saved = document.getElementById("saved");
const announce = document.getElementById("announce");
const conflict = document.getElementById("conflict");
const voice = document.getElementById("voice");
// the earlier one first: a page that opens late says only the last that is due
const warnings = sheet.dataset.warnings.split("\n").map((line) => ({ at: Number.parseInt(line, 10), says: line.slice(line.indexOf(" ") + 1) }));
const clockBox = document.getElementById("clock");
const clock = new ServerClock(Number(sheet.dataset.left));
const away = document.getElementById("away");
const goOn = document.getElementById("go-on");
let leaving = false;
let waiting = null;

const draft = new Draft({
  session,
  place,
  number: Number(sheet.dataset.number),
  text: text.defaultValue,
  show: (message, trouble) => {
    saved.textContent = message;
    saved.classList.toggle("trouble", trouble);
  },
  onConflict: showConflict,
  onClosed: (problem) => {
    keepLate(problem);
    reload();
  },
  onAway: (gone) => {
    away.hidden = !gone && !waiting;
  },
});

const unsent = draft.unsent();
if (unsent?.behind) {
  text.value = unsent.text;
  draft.change(unsent.text);
  showConflict({ kept: draft.saved });
} else if (unsent) {
  text.value = unsent.text;
  draft.change(unsent.text);
  saved.textContent = "Brought back a text that had not been saved.";
} else if (text.value !== text.defaultValue) {
  // typed while this script was still on its way
  draft.change(text.value);
}
countWords();
text.setSelectionRange(text.value.length, text.value.length);
// ready to type, with the question still in sight
text.focus({ preventScroll: true });

text.addEventListener("input", () => {
  countWords();
  draft.change(text.value);
});
document.addEventListener("keydown", (event) => {
  const control = event.ctrlKey || event.metaKey;
  const act = control && { Enter: handIn, s: () => draft.flush(), "/": toggleHelp }[event.key];
  if (act) {
    event.preventDefault();
    act();
  } else if (event.altKey && event.code === "KeyN") {
    event.preventDefault();
    toggleNotes();
  }
});
document.getElementById("help-button").addEventListener("click", toggleHelp);
keepNotes(document.getElementById("notes"), `mockloop:${session}:notes`);
document.getElementById("form").addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.submitter?.id === "pause") pause();
  else handIn();
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") draft.flush();
});
watch(session, follow);
setInterval(tick, 500);
tick();

function toggleHelp() {
  const help = document.getElementById("help");
  if (help.open) help.close();
  else help.showModal();
}

function toggleNotes() {
  const notes = document.getElementById("notes");
  if (document.activeElement === notes) {
    text.focus();
  } else {
    notes.closest("details").open = true;
    notes.focus();
  }
}

// One sheet of notes a session, in this browser only: the server never sees it.
function keepNotes(notes, key) {
  try {
    notes.value = localStorage.getItem(key) ?? "";
    notes.closest("details").open = notes.value !== "";
    notes.addEventListener("input", () => localStorage.setItem(key, notes.value));
  } catch {
    // the browser keeps nothing; the notes live as long as the page
  }
}

function countWords() {
  document.getElementById("words").textContent = text.value.trim() ? text.value.trim().split(/\s+/).length : 0;
}

let announced = Infinity;
let flushedAtEnd = false;
async function tick() {
  const left = clock.secondsLeft;
  document.getElementById("clock-time").textContent = minutesAndSeconds(left);
  const word = left <= LAST ? "last minute" : left <= LATE ? "last five minutes" : "";
  document.getElementById("clock-word").textContent = word;
  clockBox.classList.toggle("late", left <= LATE && left > LAST);
  clockBox.classList.toggle("last", left <= LAST);
  for (const { at, says } of warnings) {
    if (left <= at && announced > at) {
      announced = at;
      announce.textContent = says;
      voice.textContent = says;
    }
  }
  if (left <= FLUSH_BEFORE_END && !flushedAtEnd) {
    flushedAtEnd = true;
    draft.flush();
  }
  if (left === 0 && !leaving) {
    try {
      follow(await fetchState(session));
    } catch {
      // the server is away; the next tick asks again
    }
  }
}

async function follow(state) {
  if (state.place !== place || !["question", "probe"].includes(state.phase)) {
    await draft.flush();
    if (!leaving) keepLate({ reason: "closed", kept: draft.saved });
    reload();
  } else {
    clock.set(state.secondsLeft);
  }
}

async function handIn() {
  if (leaving) return;
  leaving = true;
  stopWaiting();
  await draft.inFlight;
  let response;
  try {
    response = await fetch(`/api/sessions/${session}/answers/${place}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text: text.value, after: draft.base }),
    });
  } catch {
    handInLater();
    return;
  }
  try {
    if (response.ok) {
      draft.forget();
      reload();
      return;
    }
    const problem = await response.json().catch(() => ({}));
    if (problem.reason === "stale") {
      handInOver(problem);
      return;
    }
    if (problem.reason) {
      keepLate(problem);
      reload();
      return;
    }
    throw new Error(problem.detail);
  } catch (error) {
    leaving = false;
    draft.change(text.value);
    saved.classList.add("trouble");
    saved.textContent = `Not handed in: ${error.message || "the server cannot be reached"}. Your text is kept; try again.`;
  }
}

// The server is away: the answer waits here and is handed in as soon as it is back, unless the candidate
// would rather write on.
function handInLater() {
  leaving = false;
  draft.change(text.value);
  document.getElementById("away-text").textContent = "The server cannot be reached. Your answer is handed in as soon as it is back.";
  away.hidden = false;
  goOn.hidden = false;
  waiting = setTimeout(handIn, HAND_IN_AGAIN);
}

// Another text was saved since: if it is none of ours, the candidate chooses first.
function handInOver(problem) {
  leaving = false;
  if (draft.isOurs(problem)) {
    handIn();
  } else {
    draft.number = problem.keptNumber;
    draft.text = text.value;
    draft.stop();
    showConflict(problem);
  }
}

// Words that came after the answer was closed go to the notes, so that they are not lost.
let keptLate = false;
function keepLate(problem) {
  if (keptLate || problem.reason !== "closed" || text.value === problem.kept || !text.value.trim()) return;
  keptLate = true;
  const notes = document.getElementById("notes");
  notes.value += `${notes.value ? "\n\n" : ""}Not handed in, the answer was closed by then:\n${text.value}`;
  notes.dispatchEvent(new Event("input"));
}

function stopWaiting() {
  clearTimeout(waiting);
  waiting = null;
}

goOn.addEventListener("click", () => {
  stopWaiting();
  goOn.hidden = true;
  document.getElementById("away-text").textContent = "The server cannot be reached. Go on typing: every change is kept in this browser and sent when it is back.";
  text.focus();
});

async function pause() {
  if (!(await draft.flush())) return;
  await fetch(`/api/sessions/${session}/pause`, { method: "POST" });
  reload();
}

// Handing in and the news of it both lead here; the page is loaded anew once.
let reloading = false;
function reload() {
  leaving = true;
  if (reloading) return;
  reloading = true;
  location.reload();
}

function showConflict(problem) {
  document.getElementById("conflict-kept").textContent = problem.kept;
  saved.textContent = "Not saved: another text is saved here. Choose below which one goes on.";
  saved.classList.add("trouble");
  conflict.hidden = false;
  conflict.scrollIntoView({ block: "nearest" });
  document.getElementById("take-kept").onclick = () => {
    text.value = problem.kept;
    countWords();
    conflict.hidden = true;
    draft.goOnWith(problem.kept, problem.kept);
    draft.forget();
    saved.textContent = "Took the saved text.";
    saved.classList.remove("trouble");
    text.focus();
  };
  document.getElementById("keep-mine").onclick = () => {
    conflict.hidden = true;
    draft.goOnWith(text.value, problem.kept);
    text.focus();
  };
}
