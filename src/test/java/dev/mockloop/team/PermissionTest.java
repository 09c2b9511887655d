package dev.mockloop.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.interview.Mode;
import dev.mockloop.interview.SessionId;
import dev.mockloop.rating.ItemId;
import dev.mockloop.rating.Rater;
import dev.mockloop.rubric.QuestionId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PermissionTest {
  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final SessionId FIRST = new SessionId("first-session");
  private static final SessionId SECOND = new SessionId("second-session");
  private static final QuestionId LIMITER = new QuestionId("design/rate-limiter");
  private static final QuestionId CHAT = new QuestionId("design/chat");

  @Test
  void theTableOfRightsIsAsItIsWritten() {
    String table =
        Arrays.stream(Permission.values())
            .map(
                p ->
                    p
                        + ": "
                        + Arrays.stream(Role.values())
                            .map(r -> p.of(r).toString())
                            .collect(Collectors.joining(" ")))
            .collect(Collectors.joining("\n"));
    assertThat(table)
        .isEqualTo(
            """
            LOOK: ALL ALL ALL
            SIT: OWN OWN OWN
            READ: OWN ASSIGNED ALL
            PRACTISE: NONE OWN OWN
            RATE: NONE ASSIGNED ALL
            DRAFT_RUBRICS: NONE ALL ALL
            PUBLISH_RUBRICS: NONE NONE ALL
            STUDY: NONE NONE ALL
            SETTLE: NONE NONE ALL
            TIDY: NONE NONE ALL
            MANAGE: NONE NONE ALL""");
  }

  @Test
  void aCandidateMayDoNothingToASessionThatIsNotTheirs() {
    Team team = team();
    Visitor cleo = candidate(team, "i-1");
    for (Permission permission : Permission.values()) {
      if (permission != Permission.LOOK) {
        assertThat(team.may(cleo, permission, SECOND)).as(permission.name()).isFalse();
      }
    }
    assertThat(team.may(cleo, Permission.SIT, FIRST)).isTrue();
    assertThat(team.may(cleo, Permission.READ, FIRST)).isTrue();
    assertThat(team.may(cleo, Permission.TIDY, FIRST)).isFalse();
  }

  @Test
  void anInterviewerRatesAndReadsWhatIsAssignedAndNothingElse() {
    Team team =
        team()
            .after(
                List.of(
                    assigned(new Assignment("ines", FIRST, Optional.empty())),
                    assigned(new Assignment("ines", SECOND, Optional.of(LIMITER)))));
    Visitor ines = member(team, "ines");
    Visitor tom = member(team, "tom");
    assertThat(team.may(ines, Permission.RATE, new ItemId(FIRST, CHAT))).isTrue();
    assertThat(team.may(ines, Permission.RATE, new ItemId(SECOND, LIMITER))).isTrue();
    assertThat(team.may(ines, Permission.RATE, new ItemId(SECOND, CHAT))).isFalse();
    assertThat(team.may(tom, Permission.RATE, new ItemId(FIRST, CHAT))).isFalse();
    assertThat(team.may(ines, Permission.READ, FIRST)).isTrue();
    assertThat(team.may(ines, Permission.READ, SECOND)).isFalse();
    assertThat(team.may(ines, Permission.SIT, FIRST)).isFalse();
  }

  @Test
  void anAdminReadsEverythingAndTypesNothingForACandidate() {
    Team team = team();
    Visitor ada = member(team, "ada");
    assertThat(team.may(ada, Permission.READ, FIRST)).isTrue();
    assertThat(team.may(ada, Permission.TIDY, FIRST)).isTrue();
    assertThat(team.may(ada, Permission.SIT, FIRST)).isFalse();
  }

  @Test
  void aStrangerMayDoNothing() {
    for (Permission permission : Permission.values()) {
      assertThat(team().may(new Visitor.Stranger(), permission)).as(permission.name()).isFalse();
      assertThat(team().may(new Visitor.Stranger(), permission, FIRST)).isFalse();
    }
  }

  private static Team team() {
    return Team.empty()
        .after(
            List.of(
                account("ada", Role.ADMIN),
                account("ines", Role.INTERVIEWER),
                account("tom", Role.INTERVIEWER),
                invited("i-1", "hash-1"),
                invited("i-2", "hash-2"),
                new TeamEvent.InviteBegan("i-1", FIRST, NOW),
                new TeamEvent.InviteBegan("i-2", SECOND, NOW)));
  }

  private static TeamEvent account(String id, Role role) {
    return new TeamEvent.AccountAdded(
        id, new Rater(id), new EmailAddress(id + "@example.com"), role, NOW);
  }

  private static TeamEvent invited(String id, String hash) {
    return new TeamEvent.Invited(
        id, hash, "Cleo", "staff-full", Mode.MOCK, "ada", NOW.plusSeconds(60), NOW);
  }

  private static TeamEvent assigned(Assignment assignment) {
    return new TeamEvent.Assigned(assignment, "ada", NOW);
  }

  private static Visitor member(Team team, String id) {
    return new Visitor.Member(team.account(id).orElseThrow());
  }

  private static Visitor candidate(Team team, String id) {
    return new Visitor.Candidate(team.invite(id).orElseThrow());
  }
}
