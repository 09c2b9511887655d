package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.interview.Command;
import dev.mockloop.interview.Event;
import dev.mockloop.interview.Phase;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Session;
import dev.mockloop.interview.SessionId;
import dev.mockloop.live.Workshop;
import dev.mockloop.store.FolderStore;
import dev.mockloop.transcript.StoreCheck;
import dev.mockloop.transcript.TranscriptStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup is a plain copy of the folder, taken while the server works: it opens, it is sound, and
 * all is in it that was acknowledged before the copy began.
 */
class BackupIT {
  private static final Path RUBRICS = Path.of("rubrics");
  private static final int WRITERS = 4;
  private static final int COPIES = 12;

  @TempDir private Path folder;

  /** A draft that was acknowledged. */
  private record Saved(SessionId session, long number, String text) {}

  private final ConcurrentLinkedQueue<Saved> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean enough = new AtomicBoolean();

  @Test
  void aCopyOfTheFolderTakenUnderLoadHoldsAllThatWasAcknowledgedBefore() throws Exception {
    Path transcripts = folder.resolve("transcripts");
    List<Path> copies = new ArrayList<>();
    List<List<Saved>> promises = new ArrayList<>();
    try (ServerProcess server =
            ServerProcess.start(0, RUBRICS, transcripts, folder.resolve("clock"));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> writing = new ArrayList<>();
      for (int w = 0; w < WRITERS; w++) {
        writing.add(threads.submit(writer(new Candidate(server), w)));
      }
      while (acknowledged.size() < WRITERS) {
        Thread.onSpinWait();
      }
      for (int c = 0; c < COPIES; c++) {
        promises.add(List.copyOf(acknowledged));
        copies.add(copy(transcripts, folder.resolve("copy" + c)));
      }
      enough.set(true);
      for (Future<Integer> writer : writing) {
        assertThat(writer.get()).isPositive();
      }
    }
    assertThat(promises.getLast()).hasSizeGreaterThan(promises.getFirst().size());
    for (int c = 0; c < COPIES; c++) {
      isSound(copies.get(c), promises.get(c));
    }
    goesOn(copies.getLast(), promises.getLast());
  }

  private Callable<Integer> writer(Candidate candidate, int writer) {
    return () -> {
      String id = candidate.create(Map.of("mode", "practice", "question", "behavioral/mentoring"));
      candidate.act(id, "start");
      int number = 0;
      while (!enough.get()) {
        number++;
        String text = "Writer " + writer + " wrote text " + number + ". " + "More. ".repeat(number);
        candidate.save(id, "0.0", number, text);
        acknowledged.add(new Saved(new SessionId(id), number, text));
      }
      return number;
    };
  }

  /** As cp -r does: one file after the other, while they grow, come and go. */
  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        Path target = to.resolve(entry.getFileName().toString());
        if (Files.isDirectory(entry)) {
          copy(entry, target);
        } else {
          try {
            Files.copy(entry, target);
          } catch (NoSuchFileException e) {
            // gone since the folder was listed, as a journal that is done with
          }
        }
      }
    }
    return to;
  }

  private static void isSound(Path copy, List<Saved> promised) {
    try (FolderStore store = FolderStore.open(copy)) {
      List<StoreCheck.Finding> findings = new ArrayList<>();
      assertThat(new StoreCheck(store, findings::add).run().damaged()).as("%s", findings).isZero();
      TranscriptStore transcripts = new TranscriptStore(store);
      for (SessionId session : promised.stream().map(Saved::session).distinct().toList()) {
        List<Saved> kept =
            transcripts.events(session).stream()
                .filter(Event.DraftSaved.class::isInstance)
                .map(Event.DraftSaved.class::cast)
                .map(d -> new Saved(session, d.number(), d.text()))
                .toList();
        assertThat(kept)
            .containsSubsequence(
                promised.stream().filter(p -> p.session().equals(session)).toList());
      }
    }
  }

  private static void goesOn(Path copy, List<Saved> promised) {
    Place place = new Place(0, 0, false);
    try (FolderStore store = FolderStore.open(copy)) {
      Workshop workshop = Workshop.open(RUBRICS, store, copy, Clock.systemUTC());
      for (SessionId id : promised.stream().map(Saved::session).distinct().toList()) {
        Session session = workshop.sessions().find(id).orElseThrow();
        assertThat(session.phase()).isInstanceOf(Phase.Answering.class);
        long number = session.given(place).orElseThrow().draftNumber() + 1;
        Command draft = new Command.SaveDraft(place, number, "written on over the copy");
        assertThat(workshop.sessions().handle(id, draft).orElseThrow().refusal()).isEmpty();
      }
    }
  }
}
