// Rating by keyboard, and a copy of what is chosen in this browser until it is handed in.
const form = document.getElementById("rating");
const done = document.getElementById("rated");

if (done) {
  localStorage.removeItem(done.dataset.key);
}

if (form) {
  const boxes = [...form.querySelectorAll("fieldset[data-level]")];
  const kept = document.getElementById("kept");

  const radios = (box) => [...box.querySelectorAll("input[type=radio]")];

  function go(box) {
    const target = radios(box).find((r) => r.checked) ?? radios(box)[0];
    target.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  }

  function move(from, by) {
    const at = boxes.indexOf(from) + by;
    if (at >= 0 && at < boxes.length) go(boxes[at]);
    if (at === boxes.length) form.elements.note.focus();
  }

  function keep() {
    const levels = Object.fromEntries(
      boxes.flatMap(radios).filter((r) => r.checked).map((r) => [r.name, r.value]));
    try {
      localStorage.setItem(form.dataset.key, JSON.stringify({ levels, note: form.elements.note.value }));
      const open = boxes.filter((box) => !radios(box).some((r) => r.checked)).length;
      kept.textContent = open === 0 ? "All levels are chosen. Kept in this browser." : `${open} to go. Kept in this browser.`;
    } catch {
      kept.textContent = "This browser keeps nothing; hand in before you leave.";
    }
  }

  function restore() {
    const before = JSON.parse(localStorage.getItem(form.dataset.key) ?? "null");
    if (!before) return;
    boxes.flatMap(radios).forEach((r) => { r.checked = before.levels[r.name] === r.value; });
    form.elements.note.value = before.note;
    kept.textContent = "What you chose before is back.";
  }

  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    const box = event.target.closest?.("fieldset[data-level]");
    if (!box || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[1-5]$/.test(event.key)) {
      const chosen = radios(box)[Number(event.key) - 1];
      chosen.checked = true;
      chosen.focus({ preventScroll: true });
      keep();
    } else if (event.key === "j" || event.key === "ArrowDown") {
      move(box, 1);
    } else if (event.key === "k" || event.key === "ArrowUp") {
      move(box, -1);
    } else {
      return;
    }
    event.preventDefault();
  });
  form.addEventListener("input", keep);

  if (form.dataset.sent !== "true") restore();
  if (matchMedia("(min-width: 60rem)").matches) radios(boxes[0])[0].focus({ preventScroll: true });
}
