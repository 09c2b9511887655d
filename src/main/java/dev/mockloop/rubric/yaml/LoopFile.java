package dev.mockloop.rubric.yaml;

import static dev.mockloop.rubric.yaml.QuestionFile.orElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mockloop.rubric.Kind;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Loop;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.Round;
import dev.mockloop.rubric.Slot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shape of a loop file, after the schema has held; absent keys are null here and only here. */
record LoopFile(
    String id,
    @Nullable String title,
    @Nullable String level,
    @JsonProperty("for") @Nullable String audience,
    @Nullable String experience,
    @Nullable String timeline,
    @Nullable Double minutes,
    @Nullable Double probeMinutes,
    List<RoundEntry> rounds) {

  private static final double DEFAULT_PROBE_MINUTES = 3;

  record RoundEntry(
      String id,
      @Nullable String kind,
      @Nullable String title,
      @Nullable String interviewer,
      @Nullable Double minutes,
      @Nullable Double breakMinutes,
      List<SlotEntry> questions) {

    Round toRound(Map<QuestionId, Question> known, Duration probeTime) {
      List<Slot> slots = questions.stream().map(q -> q.toSlot(known)).toList();
      Duration needed = LoopFile.sum(slots.stream().map(s -> s.time().plus(probeTime)).toList());
      String name = Titles.or(title, id);
      return new Round(
          id,
          new Kind(kind == null ? id : kind),
          name,
          interviewer == null ? "Interviewer" : interviewer,
          minutes == null ? needed : Minutes.of(minutes),
          Minutes.of(orElse(breakMinutes, 0)),
          slots);
    }
  }

  record SlotEntry(String id, @Nullable Double minutes) {

    Slot toSlot(Map<QuestionId, Question> known) {
      QuestionId question = new QuestionId(id);
      Question named = known.get(question);
      if (named == null) {
        throw new IllegalArgumentException("no question " + id);
      }
      return new Slot(question, minutes == null ? named.time() : Minutes.of(minutes));
    }
  }

  Loop toLoop(Map<QuestionId, Question> known) {
    Duration probeTime = Minutes.of(orElse(probeMinutes, DEFAULT_PROBE_MINUTES));
    List<Round> list = rounds.stream().map(r -> r.toRound(known, probeTime)).toList();
    Duration all = sum(list.stream().map(r -> r.budget().plus(r.breakAfter())).toList());
    return new Loop(
        id,
        Titles.or(title, id),
        level == null ? Level.STAFF : Level.of(level),
        text(audience),
        text(experience),
        text(timeline),
        minutes == null ? all : Minutes.of(minutes),
        probeTime,
        list);
  }

  private static String text(@Nullable String written) {
    return written == null ? "" : written.strip();
  }

  private static Duration sum(List<Duration> times) {
    return times.stream().reduce(Duration.ZERO, Duration::plus);
  }
}
