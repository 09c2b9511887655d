// Puts a fit into the draft of the rubric, once it is confirmed. Where there is no draft to put it into, the text is
// shown to be copied.
const section = document.getElementById("apply");

if (section) {
  const { kind, name } = section.dataset;
  const address = `/api/workbench/${encodeURIComponent(kind)}/${encodeURIComponent(name)}`;
  const take = document.getElementById("take");
  const state = document.getElementById("apply-state");
  const sure = document.getElementById("sure");

  take.addEventListener("click", () => sure.showModal());
  sure.addEventListener("close", async () => {
    if (sure.returnValue !== "yes") return;
    state.textContent = "Putting it in";
    try {
      // what somebody is writing keeps its words; only its numbers change
      const { draft } = await json(address, "GET");
      const { yaml } = await json(`${address}/fit/yaml`, "POST", draft ? { yaml: draft.yaml } : {});
      const known = draft ? { base: draft.base, known: draft.number } : { known: 0 };
      const kept = await send(`${address}/draft`, "PUT", { yaml, ...known });
      if (kept.ok) {
        const link = Object.assign(document.createElement("a"), { href: `/workbench/${kind}/${name}`, textContent: "Look at it in the editor" });
        state.replaceChildren("The fit is in the draft. ", link, ".");
      } else {
        document.getElementById("apply-yaml").value = yaml;
        document.getElementById("apply-text").hidden = false;
        state.textContent = `The draft could not be changed: ${(await kept.json()).detail} The text is below, to be copied.`;
      }
    } catch (problem) {
      state.textContent = problem.message;
    }
  });
}

async function json(address, method, body) {
  const response = await send(address, method, body);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer;
}

async function send(address, method, body) {
  const sent = body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  return fetch(address, { method, ...sent }).catch(() => {
    throw new Error("The server cannot be reached; nothing was changed. Try again.");
  });
}
