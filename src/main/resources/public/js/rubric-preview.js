// How an answer is read by the rubric as it stands in the editor.
function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function segments(list) {
  const box = element("div", undefined, "typed preserve");
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", "The answer with what was found");
  for (const segment of list) {
    if (!segment.says) {
      box.append(segment.text);
      continue;
    }
    const mark = element("span", segment.text, `ev ${segment.kind}`);
    mark.title = segment.says;
    mark.append(element("span", ` [${segment.says}] `, "visually-hidden"));
    box.append(mark);
  }
  return box;
}

function criterion(one) {
  const item = element("li");
  const line = element("p", undefined, "criterion");
  line.append(element("strong", one.title), element("span", one.score.toFixed(1)));
  item.append(line);
  const ideas = one.found === 1 ? "1 idea found" : `${one.found} ideas found`;
  item.append(element("p", ideas, "quiet small"));
  if (one.missing.length > 0) {
    const more = element("details");
    more.append(element("summary", `${one.missing.length} not said`));
    const list = element("ul", undefined, "missing");
    one.missing.forEach((says) => list.append(element("li", says)));
    more.append(list);
    item.append(more);
  }
  return item;
}

/** Shows a score in the place of what the box held. */
export function showScore(box, score) {
  const head = element("p");
  head.append(
    element("span", score.verdict, `verdict v${score.level}`),
    " ",
    element("strong", score.overall.toFixed(1)),
    " of 5",
  );
  const criteria = element("ul", undefined, "criteria");
  score.criteria.forEach((one) => criteria.append(criterion(one)));
  const notes = [...score.doubts, ...score.redFlags.map((f) => `Red flag: ${f.name}. ${f.reason}`)];
  box.replaceChildren(
    head,
    ...notes.map((note) => element("p", note, "flag")),
    segments(score.segments),
    criteria,
  );
}

/** Lists problems, each with a button that goes to its line. */
export function showProblems(box, problems, goTo) {
  if (problems.length === 0) {
    box.replaceChildren(element("p", "All is well: it can be published.", "sound"));
    return;
  }
  const list = element("ol", undefined, "problems");
  for (const problem of problems) {
    const item = element("li");
    const go = element("button", `Line ${problem.line}`, "link");
    go.type = "button";
    go.addEventListener("click", () => goTo(problem));
    item.append(go, element("span", `, column ${problem.column}`, "quiet"), `: ${problem.message}.`);
    if (problem.mend) item.append(" ", element("em", `Mend: ${problem.mend}.`));
    list.append(item);
  }
  box.replaceChildren(list);
}
