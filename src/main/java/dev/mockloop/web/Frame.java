package dev.mockloop.web;

import dev.mockloop.rating.Rater;
import dev.mockloop.team.Permission;
import dev.mockloop.team.Visitor;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is around a page: the same in each of its parts, so it is bound while a page is made and not
 * handed from part to part.
 *
 * @param team whether people sign in here
 * @param name who is signed in; empty when nobody is
 * @param signs whether that name signs ratings and rubrics, so that none is typed
 * @param rights what may be done
 */
public record Frame(boolean team, String name, boolean signs, Set<Permission> rights) {
  private static final ScopedValue<Frame> BOUND = ScopedValue.newInstance();

  /** What a server without team mode shows. */
  private static final Frame OPEN = new Frame(false, "", false, EnumSet.allOf(Permission.class));

  /** A part of the program in the header. */
  public record Tab(String id, String path, String title) {}

  /** That of the page that is being made. */
  public static Frame now() {
    return BOUND.orElse(OPEN);
  }

  static Frame of(Context ctx) {
    return Visit.of(ctx) instanceof Visit.Known visit ? of(visit) : OPEN;
  }

  private static Frame of(Visit.Known visit) {
    EnumSet<Permission> rights = EnumSet.noneOf(Permission.class);
    Arrays.stream(Permission.values()).filter(visit::may).forEach(rights::add);
    String name =
        switch (visit.visitor()) {
          case Visitor.Stranger stranger -> "";
          case Visitor.Member member -> member.account().name().name();
          case Visitor.Candidate candidate -> candidate.invite().candidate();
        };
    return new Frame(true, name, visit.signer().isPresent(), rights);
  }

  String around(java.util.function.Supplier<String> page) {
    return ScopedValue.where(BOUND, this).call(page::get);
  }

  public boolean may(Permission permission) {
    return rights.contains(permission);
  }

  /** The name that signs; what was typed when none does. */
  public static String signed(Optional<Rater> signer, String typed) {
    return signer.map(Rater::name).orElse(typed);
  }

  public List<Tab> tabs() {
    List<Tab> tabs = new ArrayList<>();
    if (may(Permission.PRACTISE)) {
      tabs.add(new Tab("start", "/", "Start"));
    }
    if (may(Permission.LOOK)) {
      tabs.add(new Tab("transcripts", "/transcripts", "Transcripts"));
    }
    if (!team) {
      tabs.add(new Tab("stories", "/stories", "Stories"));
    }
    if (may(Permission.PRACTISE)) {
      tabs.add(new Tab("progress", "/progress", "Progress"));
    }
    if (may(Permission.RATE)) {
      tabs.add(new Tab("calibrate", "/calibrate", "Calibrate"));
    }
    if (team && may(Permission.MANAGE)) {
      tabs.add(new Tab("admin", "/admin", "Team"));
    }
    if (!team || may(Permission.PRACTISE)) {
      tabs.add(new Tab("api", "/api", "API"));
    }
    return tabs;
  }
}
