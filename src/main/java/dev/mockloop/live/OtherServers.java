package dev.mockloop.live;

import dev.mockloop.store.Name;
import dev.mockloop.store.Watcher;
import dev.mockloop.transcript.RevisionLedger;
import dev.mockloop.transcript.TranscriptStore;

/**
 * Passes on what other servers over the same store changed to whoever keeps some of it in memory.
 */
record OtherServers(LiveSessions sessions, RubricDesk rubrics, Content content) implements Watcher {

  @Override
  public void changed(Name name) {
    TranscriptStore.sessionOf(name).ifPresent(sessions::changedElsewhere);
    RevisionLedger.questionOf(name).ifPresent(rubrics::takeIn);
    if (LoopDocuments.isLoop(name)) {
      content.takeInLoops();
    }
  }

  @Override
  public void missed() {
    sessions.missedElsewhere();
    rubrics.takeInAll();
    content.takeInLoops();
  }
}
