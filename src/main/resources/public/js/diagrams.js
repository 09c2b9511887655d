// Puts a frame with the drawing in front of every Mermaid block of a part of the page. What was typed is
// drawn in a frame that can reach nothing, so that it can do nothing to the page.
const TALLEST = 900;

export function drawDiagrams(root) {
  for (const code of root.querySelectorAll("code.language-mermaid")) {
    const source = code.textContent;
    const frame = document.createElement("iframe");
    frame.src = "/diagram";
    frame.title = "Diagram";
    frame.className = "diagram";
    frame.setAttribute("sandbox", "allow-scripts");
    addEventListener("message", function answer({ data, source: from }) {
      if (!frame.isConnected && frame.dataset.placed) return removeEventListener("message", answer);
      if (from !== frame.contentWindow) return;
      if (data.diagramReady) from.postMessage({ diagram: source }, "*");
      if (data.diagramHeight) frame.style.height = `${Math.min(TALLEST, data.diagramHeight)}px`;
    });
    const block = code.closest("pre");
    const box = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = "Source of the diagram";
    block.replaceWith(frame, box);
    box.append(summary, block);
    frame.dataset.placed = "yes";
  }
}

document.querySelectorAll("[data-diagrams]").forEach(drawDiagrams);
