// The session's state over the API, and news of its changes.
export async function fetchState(session) {
  const response = await fetch(`/api/sessions/${session}`, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`state: ${response.status}`);
  return response.json();
}

export function watch(session, onState) {
  const source = new EventSource(`/api/sessions/${session}/live`);
  source.addEventListener("state", (event) => onState(JSON.parse(event.data)));
  return source;
}
