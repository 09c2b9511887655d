package dev.mockloop.entry;

import dev.mockloop.interview.Mode;
import dev.mockloop.interview.SessionId;
import dev.mockloop.rating.Rater;
import dev.mockloop.store.Name;
import dev.mockloop.store.Store;
import dev.mockloop.team.Account;
import dev.mockloop.team.Assignment;
import dev.mockloop.team.AuditEntry;
import dev.mockloop.team.EmailAddress;
import dev.mockloop.team.Invite;
import dev.mockloop.team.PasswordLink;
import dev.mockloop.team.Role;
import dev.mockloop.team.Secret;
import dev.mockloop.team.Team;
import dev.mockloop.team.TeamDesk;
import dev.mockloop.team.TeamEvent;
import dev.mockloop.team.TeamException;
import dev.mockloop.team.Visitor;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Lets people in, and notes who did what. All of it is in the store when a call returns. Safe for
 * many threads and many nodes.
 */
public final class Reception {
  /** How long a link to set a password works. */
  public static final Duration LINK_WORKS = Duration.ofHours(48);

  private static final int MOST_PER_ACCOUNT = 10;
  private static final int MOST_PER_ADDRESS = 60;
  private static final Duration SPAN = Duration.ofMinutes(15);
  private static final String OPENID_FOLDER = "openid";
  private static final Duration OPENID_KEPT = Duration.ofDays(1);
  private static final String ID_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int ID_LENGTH = 10;

  /** One message for all, so that it says nothing of which accounts there are. */
  private static final String REFUSED =
      "The e-mail address or the password is not right, or the account cannot sign in";

  private final TeamLedger ledger;
  private final AuditLog audit;
  private final SignIns signIns;
  private final Passwords passwords;
  private final Throttle byAccount;
  private final Throttle byAddress;
  private final Optional<OpenId> openId;
  private final Store store;
  private final Clock clock;
  private final SecureRandom random;

  private Reception(
      Store store, Clock clock, SecureRandom random, Optional<OpenIdSettings> settings) {
    this.store = store;
    this.clock = clock;
    this.random = random;
    this.ledger = new TeamLedger(store, clock);
    this.audit = new AuditLog(store);
    this.signIns = new SignIns(store, clock, random);
    this.passwords = new Passwords(random);
    this.byAccount = new Throttle(MOST_PER_ACCOUNT, SPAN, clock);
    this.byAddress = new Throttle(MOST_PER_ADDRESS, SPAN, clock);
    this.openId = settings.map(OpenId::new);
  }

  /**
   * Opens over a store.
   *
   * @param settings of an OpenID provider, where there is one
   */
  public static Reception open(
      Store store, Clock clock, SecureRandom random, Optional<OpenIdSettings> settings) {
    return new Reception(store, clock, random, settings);
  }

  /** The team as this node knows it; changes of other nodes are at most two seconds old. */
  public Team team() {
    return ledger.team();
  }

  public AuditLog audit() {
    return audit;
  }

  public boolean hasOpenId() {
    return openId.isPresent();
  }

  /**
   * Who did something, for the audit log.
   *
   * @param address the network address of the request; {@code command line} for commands
   */
  public record Actor(Visitor visitor, String address) {
    String id() {
      return visitor.id();
    }

    String name() {
      return switch (visitor) {
        case Visitor.Stranger stranger -> "";
        case Visitor.Member member -> member.account().name().name();
        case Visitor.Candidate candidate -> candidate.invite().candidate();
      };
    }
  }

  /** Notes what somebody did. */
  public void note(Actor actor, String what, String on) {
    audit.add(new AuditEntry(now(), actor.id(), actor.name(), what, on, actor.address()));
  }

  /** Who holds a sign-in; a stranger when it has ended or never was. */
  public Visitor visitor(Secret token) {
    return signIns.find(token, ledger.team()).orElseGet(Visitor.Stranger::new);
  }

