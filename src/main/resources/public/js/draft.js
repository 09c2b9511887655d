// Keeps a text safe: in this browser at once, on the server soon after. One request is under way at a
// time; a failed one is tried again until it goes through. A request whose reply got lost may have
// gone through, so texts that were sent are known again when the server names one as saved.
const PAUSE_BEFORE_SAVE = 800;
const LONGEST_UNSAVED = 5000;
const FIRST_RETRY = 1000;
const LONGEST_RETRY = 15000;
const SENT_KNOWN = 20;

export class Draft {
  constructor({ session, place, number, text, show, onConflict, onClosed, onAway }) {
    this.url = `/api/sessions/${session}/drafts/${place}`;
    this.key = `mockloop:${session}:${place}`;
    this.otherKey = `${this.key}:other`;
    this.number = number;
    this.base = number;
    this.sent = [];
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

  // A text that was typed here and never reached the server, if there is one. It is behind when
  // another text was saved since, perhaps on another device: then neither may cover the other.
  unsent() {
    const kept = read(sessionStorage, this.otherKey) ?? read(localStorage, this.key);
    if (kept === null || kept.text === this.saved) return null;
    const behind = kept.base < this.number && this.saved !== kept.sent;
    if (behind) {
      this.base = kept.base;
      this.text = kept.text;
      this.stop();
    }
    return { text: kept.text, behind };
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
    this.sent = [...this.sent, text].slice(-SENT_KNOWN);
    this.keepHere();
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
      this.knows(number, text);
      this.firstUnsaved = null;
      this.retry = FIRST_RETRY;
      if (this.text === text) this.forget();
      this.show(`Saved ${new Date().toLocaleTimeString()}`, false);
      return true;
    }
    return this.refused(response);
  }

  async refused(response) {
    const problem = await response.json().catch(() => ({}));
    if (problem.reason === "stale") {
      if (this.isOurs(problem)) return true;
      this.number = problem.keptNumber;
      this.stop();
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

  // Whether the text that the server has is one that was sent from here, whose reply got lost.
  isOurs(problem) {
    if (problem.kept !== this.text && !this.sent.includes(problem.kept)) return false;
    this.knows(problem.keptNumber, problem.kept);
    return true;
  }

  knows(number, text) {
    this.number = number;
    this.base = number;
    this.saved = text;
    this.sent = [];
  }

  // While somebody has to choose, nothing is sent, and the text is kept for this tab alone.
  stop() {
    this.stopped = true;
    this.keepHere();
  }

  // After a conflict: go on with this text, over the one that is saved.
  goOnWith(text, saved) {
    this.stopped = false;
    this.text = text;
    this.saved = saved;
    this.base = this.number;
    sessionStorage.removeItem(this.otherKey);
    return this.flush();
  }

  keepHere() {
    try {
      const kept = { text: this.text, base: this.base, sent: this.sent.at(-1) ?? null };
      if (this.stopped) sessionStorage.setItem(this.otherKey, JSON.stringify(kept));
      else localStorage.setItem(this.key, JSON.stringify(kept));
    } catch {
      // the browser keeps nothing (private window, full); the server still does
    }
  }

  // Another tab's text stays.
  forget() {
    if (read(localStorage, this.key)?.text === this.text) localStorage.removeItem(this.key);
  }
}

function read(storage, key) {
  try {
    return JSON.parse(storage.getItem(key));
  } catch {
    return null;
  }
}
