// Plays the saved texts of an answer from the table on the page, faster than they were typed.
const SPEED = 20;
const LONGEST_WAIT = 1200;
const SHORTEST_WAIT = 80;

const table = document.getElementById("steps");
const player = document.getElementById("player");
if (table) begin();

function begin() {
  const steps = [...table.tBodies[0].rows].map((row) => ({
    time: row.cells[0].textContent.trim(),
    words: row.cells[1].textContent.trim(),
    text: row.querySelector("p").textContent,
  }));
  const scrub = document.getElementById("scrub");
  const play = document.getElementById("play");
  let timer;

  player.hidden = false;
  scrub.addEventListener("input", () => { stop(); show(); });
  play.addEventListener("click", () => (timer ? stop() : start()));
  show();

  function show() {
    const step = steps[scrub.valueAsNumber];
    const words = `${step.time}, ${step.words} words, ${scrub.valueAsNumber + 1} of ${steps.length}`;
    document.getElementById("at").textContent = words;
    document.getElementById("frame").textContent = step.text;
    scrub.setAttribute("aria-valuetext", words);
  }

  function start() {
    if (scrub.valueAsNumber === steps.length - 1) scrub.value = 0;
    play.textContent = "Stop";
    show();
    next();
  }

  function next() {
    const now = scrub.valueAsNumber;
    if (now + 1 >= steps.length) return stop();
    const wait = ((seconds(steps[now + 1].time) - seconds(steps[now].time)) * 1000) / SPEED;
    timer = setTimeout(() => {
      scrub.value = now + 1;
      show();
      next();
    }, Math.max(SHORTEST_WAIT, Math.min(LONGEST_WAIT, wait)));
  }

  function stop() {
    clearTimeout(timer);
    timer = null;
    play.textContent = "Play";
  }
}

function seconds(clock) {
  const [minutes, rest] = clock.split(":").map(Number);
  return minutes * 60 + rest;
}
