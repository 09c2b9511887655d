package dev.mockloop.live;

import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionBank;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.Scorer;
import dev.mockloop.storybank.AnchorStory;
import dev.mockloop.storybank.StoryId;
import dev.mockloop.storybank.StoryStore;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * The stories that a candidate keeps, scored against every question that asks for one, so that it
 * shows which they can answer and which nobody's story answers yet.
 */
public final class StoryBank {
  /** From here on a story carries an answer. */
  public static final double CARRIES = 3.5;

  private final StoryStore store;
  private final Content content;
  private final Scorer scorer;
  private final Clock clock;
  private final RandomGenerator random;
  private final Map<AnchorStory, Scored> scored = new ConcurrentHashMap<>();

  StoryBank(StoryStore store, Content content, Scorer scorer, Clock clock, RandomGenerator random) {
    this.store = store;
    this.content = content;
    this.scorer = scorer;
    this.clock = clock;
    this.random = random;
  }

  /** What a candidate writes; the bank adds the rest. */
  public record Draft(
      String title,
      String situation,
      String task,
      String action,
      String result,
      String reflection) {}

  /** Matches, with the rubrics that they hold for. */
  private record Scored(String bankVersion, List<Match> matches) {}

  /**
   * A story as an answer to a question.
   *
   * @param card the scorecard that it would get, at staff level
   */
  public record Match(Question question, AnswerCard card) {}

  /**
   * A story with all it could answer.
   *
   * @param matches every question that asks for a story, the best fit first
   */
  public record Kept(AnchorStory story, List<Match> matches) {
    /** The question that it answers best. */
    public Optional<Match> best() {
      return matches.stream().findFirst();
    }

    /** Questions that it carries. */
    public List<Match> carried() {
      return matches.stream().filter(m -> m.card().overall() >= CARRIES).toList();
    }
  }

  /**
   * A question that asks for a story, with the story that answers it best.
   *
   * @param story empty while there is none
   * @param score its score; 1.0 while there is none
   */
  public record Cover(Question question, Optional<AnchorStory> story, double score) {
    /** Whether no story carries it. */
    public boolean gap() {
      return score < CARRIES;
    }
  }

  /** All stories, by title. */
  public List<Kept> all() {
    return store.stories().stream().map(s -> new Kept(s, matches(s))).toList();
  }

  public Optional<AnchorStory> story(StoryId id) {
    return store.story(id);
  }

  /** How each question that asks for a story is covered, the gaps first. */
  public List<Cover> covers() {
    List<Kept> all = all();
    return storyQuestions().stream()
        .map(q -> cover(q, all))
        .sorted(Comparator.comparingDouble(Cover::score).thenComparing(c -> c.question().title()))
        .toList();
  }

  /**
   * Keeps a story under a new id.
   *
   * @throws IllegalArgumentException when it is empty or too long, with what to change
   */
  public AnchorStory add(Draft draft) {
    return keep(new StoryId("story-" + Long.toUnsignedString(random.nextLong(), 36)), draft);
  }

  /** Keeps a story in the place of the one with that id; empty when there is none. */
  public Optional<AnchorStory> change(StoryId id, Draft draft) {
    return store.story(id).map(before -> keep(before.id(), draft));
  }

  /** Deletes a story for good. */
  public void delete(StoryId id) {
    store.story(id).ifPresent(scored::remove);
    store.delete(id);
  }

  private AnchorStory keep(StoryId id, Draft draft) {
    AnchorStory story =
        new AnchorStory(
            id,
            draft.title(),
            draft.situation(),
            draft.task(),
            draft.action(),
            draft.result(),
            draft.reflection(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS));
    store.story(id).ifPresent(scored::remove);
    store.keep(story);
    return story;
  }

  private Cover cover(Question question, List<Kept> all) {
    return all.stream()
        .map(
            kept ->
                new Cover(
                    question,
                    Optional.of(kept.story()),
                    kept.matches().stream()
                        .filter(m -> m.question().id().equals(question.id()))
                        .mapToDouble(m -> m.card().overall())
                        .findFirst()
                        .orElse(1)))
        .max(Comparator.comparingDouble(Cover::score))
        .orElse(new Cover(question, Optional.empty(), 1));
  }

  private List<Match> matches(AnchorStory story) {
    QuestionBank bank = content.catalogue().bank();
    return scored
        .compute(
            story,
            (s, known) ->
                known != null && known.bankVersion().equals(bank.version())
                    ? known
                    : new Scored(bank.version(), score(s, bank)))
        .matches();
  }

  private List<Match> score(AnchorStory story, QuestionBank bank) {
    return storyQuestions().stream()
        .map(q -> new Match(q, scorer.score(q, bank, story.text(), Level.STAFF)))
        .sorted(Comparator.comparingDouble((Match m) -> -m.card().overall()))
        .toList();
  }

  private List<Question> storyQuestions() {
    return content.catalogue().questions().stream().filter(Question::story).toList();
  }
}
