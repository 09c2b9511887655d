package dev.mockloop.entry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.mockloop.interview.SessionId;
import dev.mockloop.rating.Rater;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.store.StoreException;
import dev.mockloop.team.EmailAddress;
import dev.mockloop.team.TeamEvent;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How a team is written. The names stand here, because the domain knows nothing of files. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(TeamEvent.class, Names.class)
          .addMixIn(SessionId.class, AsText.class)
          .addMixIn(QuestionId.class, AsText.class)
          .addMixIn(EmailAddress.class, AsText.class)
          .addMixIn(Rater.class, RaterAsText.class)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static <T> List<String> lines(List<T> values) {
    return values.stream().map(Json::write).toList();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param where the ledger or document, for the message
   */
  static <T> T read(String text, Class<T> type, Object where) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new StoreException(
          where + " holds a line that cannot be read; restore it from a copy", e);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = TeamEvent.AccountAdded.class, name = "account-added"),
    @JsonSubTypes.Type(value = TeamEvent.LinkMade.class, name = "link-made"),
    @JsonSubTypes.Type(value = TeamEvent.PasswordSet.class, name = "password-set"),
    @JsonSubTypes.Type(value = TeamEvent.Rehashed.class, name = "rehashed"),
    @JsonSubTypes.Type(value = TeamEvent.OpenIdBound.class, name = "openid-bound"),
    @JsonSubTypes.Type(value = TeamEvent.RoleChanged.class, name = "role-changed"),
    @JsonSubTypes.Type(value = TeamEvent.Disabled.class, name = "disabled"),
    @JsonSubTypes.Type(value = TeamEvent.Enabled.class, name = "enabled"),
    @JsonSubTypes.Type(value = TeamEvent.Invited.class, name = "invited"),
    @JsonSubTypes.Type(value = TeamEvent.InviteUsed.class, name = "invite-used"),
    @JsonSubTypes.Type(value = TeamEvent.InviteBegan.class, name = "invite-began"),
    @JsonSubTypes.Type(value = TeamEvent.InviteRenewed.class, name = "invite-renewed"),
    @JsonSubTypes.Type(value = TeamEvent.InviteWithdrawn.class, name = "invite-withdrawn"),
    @JsonSubTypes.Type(value = TeamEvent.Practised.class, name = "practised"),
    @JsonSubTypes.Type(value = TeamEvent.Assigned.class, name = "assigned"),
    @JsonSubTypes.Type(value = TeamEvent.Unassigned.class, name = "unassigned"),
  })
  private interface Names {}

  private abstract static class AsText {
    @JsonCreator
    AsText(String value) {}

    @JsonValue
    abstract String value();
  }

  private abstract static class RaterAsText {
    @JsonCreator
    RaterAsText(String name) {}

    @JsonValue
    abstract String name();
  }
}
