// Draws a chart, lines or bars, from the table beside it; the table stays the source, and is there for those who
// cannot see the chart.
import "/static/lib/chart.js/dist/chart.umd.min.js";

const { Chart } = globalThis;
const SHAPES = ["circle", "rect", "triangle", "rectRot", "cross", "star", "crossRot", "dash"];
const DASHES = [[], [6, 3], [2, 2], [8, 3, 2, 3], [1, 3], [12, 3], [4, 4], [10, 2, 2, 2]];
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const BAR = 26;
const PAPER = { "--ink": "#1c1c1a", "--quiet": "#4a4a46", "--line": "#c9c6bd", "--accent": "#0b5d5a", "--named-line": "#8a6d1a" };
const dark = matchMedia("(prefers-color-scheme: dark)");

Chart.defaults.font = { ...Chart.defaults.font, family: getComputedStyle(document.body).fontFamily, size: 13 };

let printing = false;

function draw(box) {
  const table = document.getElementById(box.dataset.table);
  const rows = [...table.tBodies[0].rows];
  const series = [...table.tHead.rows[0].cells].filter((cell) => "series" in cell.dataset);
  const bars = box.dataset.chart === "bars";
  if (!bars && rows.length < 2) {
    box.remove();
    return;
  }
  if (bars) box.style.height = `${rows.length * (BAR + 14 * (series.length - 1)) + (series.length > 1 ? 80 : 40)}px`;
  const canvas = document.createElement("canvas");
  box.append(canvas);
  const fresh = () => (bars ? barOptions(box, rows, series) : lineOptions(rows, series));
  const chart = new Chart(canvas, fresh());
  const redraw = () => {
    const { data, options } = fresh();
    Object.assign(chart, { data, options });
    chart.update("none");
  };
  dark.addEventListener("change", redraw);
  addEventListener("beforeprint", () => { printing = true; redraw(); });
  addEventListener("afterprint", () => { printing = false; redraw(); });
}

function colour(name) {
  return (printing && PAPER[name]) || getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function figures(rows, cell) {
  return rows.map((row) => Number.parseFloat(row.cells[cell.cellIndex].textContent));
}

function barOptions(box, rows, series) {
  const limit = (name) => (name in box.dataset ? Number(box.dataset[name]) : undefined);
  return {
    type: "bar",
    data: {
      labels: rows.map((row) => short(row.cells[0].textContent.trim())),
      datasets: series.map((cell, index) => ({
        label: cell.textContent.trim(),
        data: figures(rows, cell),
        // the second series is an outline, so that the two differ without colour
        backgroundColor: index === 0 ? colour("--accent") : "transparent",
        borderColor: colour(index === 0 ? "--accent" : "--quiet"),
        borderWidth: index === 0 ? 0 : 1.5,
        borderRadius: 3,
        maxBarThickness: 16,
      })),
    },
    options: {
      indexAxis: "y",
      animation: still ? false : { duration: 300 },
      maintainAspectRatio: false,
      scales: {
        x: { min: limit("min"), max: limit("max"), ticks: { color: colour("--quiet"), stepSize: limit("max") ? 1 : undefined }, grid: { color: colour("--line") } },
        y: { ticks: { color: colour("--ink"), autoSkip: false }, grid: { display: false } },
      },
      plugins: { legend: { display: series.length > 1, position: "bottom", labels: { color: colour("--ink"), boxHeight: 8 } } },
    },
  };
}

// The whole title stands in the table.
function short(title) {
  const most = innerWidth < 600 ? 24 : 60;
  return title.length <= most ? title : `${title.slice(0, most - 1)}…`;
}

function lineOptions(rows, series) {
  const colours = ["--ink", "--accent", "--said-line", "--warn", "--bad", "--named-line", "--quiet"].map(colour);
  return {
    type: "line",
    data: {
      labels: rows.map((row) => row.cells[0].textContent.trim()),
      datasets: series.map((cell, index) => ({
        label: short(cell.textContent.trim()),
        data: figures(rows, cell),
        borderColor: colours[index % colours.length],
        backgroundColor: colours[index % colours.length],
        borderWidth: index === 0 ? 3 : 1.5,
        borderDash: DASHES[index % DASHES.length],
        pointStyle: SHAPES[index % SHAPES.length],
        pointRadius: index === 0 ? 5 : 4,
        spanGaps: true,
        clip: 10,
      })),
    },
    options: {
      animation: still ? false : { duration: 300 },
      maintainAspectRatio: false,
      scales: {
        y: { min: 1, max: 5, ticks: { stepSize: 1, color: colour("--quiet") }, grid: { color: colour("--line") } },
        x: { ticks: { color: colour("--quiet") }, grid: { display: false } },
      },
      plugins: { legend: { position: "bottom", labels: { usePointStyle: true, color: colour("--ink"), boxHeight: 8 } } },
    },
  };
}

document.querySelectorAll(".chart").forEach(draw);
