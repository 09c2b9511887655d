package dev.mockloop.live;

import dev.mockloop.check.RubricCheck;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Script;
import dev.mockloop.interview.SessionId;
import dev.mockloop.scoring.Scorer;
import dev.mockloop.scoring.Tools;
import dev.mockloop.transcript.FolderStore;
import dev.mockloop.transcript.RatingFolder;
import dev.mockloop.transcript.Repair;
import dev.mockloop.transcript.RevisionFolder;
import dev.mockloop.transcript.StoryFolder;
import dev.mockloop.transcript.TranscriptFile;
import dev.mockloop.transcript.TranscriptStore;
import dev.mockloop.workbench.Rated;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/**
 * All parts put together over two folders: the one place where they are wired.
 *
 * @param rehearsal scores what is not handed in
 * @param library finds words in what was typed
 * @param tailor finds questions that fit a text
 * @param stories the candidate's own stories
 * @param rating where answers are rated by people
 * @param rubrics where rubrics are edited and published
 * @param trial tries rubrics that are being written
 * @param rescoring scores old sessions with the rubrics of today
 * @param lab rubrics worked on with rated answers
 * @param models what scoring needs, loaded late
 * @param repairs torn ends that were cut off when the transcripts were opened
 */
public record Workshop(
    Content content,
    LiveSessions sessions,
    Reports reports,
    Rehearsal rehearsal,
    Library library,
    Tailor tailor,
    StoryBank stories,
    RatingRoom rating,
    RubricLab lab,
    TranscriptStore store,
    RubricDesk rubrics,
    RubricTrial trial,
    Rescoring rescoring,
    List<Repair> repairs,
    LateTools models) {

  public Workshop {
    repairs = List.copyOf(repairs);
  }

  /** Reads the rubrics, opens the transcripts and loads the language models. */
  public static Workshop open(Path rubrics, Path transcripts, Clock clock) {
    Content content = Content.reading(rubrics);
    FolderStore store = FolderStore.open(transcripts);
    LateTools models = new LateTools();
    Tools tools = models.tools().beside(ForkJoinPool.commonPool());
    Scorer scorer = new Scorer(tools);
    SecureRandom random = new SecureRandom();
    RevisionFolder revisions = RevisionFolder.open(transcripts.resolve("revisions"));
    RubricDesk rubricDesk =
        new RubricDesk(content, revisions, new RubricCheck(tools.reader()), clock);
    LiveSessions sessions = new LiveSessions(content, store, scorer, clock, random);
    RatingFolder ratings = RatingFolder.open(transcripts);
    RatingLog log = new RatingLog(ratings);
    Reports reports = new Reports(sessions, store, scorer, id -> log.book().overrides(id));
    List<Repair> repairs = new ArrayList<>(store.repairs());
    ratings.repair().ifPresent(repairs::add);
    repairs.addAll(revisions.repairs());
    RatingRoom room = new RatingRoom(sessions, reports, log, clock);
    return new Workshop(
        content,
        sessions,
        reports,
        new Rehearsal(sessions, scorer),
        new Library(sessions),
        new Tailor(content::catalogue),
        new StoryBank(
            new StoryFolder(transcripts.resolve("stories")), content, scorer, clock, random),
        room,
        new RubricLab(content, oneByOne(scorer), rated(room, rubrics, transcripts), random),
        store,
        rubricDesk,
        new RubricTrial(content, sessions, scorer),
        new Rescoring(content, reports, store, clock),
        repairs,
        models);
  }

  /**
   * Answers rated in the room come first; sets of one's own lie beside the transcripts, those that
   * ship beside the rubrics.
   */
  private static RatedAnswers rated(RatingRoom room, Path rubrics, Path transcripts) {
    return RatedAnswers.joined(
        List.of(
            question ->
                room.ratedTexts(question).stream()
                    .map(r -> new Rated(r.id(), r.text(), r.human()))
                    .toList(),
            new RatedFolders(
                List.of(
                    transcripts.resolve("rated"),
                    rubrics.toAbsolutePath().resolveSibling("src").resolve("calibration")))));
  }

  /** A scorer with the models that ship, for one answer at a time that somebody waits for. */
  public static Scorer scorer() {
    return new Scorer(tools().beside(ForkJoinPool.commonPool()));
  }

  /** The same for many answers, which keep all processors busy as they are. */
  public static Scorer batchScorer() {
    return new Scorer(tools());
  }

  /** A scorer for the workbench, whose two threads are all that it may take. */
  private static Scorer oneByOne(Scorer scorer) {
    return new Scorer(scorer.tools().beside(Runnable::run));
  }

  private static Tools tools() {
    return new LateTools().tools();
  }

  /**
   * Loads what the first score needs, so that nobody waits for it; may be called on any thread.
   *
   * @throws RuntimeException when a model is missing or broken, with its name
   */
  public void warmUp() {
    models.load();
  }

  /** Whether all that scoring needs is loaded. */
  public boolean warm() {
    return models.loaded();
  }

  /** What interviewers say. */
  public Script script() {
    return new Script(content.catalogue()::briefing);
  }

  /** How the text of a place came to be. */
  public Replay replay(SessionId session, Place place) {
    return Replay.of(store.events(session), place);
  }

  /** A report as Markdown; also kept beside the events. */
  public String markdown(Report report) {
    String text = TranscriptText.of(report);
    store.keepDerived(report.session().id(), "transcript.md", text);
    return text;
  }

  /** A transcript as JSON; also kept beside the events. */
  public String json(Report report) {
    String text =
        TranscriptFile.write(
            store.events(report.session().id()), report.card(), report.overrides());
    store.keepDerived(report.session().id(), "transcript.json", text);
    return text;
  }
}
