package dev.mockloop.web;

import dev.mockloop.interview.Session;
import dev.mockloop.interview.SessionId;
import dev.mockloop.live.Workshop;
import dev.mockloop.rubric.Loop;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.team.Account;
import dev.mockloop.team.Assignment;
import dev.mockloop.team.Invite;
import dev.mockloop.team.Team;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What admins look at, put into rows. */
public final class AdminTables {
  private AdminTables() {}

  /**
   * A link that is shown once.
   *
   * @param says what it is for
   */
  public record Shown(String says, String link) {}

  /**
   * An invite.
   *
   * @param standing {@code waiting}, {@code used}, {@code expired} or {@code withdrawn}
   */
  public record InviteRow(
      Invite invite, String loop, String standing, String by, Optional<Session> session) {}

  /**
   * A finished session that can be assigned.
   *
   * @param questions ids with titles
   * @param raters who is to rate it
   */
  public record Rateable(Session session, Map<String, String> questions, List<Rated> raters) {}

  /**
   * An assignment and how far it is.
   *
   * @param of how many answers it asks for
   * @param done how many of them are rated
   */
  public record Rated(Assignment assignment, String name, int done, int of) {
    public String question() {
      return assignment.question().map(QuestionId::value).orElse("");
    }
  }

  static String id(Invite.Standing standing) {
    return standing.name().toLowerCase(Locale.ROOT);
  }

  static List<InviteRow> invites(Workshop workshop, Team team, Instant now) {
    return team.invites().stream()
        .map(
            i ->
                new InviteRow(
                    i,
                    loops(workshop).stream()
                        .filter(l -> l.id().equals(i.loop()))
                        .map(Loop::title)
                        .findFirst()
                        .orElse(i.loop()),
                    id(i.standing(now)),
                    name(team, i.by()),
                    i.session().flatMap(workshop.sessions()::find)))
        .toList();
  }

  static List<Loop> loops(Workshop workshop) {
    return workshop.content().catalogue().loops();
  }

  /** Sessions that are over and were not made by members to practise, newest first. */
  static List<Rateable> rateable(Workshop workshop, Team team) {
    Map<SessionId, Map<String, String>> questions =
        workshop.rating().answers().values().stream()
            .collect(
                Collectors.groupingBy(
                    a -> a.item().id().session(),
                    Collectors.toMap(
                        a -> a.item().id().question().value(),
                        a -> a.title(),
                        (a, b) -> a,
                        java.util.LinkedHashMap::new)));
    List<Rateable> rows = new ArrayList<>();
    for (Map.Entry<SessionId, Map<String, String>> entry : questions.entrySet()) {
      if (team.owner(entry.getKey()).flatMap(team::account).isEmpty()) {
        workshop
            .sessions()
            .find(entry.getKey())
            .ifPresent(
                s -> rows.add(new Rateable(s, entry.getValue(), raters(workshop, team, s.id()))));
      }
    }
    rows.sort(Comparator.comparing((Rateable r) -> r.session().createdAt()).reversed());
    return rows;
  }

  private static List<Rated> raters(Workshop workshop, Team team, SessionId session) {
    return team.assignments().stream()
        .filter(a -> a.session().equals(session))
        .map(a -> rated(workshop, team, a))
        .toList();
  }

  private static Rated rated(Workshop workshop, Team team, Assignment assignment) {
    Optional<Account> account = team.account(assignment.account());
    var items = workshop.rating().answers().keySet().stream().filter(assignment::covers).toList();
    long done =
        items.stream()
            .filter(
                i ->
                    account
                        .filter(a -> !workshop.rating().book().by(a.name(), i).isEmpty())
                        .isPresent())
            .count();
    return new Rated(assignment, name(team, assignment.account()), (int) done, items.size());
  }

  private static String name(Team team, String account) {
    return team.account(account).map(a -> a.name().name()).orElse("the command line");
  }
}
