// The preview beside the answer: laid out on the server, which escapes everything, and drawn here.
const PAUSE = 400;
const text = document.getElementById("text");
const box = document.getElementById("preview");
const sheet = document.getElementById("preview-sheet");
let timer;
let shown = null;

box.addEventListener("toggle", show);
text.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(show, PAUSE);
});
document.addEventListener("keydown", (event) => {
  if (event.altKey && event.code === "KeyP") {
    event.preventDefault();
    box.open = !box.open;
  }
});

async function show() {
  if (!box.open || text.value === shown) return;
  const typed = text.value;
  try {
    const response = await fetch("/api/preview", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text: typed }),
    });
    if (!response.ok) throw new Error();
    shown = typed;
    sheet.innerHTML = (await response.json()).html || "<p>Nothing typed yet.</p>";
    if (sheet.querySelector("code.language-mermaid")) {
      const { drawDiagrams } = await import("./diagrams.js");
      drawDiagrams(sheet);
    }
  } catch {
    sheet.textContent = "The preview is not to be had while the server is away. Your text is kept.";
  }
}
