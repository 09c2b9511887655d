// The meter of practice: follows the text as it is typed. Only the newest text counts, so a request
// that is still under way is dropped.
const PAUSE = 60;

const sheet = document.getElementById("sheet");
const text = document.getElementById("text");
const box = document.getElementById("meter");
const hint = document.getElementById("hint");
const hintButton = document.getElementById("hint-button");
const url = `/api/sessions/${sheet.dataset.session}/meter/${sheet.dataset.place}`;
let timer;
let underWay;
let hints = [];
let shown = 0;

text.addEventListener("input", later);
box.addEventListener("toggle", later);
hintButton.addEventListener("click", showHint);
later();

function later() {
  clearTimeout(timer);
  if (box.open) timer = setTimeout(measure, PAUSE);
}

async function measure() {
  underWay?.abort();
  underWay = new AbortController();
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text: text.value }),
      signal: underWay.signal,
    });
    if (response.ok) show(await response.json());
  } catch {
    // dropped for a newer text, or the server is away: the next pause asks again
  }
}

function show(meter) {
  fill(document.getElementById("meters"), meter.criteria.map((c) => [c.title, c.share]));
  fill(document.getElementById("arc-meters"), meter.arc.map((a) => [a.role, a.share]));
  document.getElementById("arc-box").hidden = meter.arc.length === 0;
  hints = meter.hints;
  shown = 0;
}

function fill(list, rows) {
  rows.forEach(([title, share], index) => {
    let row = list.children[index];
    if (!row) {
      row = document.createElement("div");
      row.append(document.createElement("dt"), document.createElement("dd"));
      row.lastChild.append(document.createElement("meter"), document.createElement("span"));
      list.append(row);
    }
    const [name, value] = row.children;
    const [bar, words] = value.children;
    name.textContent = title;
    bar.value = share;
    bar.ariaLabel = title;
    words.textContent = `${Math.round(share * 100)}%`;
  });
}

function showHint() {
  const next = hints[shown % Math.max(1, hints.length)];
  shown++;
  hint.hidden = false;
  hint.textContent = next ? `${next.text} ${next.question}` : "Every criterion is well covered. Read it once more and hand it in.";
}
