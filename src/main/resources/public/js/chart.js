// Draws a line chart from the table beside it; the table stays the source, and is there for those who
// cannot see the chart.
import "/static/lib/dist/chart.umd.min.js";

const { Chart } = globalThis;
const SHAPES = ["circle", "rect", "triangle", "rectRot", "cross", "star", "crossRot", "dash"];
const DASHES = [[], [6, 3], [2, 2], [8, 3, 2, 3], [1, 3], [12, 3], [4, 4], [10, 2, 2, 2]];
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const dark = matchMedia("(prefers-color-scheme: dark)");

Chart.defaults.font = { ...Chart.defaults.font, family: getComputedStyle(document.body).fontFamily, size: 13 };

function draw(box) {
  const table = document.getElementById(box.dataset.table);
  const rows = [...table.tBodies[0].rows];
  if (rows.length < 2) {
    box.remove();
    return;
  }
  const canvas = document.createElement("canvas");
  box.append(canvas);
  const chart = new Chart(canvas, options(table, rows));
  dark.addEventListener("change", () => {
    const { data, options: fresh } = options(table, rows);
    Object.assign(chart, { data, options: fresh });
    chart.update();
  });
}

// The whole title stands in the table.
function short(title) {
  const most = innerWidth < 600 ? 34 : 60;
  return title.length <= most ? title : `${title.slice(0, most - 1)}…`;
}

function options(table, rows) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const colours = ["--ink", "--accent", "--said-line", "--warn", "--bad", "--named-line", "--quiet"].map(colour);
  const series = [...table.tHead.rows[0].cells].filter((cell) => "series" in cell.dataset);
  return {
    type: "line",
    data: {
      labels: rows.map((row) => row.cells[0].textContent.trim()),
      datasets: series.map((cell, index) => ({
        label: short(cell.textContent.trim()),
        data: rows.map((row) => Number.parseFloat(row.cells[cell.cellIndex].textContent)),
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