  /** A sign-in with its token, which is for the browser alone. */
  public record SignedIn(Secret token, Visitor visitor) {}

  /**
   * Signs in with a password. An address that nobody has, an account without a password and a wrong
   * password cannot be told apart, not even by the time.
   *
   * @throws TeamException when it is not right
   * @throws TooManyTriesException when too many tries failed
   */
  public SignedIn signIn(String email, String password, String address) {
    String typed = PasswordRules.normal(limited(password));
    Optional<EmailAddress> asked = address(email);
    String key = asked.map(EmailAddress::value).orElse("-");
    byAddress.check(address);
    byAccount.check(key);
    Optional<Account> account = asked.flatMap(ledger.team()::account);
    Optional<String> hash = account.filter(a -> !a.disabled()).flatMap(Account::passwordHash);
    boolean right = hash.isPresent() && passwords.matches(typed, hash.get());
    if (hash.isEmpty()) {
      passwords.matchNobodys(typed);
    }
    if (!right || account.isEmpty() || hash.isEmpty()) {
      byAddress.failed(address);
      byAccount.failed(key);
      note(
          new Actor(new Visitor.Stranger(), address),
          "failed to sign in",
          account.map(Account::id).orElse("no account"));
      throw new TeamException(REFUSED);
    }
    byAccount.succeeded(key);
    if (passwords.isOutdated(hash.get())) {
      String fresh = passwords.hash(typed);
      ledger.change(t -> List.of(new TeamEvent.Rehashed(account.get().id(), fresh, now())));
    }
    return admit(new Visitor.Member(account.get()), address, "signed in");
  }

  /** Begins to sign in with the OpenID provider. */
  public OpenIdStart startOpenId() {
    OpenId.Start start = openId().start();
    return new OpenIdStart(start.to(), start.remembered());
  }

  /**
   * Where a browser goes to, and what it must keep until it is back.
   *
   * @param remembered not for scripts to read
   */
  public record OpenIdStart(URI to, String remembered) {}

  /**
   * Ends a sign-in with the OpenID provider. Only people with an account come in; it is found by
   * the provider's subject, or the first time by the verified e-mail address.
   *
   * @throws OpenIdException when the answer is not good
   * @throws TeamException when there is no account
   */
  public SignedIn finishOpenId(URI answer, String remembered, String address) {
    byAddress.check(address);
    try {
      OpenId.Person person = openId().finish(answer, remembered);
      once(person.state());
      return admit(member(person), address, "signed in with OpenID");
    } catch (OpenIdException | TeamException e) {
      byAddress.failed(address);
      note(new Actor(new Visitor.Stranger(), address), "failed to sign in with OpenID", "");
      throw e;
    }
  }

  private void once(String state) {
    Name used = Name.in(OPENID_FOLDER, new Secret(state).hash() + ".json");
    if (!store.putIfAbsent(used, Json.write(new Used(now())))) {
      throw new OpenIdException("This sign-in was used already; sign in again");
    }
  }

  private record Used(Instant at) {}

  private Visitor member(OpenId.Person person) {
    Team team = ledger.refreshed();
    Account account =
        team.account(person.subject())
            .or(() -> team.account(person.email()))
            .filter(a -> !a.disabled())
            .orElseThrow(
                () ->
                    new TeamException(
                        "There is no account for your address here; ask an admin for one"));
    Team after = ledger.change(t -> TeamDesk.bind(t, account.id(), person.subject(), now()));
    return new Visitor.Member(after.account(account.id()).orElseThrow());
  }

  private OpenId openId() {
    return openId.orElseThrow(() -> new TeamException("No OpenID provider is set up here"));
  }

  public void signOut(Secret token, Actor actor) {
    signIns.end(token);
    note(actor, "signed out", "");
  }

  /** Ends a sign-in that another takes the place of. */
  public void forget(Secret token) {
    signIns.end(token);
  }

  /** Something new with the link that goes with it, which is shown once. */
  public record Linked<T>(T value, Secret token) {}

