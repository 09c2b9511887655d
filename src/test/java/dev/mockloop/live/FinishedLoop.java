package dev.mockloop.live;

import dev.mockloop.Fixtures;
import dev.mockloop.interview.Command;
import dev.mockloop.interview.Mode;
import dev.mockloop.interview.Phase;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Session;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.store.FolderStore;
import dev.mockloop.transcript.TranscriptStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** A loop that was really run, for tests of what comes behind one. */
public final class FinishedLoop {
  private static final Content CONTENT = Content.read(Path.of("rubrics"));

  private FinishedLoop() {}

  /** Runs the short loop over a folder, each question answered so. */
  public static Report report(Path folder, Function<Question, String> answer) {
    TranscriptStore store = new TranscriptStore(FolderStore.open(folder));
    Clock clock = Clock.fixed(Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC);
    LiveSessions sessions = new LiveSessions(CONTENT, store, Fixtures.SCORER, clock, new Random(1));
    Session session =
        sessions.create(
            new NewSession(
                Optional.of("staff-short"),
                Mode.PRACTICE,
                "Ada",
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    sessions.handle(session.id(), new Command.Start());
    while (true) {
      Session now = sessions.find(session.id()).orElseThrow();
      switch (now.phase()) {
        case Phase.Answering(Place place, Instant deadline) -> {
          QuestionId id =
              now.plan().rounds().get(place.round()).questions().get(place.question()).id();
          String text =
              place.probe()
                  ? "Nothing to add."
                  : answer.apply(CONTENT.catalogue().question(id).orElseThrow());
          sessions.handle(session.id(), new Command.Submit(place, text));
        }
        case Phase.Break pause -> sessions.handle(session.id(), new Command.NextRound());
        default -> {
          return new Reports(sessions, store, Fixtures.SCORER).find(session.id()).orElseThrow();
        }
      }
    }
  }
}
