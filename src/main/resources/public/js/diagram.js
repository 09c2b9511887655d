// Inside the frame of one diagram: draws the source that the page around it sends, and tells its height.
const dark = matchMedia("(prefers-color-scheme: dark)").matches;

// labels as SVG text and not as HTML: a label then can bring nothing with it
mermaid.initialize({ startOnLoad: false, securityLevel: "strict", htmlLabels: false, flowchart: { htmlLabels: false }, theme: dark ? "dark" : "neutral" });

addEventListener("message", async ({ data, source }) => {
  if (source !== parent || typeof data?.diagram !== "string") return;
  const place = document.getElementById("drawing");
  try {
    const { svg } = await mermaid.render("diagram", data.diagram);
    place.innerHTML = svg;
  } catch (error) {
    document.getElementById("ddiagram")?.remove();
    place.replaceChildren(Object.assign(document.createElement("p"), { textContent: `This diagram cannot be drawn: ${String(error.message ?? error).split("\n")[0]}` }));
  }
  parent.postMessage({ diagramHeight: Math.ceil(place.getBoundingClientRect().height) + 4 }, "*");
});

parent.postMessage({ diagramReady: true }, "*");