  /** Adds an account with a link to set its first password. */
  public Linked<Account> addAccount(String name, String email, Role role, Actor actor) {
    String id = newId();
    Secret token = Secret.fresh(random);
    TeamEvent.AccountAdded added =
        new TeamEvent.AccountAdded(id, rater(name), new EmailAddress(email), role, now());
    Team team =
        ledger.change(
            t -> {
              List<TeamEvent> events = TeamDesk.add(t, added);
              return List.of(events.getFirst(), linkMade(id, token));
            });
    note(actor, "added an account (" + role.id() + ")", id + " " + added.name());
    return new Linked<>(team.account(id).orElseThrow(), token);
  }

  /** Another link to set a password; the one before works no more. */
  public Linked<Account> newLink(String account, Actor actor) {
    Secret token = Secret.fresh(random);
    TeamEvent.LinkMade made = linkMade(account, token);
    Team team = ledger.change(t -> TeamDesk.link(t, made));
    note(actor, "made a link to set a password", account);
    return new Linked<>(team.account(account).orElseThrow(), token);
  }

  private TeamEvent.LinkMade linkMade(String account, Secret token) {
    Instant now = now();
    return new TeamEvent.LinkMade(
        account, new PasswordLink(token.hash(), now.plus(LINK_WORKS)), now);
  }

  /** Whose password a link sets; throws a {@link TeamException} when it does not work. */
  public Account linked(Secret token) {
    return TeamDesk.linked(ledger.refreshed(), token, now());
  }

  /** Sets a password by a link, which ends all sign-ins of the account, and signs in. */
  public SignedIn setPassword(Secret token, String password, String address) {
    Account account = linked(token);
    PasswordRules.check(limited(password), account);
    String hash = passwords.hash(PasswordRules.normal(password));
    Team team = ledger.change(t -> TeamDesk.setPassword(t, token, hash, now()));
    return admit(
        new Visitor.Member(team.account(account.id()).orElseThrow()), address, "set a password");
  }

  /** Sets a password without a link, from the command line. */
  public void setPassword(Account account, String password, Actor actor) {
    PasswordRules.check(limited(password), account);
    String hash = passwords.hash(PasswordRules.normal(password));
    ledger.change(t -> List.of(new TeamEvent.PasswordSet(account.id(), hash, now())));
    note(actor, "set a password", account.id());
  }

  public void disable(String account, Actor actor) {
    ledger.change(t -> TeamDesk.disable(t, account, now()));
    note(actor, "disabled an account", account);
  }

  public void enable(String account, Actor actor) {
    ledger.change(t -> TeamDesk.enable(t, account, now()));
    note(actor, "enabled an account", account);
  }

  public void role(String account, Role role, Actor actor) {
    ledger.change(t -> TeamDesk.role(t, account, role, now()));
    note(actor, "made an account " + role.id(), account);
  }

  /**
   * Invites a candidate.
   *
   * @param works for how long the link can be used for the first time
   */
  public Linked<Invite> invite(
      String candidate, String loop, Mode mode, Duration works, Actor actor) {
    String id = newId();
    Secret token = Secret.fresh(random);
    Instant now = now();
    Team team =
        ledger.change(
            t ->
                List.of(
                    new TeamEvent.Invited(
                        id,
                        token.hash(),
                        candidate,
                        loop,
                        mode,
                        actor.id(),
                        now.plus(works),
                        now)));
    note(actor, "invited a candidate", id + " to " + loop);
    return new Linked<>(team.invite(id).orElseThrow(), token);
  }

  /** Another link to the same session; the one before and who came by it are out. */
  public Linked<Invite> renew(String invite, Duration works, Actor actor) {
    Secret token = Secret.fresh(random);
    Instant now = now();
    Team team =
        ledger.change(
            t ->
                TeamDesk.renew(
                    t, new TeamEvent.InviteRenewed(invite, token.hash(), now.plus(works), now)));
    note(actor, "renewed an invite", invite);
    return new Linked<>(team.invite(invite).orElseThrow(), token);
  }

