// What would move if the rubric were as written: scores the rated answers under it, with progress, and lists the
// moved ones with the reasons. `mount` puts it into any page.
const PAUSE = 400;
const PAGE = 50;
const FIGURES = [
  ["exact", "Same level", (v) => `${Math.round(v * 100)}%`],
  ["adjacent", "At most one level apart", (v) => `${Math.round(v * 100)}%`],
  ["qwk", "Quadratic weighted kappa", two],
  ["r", "Pearson's r", two],
  ["smd", "Standardized mean difference", two],
  ["rmse", "RMSE in levels", two],
];

export function mount(element, { kind, name, yaml }) {
  const address = `/api/workbench/${encodeURIComponent(kind)}/${encodeURIComponent(name)}/what-if`;
  const start = make("button", { type: "button", className: "primary", textContent: "What if?" });
  const cancel = make("button", { type: "button", textContent: "Cancel", hidden: true });
  const bar = make("progress", { hidden: true, max: 1, value: 0 });
  bar.setAttribute("aria-label", "Answers scored");
  const state = make("p", { textContent: "Scores every rated answer under the rubric as it is written here." });
  state.setAttribute("role", "status");
  const run = make("div", { className: "run" });
  run.append(start, cancel, bar, state);
  const result = make("div", { className: "what-if-result" });
  element.append(run, result);
  let job = null;

  start.addEventListener("click", async () => {
    if (job) return;
    result.replaceChildren();
    working(true);
    try {
      job = await call(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ yaml: yaml() }) });
      while (job.state === "running") {
        bar.max = Math.max(1, job.total);
        bar.value = job.done;
        state.textContent = `${job.done} of ${job.total} answers scored`;
        await new Promise((done) => setTimeout(done, PAUSE));
        job = await call(`${address}/${job.id}`);
      }
      state.textContent = {
        done: `${job.total} answers scored.`,
        cancelled: "Cancelled. Nothing was changed.",
        failed: "The scoring failed; the server's log says why. Nothing was changed.",
      }[job.state];
      if (job.state === "done") show(result, job.result);
    } catch (problem) {
      state.textContent = problem.message;
      result.replaceChildren(...problems(problem.problems ?? []));
    }
    job = null;
    working(false);
  });
  cancel.addEventListener("click", async () => {
    if (!job) return;
    state.textContent = "Cancelling";
    await call(`${address}/${job.id}`, { method: "DELETE" }).catch((problem) => { state.textContent = problem.message; });
  });

  function working(on) {
    start.setAttribute("aria-disabled", String(on));
    cancel.hidden = !on;
    bar.hidden = !on;
    if (on) state.textContent = "Beginning";
    else if (element.contains(document.activeElement) || document.activeElement === document.body) start.focus();
  }
}

async function call(address, options) {
  const response = await fetch(address, options).catch(() => {
    throw new Error("The server cannot be reached; what you wrote is still here. Try again.");
  });
  const body = response.status === 204 ? {} : await response.json();
  if (!response.ok) throw Object.assign(new Error(body.detail), { problems: body.problems });
  return body;
}

function problems(found) {
  if (found.length === 0) return [];
  const list = make("ul", { className: "problems" });
  list.append(...found.map((p) => make("li", { textContent: `Line ${p.line}, column ${p.column}: ${p.message}` })));
  return [list];
}

function show(result, report) {
  const parts = [heading("Agreement with the ratings"), agreement(report), heading("Answers that move")];
  if (report.moved.length === 0) {
    parts.push(make("p", {
      className: "empty",
      textContent: report.changed === 0 ? "No score changes." : `No level moves. ${count(report.changed, "score")} ${report.changed === 1 ? "changes" : "change"} within ${report.changed === 1 ? "its level" : "their levels"}.`,
    }));
  } else {
    parts.push(make("p", { className: "quiet", textContent: `${count(report.levelsMoved, "answer")} would get another level, ${report.closer} of them closer to the rating. Those that are most wrong now come first${report.levelsMoved > report.moved.length ? `; the first ${report.moved.length} are shown` : ""}.` }));
    parts.push(moves(report.moved));
  }
  result.replaceChildren(...parts);
}

function agreement(report) {
  const table = make("table", { className: "list figures" });
  const head = table.createTHead().insertRow();
  ["Figure", "Now", "Changed"].forEach((text) => head.append(cell("col", text)));
  const body = table.createTBody();
  FIGURES.forEach(([key, label, format]) => {
    const row = body.insertRow();
    row.append(cell("row", label));
    [report.before[key], report.after[key]].forEach((value) => { row.insertCell().textContent = value === null ? "–" : format(value); });
  });
  const scroll = make("div", { className: "scroll", tabIndex: 0 });
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", `Agreement over ${report.before.n} answers`);
  scroll.append(table);
  return scroll;
}

function moves(moved) {
  const box = make("div", {});
  const list = make("ol", { className: "moves" });
  const more = make("button", { type: "button" });
  const next = () => {
    const shown = list.children.length;
    list.append(...moved.slice(shown, shown + PAGE).map(move));
    const left = moved.length - list.children.length;
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(PAGE, left)} more of ${left}`;
  };
  more.addEventListener("click", next);
  next();
  box.append(list, more);
  return box;
}

function move(answer) {
  const closer = Math.abs(answer.levelAfter - answer.human) < Math.abs(answer.levelBefore - answer.human);
  const item = make("li", {});
  const line = make("p", {});
  line.append(
    make("strong", { textContent: answer.id }),
    ` rated ${two(answer.human)}, level ${answer.levelBefore} becomes ${answer.levelAfter} (${two(answer.scoreBefore)} to ${two(answer.scoreAfter)}) `,
    make("span", { className: `way ${closer ? "closer" : "further"}`, textContent: closer ? "closer" : "further off" }),
  );
  const details = make("details", {});
  const summary = make("summary", { textContent: "Why " });
  summary.append(make("span", { className: "visually-hidden", textContent: `${answer.id} moves` }));
  const reasons = make("ul", { className: "reasons" });
  reasons.append(...answer.reasons.map((reason) => {
    const entry = make("li", { textContent: reason.says });
    reason.words.forEach((words) => entry.append(" ", make("q", { textContent: words })));
    return entry;
  }));
  details.append(summary, reasons);
  item.append(line, make("p", { className: "quiet", textContent: answer.begins }), details);
  return item;
}

function count(n, noun) {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

function two(value) {
  return value.toFixed(2).replace(/^-(0\.00)$/, "$1");
}

function heading(text) {
  return make("h2", { textContent: text });
}

function cell(scope, text) {
  const made = make("th", { textContent: text });
  made.scope = scope;
  return made;
}

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
