// A page that waits: it counts down, and loads anew when the session has moved on.
import { ServerClock, minutesAndSeconds } from "./clock.js";
import { fetchState, watch } from "./state.js";

const root = document.getElementById("watch");
const { session, phase, place, left } = root.dataset;

function moveOn(state) {
  if (state.phase !== phase || (state.place ?? "") !== place) location.reload();
}

watch(session, moveOn);

if (left) {
  const clock = new ServerClock(Number(left));
  const time = document.getElementById("clock-time");
  setInterval(async () => {
    time.textContent = minutesAndSeconds(clock.secondsLeft);
    if (clock.secondsLeft === 0) {
      try {
        const state = await fetchState(session);
        moveOn(state);
        clock.set(state.secondsLeft ?? 1);
      } catch {
        // the server is away; the next tick asks again
      }
    }
  }, 1000);
}