  public void withdraw(String invite, Actor actor) {
    ledger.change(t -> TeamDesk.withdraw(t, invite, now()));
    note(actor, "withdrew an invite", invite);
  }

  /** What a link invites to, without using it. */
  public Invite invited(Secret token) {
    return TeamDesk.invited(ledger.team(), token);
  }

  /**
   * Uses an invite. Whoever comes first has it; the same browser may come again and finds the same
   * session, also after the server died in between.
   *
   * @param arrival what the browser holds, from before it used the link
   * @param make makes the session
   * @param discard deletes a session that came too late
   */
  public SignedIn arrive(
      Secret token,
      Secret arrival,
      String address,
      Function<Invite, SessionId> make,
      Consumer<SessionId> discard) {
    byAddress.check(address);
    Team arrived;
    try {
      arrived = ledger.change(t -> TeamDesk.arrive(t, token, arrival.hash(), now()));
    } catch (TeamException e) {
      byAddress.failed(address);
      note(new Actor(new Visitor.Stranger(), address), "was refused an invite", e.says());
      throw e;
    }
    Invite invite = TeamDesk.invited(arrived, token);
    if (invite.session().isEmpty()) {
      SessionId made = make.apply(invite);
      Team began = ledger.change(t -> TeamDesk.begin(t, invite.id(), made, now()));
      if (!began.invite(invite.id()).flatMap(Invite::session).equals(Optional.of(made))) {
        discard.accept(made);
      }
    }
    Invite now = ledger.team().invite(invite.id()).orElseThrow();
    return admit(
        new Visitor.Candidate(now),
        address,
        "came by an invite to " + now.session().orElseThrow().value());
  }

  /** Notes whose a session is that a member made to practise. */
  public void practised(Account account, SessionId session) {
    ledger.change(t -> List.of(new TeamEvent.Practised(account.id(), session, now())));
  }

  public void assign(Assignment assignment, Actor actor) {
    ledger.change(t -> TeamDesk.assign(t, assignment, actor.id(), now()));
    note(actor, "assigned", said(assignment));
  }

  public void unassign(Assignment assignment, Actor actor) {
    ledger.change(t -> TeamDesk.unassign(t, assignment, actor.id(), now()));
    note(actor, "took an assignment back", said(assignment));
  }

  /** Deletes sign-ins that are too old to be of use. */
  public void sweep() {
    signIns.sweep();
    Instant old = now().minus(OPENID_KEPT);
    for (Name name : store.documents(OPENID_FOLDER)) {
      store
          .document(name)
          .map(text -> Json.read(text, Used.class, name))
          .filter(used -> used.at().isBefore(old))
          .ifPresent(used -> store.delete(name));
    }
  }

  private SignedIn admit(Visitor visitor, String address, String what) {
    Secret token = signIns.make(visitor);
    note(new Actor(visitor, address), what, "");
    return new SignedIn(token, visitor);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private String newId() {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
    }
    return id.toString();
  }

  private static String said(Assignment assignment) {
    return assignment.session()
        + assignment.question().map(q -> "/" + q.value()).orElse("")
        + " to "
        + assignment.account();
  }

  /** A text of any length must not be hashed. */
  private static String limited(String password) {
    if (password.length() > 4 * PasswordRules.LONGEST) {
      throw new TeamException("A password has at most " + PasswordRules.LONGEST + " characters");
    }
    return password;
  }

  private static Optional<EmailAddress> address(String typed) {
    try {
      return Optional.of(new EmailAddress(typed));
    } catch (TeamException e) {
      return Optional.empty();
    }
  }

  private static Rater rater(String name) {
    try {
      return new Rater(name);
    } catch (IllegalArgumentException e) {
      throw new TeamException(
          "A name has 2 to "
              + Rater.LONGEST
              + " characters, begins with a letter and holds letters, digits, spaces and . ' _ -");
    }
  }
}
