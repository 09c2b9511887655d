package dev.mockloop.live;

import dev.mockloop.check.RubricCheck;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Script;
import dev.mockloop.interview.SessionId;
import dev.mockloop.scoring.Scorer;
import dev.mockloop.scoring.Tools;
import dev.mockloop.store.FolderStore;
import dev.mockloop.store.Store;
import dev.mockloop.transcript.RatingLedger;
import dev.mockloop.transcript.RevisionLedger;
import dev.mockloop.transcript.StoryDocuments;
import dev.mockloop.transcript.TranscriptFile;
import dev.mockloop.transcript.TranscriptStore;
import dev.mockloop.workbench.Rated;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/**
 * All parts put together over a folder of rubrics and a store: the one place where they are wired.
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
 * @param store the sessions
 * @param workers what costs more than a moment of a processor is done here
 * @param everything where all of it is kept; closed with this
 * @param models what scoring needs, loaded late
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
    Workers workers,
    Store everything,
    LateTools models)
    implements AutoCloseable {

  /** The same over the folder that the transcripts are kept in. */
  public static Workshop open(Path rubrics, Path transcripts, Clock clock) {
    return open(rubrics, FolderStore.open(transcripts), transcripts, clock);
  }

  /**
   * Puts all together. The rubrics are read beside the caller's work; whoever needs them first
   * waits for them, and the language models are loaded when they are first needed.
   *
   * @param data where sets of rated answers of one's own may lie, in {@code rated}
   */
  public static Workshop open(Path rubrics, Store everything, Path data, Clock clock) {
    Content content =
        everything.shared()
            ? Content.reading(rubrics, new LoopDocuments(everything))
            : Content.reading(rubrics);
    TranscriptStore store = new TranscriptStore(everything);
    LateTools models = new LateTools();
    Tools tools = models.tools().beside(ForkJoinPool.commonPool());
    Workers workers = new Workers(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    Scorer urgent = new Scorer(tools).waiting(workers.urgent());
    Scorer scorer = urgent.waiting(workers.patient());
    SecureRandom random = new SecureRandom();
    RubricDesk rubricDesk =
        new RubricDesk(
            content, new RevisionLedger(everything), new RubricCheck(tools.reader()), clock);
    LiveSessions sessions = new LiveSessions(content, store, urgent, clock, random);
    RatingLog log = new RatingLog(new RatingLedger(everything));
    Reports reports = new Reports(sessions, store, scorer, id -> log.book().overrides(id));
    everything.watch(new OtherServers(sessions, rubricDesk, content));
    RatingRoom room = new RatingRoom(sessions, reports, log, clock);
    return new Workshop(
        content,
        sessions,
        reports,
        new Rehearsal(sessions, scorer),
        new Library(sessions),
        new Tailor(content::catalogue),
        new StoryBank(new StoryDocuments(everything), content, scorer, clock, random),
        room,
        new RubricLab(
            content,
            oneByOne(scorer),
            workers.patient(),
            rated(room, rubrics, data),
            random,
            new WhatIfDocuments(everything, clock)),
        store,
        rubricDesk,
        new RubricTrial(content, sessions, scorer),
        new Rescoring(content, reports, store, clock),
        workers,
        everything,
        models);
  }

  /**
   * Answers rated in the room come first; sets of one's own lie beside the transcripts, those that
   * ship beside the rubrics.
   */
  private static RatedAnswers rated(RatingRoom room, Path rubrics, Path data) {
    return RatedAnswers.joined(
        List.of(
            question ->
                room.ratedTexts(question).stream()
                    .map(r -> new Rated(r.id(), r.text(), r.human()))
                    .toList(),
            new RatedFolders(
                List.of(
                    data.resolve("rated"),
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

  @Override
  public void close() {
    workers.close();
    everything.close();
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
