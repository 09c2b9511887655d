package dev.mockloop.transcript;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.mockloop.interview.Event;
import dev.mockloop.interview.SessionId;
import dev.mockloop.rating.ItemId;
import dev.mockloop.rating.Levels;
import dev.mockloop.rating.Rater;
import dev.mockloop.rating.RatingEvent;
import dev.mockloop.revision.Origin;
import dev.mockloop.rubric.Kind;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.storybank.StoryId;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How transcripts are written as JSON. The names stand here and not on the domain's types, which
 * know nothing of files.
 */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Event.class, EventNames.class)
          .addMixIn(SessionId.class, AsText.class)
          .addMixIn(QuestionId.class, AsText.class)
          .addMixIn(StoryId.class, AsText.class)
          .addMixIn(Kind.class, KindAsText.class)
          .addMixIn(RatingEvent.class, RatingEventNames.class)
          .addMixIn(ItemId.class, ItemAsText.class)
          .addMixIn(Rater.class, RaterAsText.class)
          .addMixIn(Levels.class, LevelsAsMap.class)
          .addMixIn(Origin.class, OriginNames.class)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Event.Created.class, name = "created"),
    @JsonSubTypes.Type(value = Event.Started.class, name = "started"),
    @JsonSubTypes.Type(value = Event.QuestionShown.class, name = "question-shown"),
    @JsonSubTypes.Type(value = Event.DraftSaved.class, name = "draft-saved"),
    @JsonSubTypes.Type(value = Event.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Event.ProbeAsked.class, name = "probe-asked"),
    @JsonSubTypes.Type(value = Event.BreakStarted.class, name = "break-started"),
    @JsonSubTypes.Type(value = Event.Paused.class, name = "paused"),
    @JsonSubTypes.Type(value = Event.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = Event.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = Event.Expired.class, name = "expired"),
    @JsonSubTypes.Type(value = Event.Renamed.class, name = "renamed"),
  })
  private interface EventNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Origin.Shipped.class, name = "shipped"),
    @JsonSubTypes.Type(value = Origin.Edited.class, name = "edited"),
    @JsonSubTypes.Type(value = Origin.RolledBack.class, name = "rolled-back"),
  })
  private interface OriginNames {}

  private abstract static class AsText {
    @JsonCreator
    AsText(String value) {}

    @JsonValue
    abstract String value();
  }

  private abstract static class KindAsText {
    @JsonCreator
    KindAsText(String id) {}

    @JsonValue
    abstract String id();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = RatingEvent.Submitted.class, name = "rated"),
    @JsonSubTypes.Type(value = RatingEvent.Imported.class, name = "imported"),
    @JsonSubTypes.Type(value = RatingEvent.Adjudicated.class, name = "adjudicated"),
    @JsonSubTypes.Type(value = RatingEvent.Overridden.class, name = "overridden"),
  })
  private interface RatingEventNames {}

  private abstract static class ItemAsText {
    @JsonCreator
    static ItemId of(String value) {
      return ItemId.of(value);
    }

    @JsonValue
    abstract String value();
  }

  private abstract static class RaterAsText {
    @JsonCreator
    RaterAsText(String name) {}

    @JsonValue
    abstract String name();
  }

  private abstract static class LevelsAsMap {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    LevelsAsMap(Map<String, Double> byCriterion) {}

    @JsonValue
    abstract Map<String, Double> byCriterion();
  }
}
