// Keeps a text safe: in this browser at once, on the server soon after. One request is under way at a
// time; a failed one is tried again until it goes through.
const PAUSE_BEFORE_SAVE = 800;
const LONGEST_UNSAVED = 5000;
const FIRST_RETRY = 1000;
const LONGEST_RETRY = 15000;

export class Draft {
  constructor({ session, place, number, text, show, onConflict, onClosed, onAway }) {
    this.url = `/api/sessions/${session}/drafts/${place}`;
    this.key = `mockloop:${session}:${place}`;
    this.number = number;
    this.saved = text;
    this.text = text;
    this.retry = FIRST_RETRY;
    this.show = show;
    this.onConflict = onConflict;
    this.onClosed = onClosed;
    this.onAway = onAway;
    this.stopped = false;
    addEventListener("online", () => this.flush());
  }

  // A text that was typed here and never reached the server, if there is one.
  unsent() {
    const kept = localStorage.getItem(this.key);
    return kept !== null && kept !== this.saved ? kept : null;
  }

  change(text) {
    this.text = text;
    this.keepHere();
    if (!this.firstUnsaved) this.firstUnsaved = performance.now();
    clearTimeout(this.timer);
    const waited = performance.now() - this.firstUnsaved;
    this.timer = setTimeout(() => this.flush(), Math.max(0, Math.min(PAUSE_BEFORE_SAVE, LONGEST_UNSAVED - waited)));
  }

  async flush() {
    clearTimeout(this.timer);
    while (!this.stopped && (this.inFlight || this.text !== this.saved)) {
      this.inFlight ??= this.send().finally(() => { this.inFlight = null; });
      if (!(await this.inFlight)) return false;
    }
    return true;
  }

  async send() {
    const text = this.text;
    const number = this.number + 1;
    this.show("Saving…", false);
    let response;
    try {
      response = await fetch(`${this.url}/${number}`, {
        method: "PUT",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ text }),
        keepalive: text.length < 50000,
      });
    } catch {
      this.onAway(true);
      return this.tryLater("Not saved: the server cannot be reached. The text is kept in this browser and sent again.");
    }
    this.onAway(false);
    if (response.ok) {
      this.number = number;
      this.saved = text;
      this.firstUnsaved = null;
      this.retry = FIRST_RETRY;
      if (this.text === text) localStorage.removeItem(this.key);
      this.show(`Saved ${new Date().toLocaleTimeString()}`, false);
      return true;
    }
    return this.refused(response);
  }

  async refused(response) {
    const problem = await response.json().catch(() => ({}));
    if (problem.reason === "stale") {
      this.number = problem.keptNumber;
      if (problem.kept === this.text) {
        this.saved = this.text;
        return true;
      }
      this.stopped = true;
      this.onConflict(problem);
      return false;
    }
    if (problem.reason === "closed" || problem.reason === "not-now") {
      this.stopped = true;
      this.onClosed(problem);
      return false;
    }
    if (response.status === 400 || response.status === 413) {
      this.show(`Not saved: ${problem.detail ?? "the server refused the text"}`, true);
      return false;
    }
    return this.tryLater(`Not saved: ${problem.detail ?? "the server failed"} The text is kept in this browser and sent again.`);
  }

  tryLater(message) {
    this.show(message, true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), this.retry);
    this.retry = Math.min(LONGEST_RETRY, this.retry * 2);
    return false;
  }

  // After a conflict: go on with this text, over the one that is saved.
  goOnWith(text, saved) {
    this.stopped = false;
    this.text = text;
    this.saved = saved;
    return this.flush();
  }

  keepHere() {
    try {
      localStorage.setItem(this.key, this.text);
    } catch {
      // the browser keeps nothing (private window, full); the server still does
    }
  }

  forget() {
    localStorage.removeItem(this.key);
  }
}
