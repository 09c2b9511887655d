package dev.mockloop.web;

import dev.mockloop.entry.Reception;
import dev.mockloop.interview.Session;
import dev.mockloop.interview.SessionId;
import dev.mockloop.live.Workshop;
import dev.mockloop.rating.ItemId;
import dev.mockloop.rating.Rater;
import dev.mockloop.team.Permission;
import dev.mockloop.team.Team;
import dev.mockloop.team.Visitor;
import io.javalin.http.Context;
import java.util.Optional;

/** Who makes a request and what they may do. Without team mode everybody may do everything. */
sealed interface Visit {
  String KEY = "mockloop.visit";

  /** The one of a request. */
  static Visit of(Context ctx) {
    Visit known = ctx.attribute(KEY);
    return known == null ? new Open() : known;
  }

  boolean may(Permission permission);

  /** Whether a session may be read now: its text, its score, and that it is there at all. */
  boolean reads(SessionId session);

  /** Whether this visitor runs the session. */
  boolean sits(SessionId session);

  /** Whether an answer may be rated. */
  boolean rates(ItemId item);

  /** The name that signs ratings and rubrics; empty when it is typed. */
  Optional<Rater> signer();

  /** Notes a session that the visitor made, as theirs. */
  void made(SessionId session);

  /** No team mode: one user, and this is who. */
  record Open() implements Visit {
    @Override
    public boolean may(Permission permission) {
      return true;
    }

    @Override
    public boolean reads(SessionId session) {
      return true;
    }

    @Override
    public boolean sits(SessionId session) {
      return true;
    }

    @Override
    public boolean rates(ItemId item) {
      return true;
    }

    @Override
    public Optional<Rater> signer() {
      return Optional.empty();
    }

    @Override
    public void made(SessionId session) {}
  }

  /**
   * Team mode.
   *
   * @param team as it was when the request came
   */
  record Known(Reception reception, Workshop workshop, Team team, Visitor visitor, String address)
      implements Visit {
    Reception.Actor actor() {
      return new Reception.Actor(visitor, address);
    }

    @Override
    public boolean may(Permission permission) {
      return team.may(visitor, permission);
    }

    /** What is assigned can be read when it is rated, so that ratings stay blind. */
    @Override
    public boolean reads(SessionId session) {
      return team.may(visitor, Permission.READ, session)
          && (!isAssignedOnly(session) || hasRated(session));
    }

    @Override
    public boolean sits(SessionId session) {
      return team.may(visitor, Permission.SIT, session);
    }

    @Override
    public boolean rates(ItemId item) {
      return team.may(visitor, Permission.RATE, item);
    }

    @Override
    public Optional<Rater> signer() {
      return visitor instanceof Visitor.Member member
          ? Optional.of(member.account().name())
          : Optional.empty();
    }

    @Override
    public void made(SessionId session) {
      if (visitor instanceof Visitor.Member member) {
        reception.practised(member.account(), session);
      }
    }

    /** Whether it waits to be rated before it can be read. */
    boolean mustRateFirst(SessionId session) {
      return team.may(visitor, Permission.READ, session) && !reads(session);
    }

    private boolean isAssignedOnly(SessionId session) {
      return !team.owns(visitor, session) && !team.may(visitor, Permission.STUDY, session);
    }

    private boolean hasRated(SessionId session) {
      return workshop.sessions().find(session).filter(Session::isOver).isPresent()
          && signer().filter(r -> workshop.rating().hasRatedAll(r, session)).isPresent();
    }
  }
}
