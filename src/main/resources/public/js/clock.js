// A clock that follows the server: it counts from the seconds that the server said were left, by the
// page's own monotonic time, so that a wrong or jumping wall clock changes nothing.
export class ServerClock {
  constructor(secondsLeft) {
    this.set(secondsLeft);
  }

  set(secondsLeft) {
    this.endsAt = performance.now() + secondsLeft * 1000;
  }

  get secondsLeft() {
    return Math.max(0, (this.endsAt - performance.now()) / 1000);
  }
}

export function minutesAndSeconds(seconds) {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
