package dev.mockloop.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.mockloop.interview.Mode;
import dev.mockloop.interview.SessionId;
import dev.mockloop.store.MemoryStore;
import dev.mockloop.store.Name;
import dev.mockloop.store.Store;
import dev.mockloop.team.Account;
import dev.mockloop.team.AuditEntry;
import dev.mockloop.team.Invite;
import dev.mockloop.team.Role;
import dev.mockloop.team.Secret;
import dev.mockloop.team.TeamEvent;
import dev.mockloop.team.TeamException;
import dev.mockloop.team.Visitor;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceptionTest {
  private static final String PASSWORD = "wool under the piano";
  private static final String HERE = "192.0.2.1";
  private static final Reception.Actor ACTOR =
      new Reception.Actor(new Visitor.Stranger(), "command line");

  private final SetClock clock = new SetClock();
  private final MemoryStore.Contents contents = new MemoryStore.Contents(true);
  private final Reception reception = node();
  private final AtomicInteger made = new AtomicInteger();
  private final Set<SessionId> sessions = ConcurrentHashMap.newKeySet();

  private Reception node() {
    return node(new MemoryStore(contents));
  }

  private Reception node(Store store) {
    return Reception.open(store, clock, new SecureRandom(), Optional.empty());
  }

  private Account member(String name, Role role) {
    Reception.Linked<Account> added =
        reception.addAccount(name, name.toLowerCase() + "@example.com", role, ACTOR);
    reception.setPassword(added.token(), PASSWORD, HERE);
    return reception.team().account(added.value().id()).orElseThrow();
  }

  private Reception.Linked<Invite> invited() {
    return reception.invite("Cleo", "staff-full", Mode.MOCK, Duration.ofDays(7), ACTOR);
  }

  private Reception.SignedIn arrive(Reception at, Secret link, Secret arrival) {
    return arrive(at, link, arrival, HERE);
  }

  private Reception.SignedIn arrive(Reception at, Secret link, Secret arrival, String address) {
    return at.arrive(
        link,
        arrival,
        address,
        invite -> {
          SessionId id = new SessionId("session-" + made.incrementAndGet());
          sessions.add(id);
          return id;
        },
        sessions::remove);
  }

  private static Secret browser() {
    return Secret.fresh(new SecureRandom());
  }

  private List<String> audited() {
    return reception.audit().newest("", 100).stream().map(AuditEntry::what).toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofManyWhoUseOneLinkAtOnceOverThreeNodesExactlyOneComesIn(boolean told) throws Exception {
    MemoryStore.Contents shared = new MemoryStore.Contents(told);
    List<Reception> nodes = new ArrayList<>();
    for (int n = 0; n < 3; n++) {
      nodes.add(node(new MemoryStore(shared)));
    }
    for (int round = 0; round < 20; round++) {
      Secret link =
          nodes
              .getFirst()
              .invite("Cleo", "staff-full", Mode.MOCK, Duration.ofDays(7), ACTOR)
              .token();
      int before = sessions.size();
      AtomicInteger in = new AtomicInteger();
      AtomicInteger out = new AtomicInteger();
      CountDownLatch start = new CountDownLatch(1);
      List<Future<?>> all = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int b = 0; b < 24; b++) {
          Reception node = nodes.get(b % 3);
          Secret arrival = browser();
          String address = "192.0.2." + b;
          all.add(
              threads.submit(
                  () -> {
                    start.await();
                    try {
                      arrive(node, link, arrival, address);
                      in.incrementAndGet();
                    } catch (TeamException e) {
                      out.incrementAndGet();
                    }
                    return null;
                  }));
        }
        start.countDown();
        for (Future<?> one : all) {
          one.get();
        }
      }
      assertThat(in).hasValue(1);
      assertThat(out).hasValue(23);
      assertThat(sessions).hasSize(before + 1);
    }
  }

  @Test
  void oneBrowserThatSendsTheSameOftenAndAtOnceHasOneSession() throws Exception {
    Secret link = invited().token();
    Secret arrival = browser();
    List<Reception> nodes = List.of(reception, node(), node());
    Set<SessionId> got = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reception.SignedIn>> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Reception node = nodes.get(i % 3);
        all.add(threads.submit(() -> arrive(node, link, arrival)));
      }
      for (Future<Reception.SignedIn> one : all) {
        got.add(session(one.get()));
      }
    }
    assertThat(got).hasSize(1);
    assertThat(sessions).isEqualTo(got);
  }

  @Test
  void aServerThatDiesBeforeItMadeTheSessionMakesItWhenTheBrowserComesAgain() {
    Secret link = invited().token();
    Secret arrival = browser();
    assertThatThrownBy(
            () ->
                reception.arrive(
                    link,
                    arrival,
                    HERE,
                    invite -> {
                      throw new IllegalStateException("killed");
                    },
                    sessions::remove))
        .hasMessage("killed");
    Reception restarted = node();
    assertThatThrownBy(() -> arrive(restarted, link, browser()))
        .hasMessageContaining("used from another browser");
    SessionId session = session(arrive(restarted, link, arrival));
    assertThat(sessions).containsExactly(session);
    assertThat(session(arrive(reception, link, arrival))).isEqualTo(session);
  }

  @Test
  void anOldAWithdrawnAndAnUnknownLinkLetNobodyIn() {
    Reception.Linked<Invite> old = invited();
    Reception.Linked<Invite> withdrawn = invited();
    reception.withdraw(withdrawn.value().id(), ACTOR);
    assertThatThrownBy(() -> arrive(reception, withdrawn.token(), browser()))
        .hasMessageContaining("withdrawn");
    clock.pass(Duration.ofDays(8));
    assertThatThrownBy(() -> arrive(reception, old.token(), browser()))
        .hasMessageContaining("too old");
    assertThatThrownBy(() -> arrive(reception, browser(), browser()))
        .hasMessageContaining("not known");
    assertThat(sessions).isEmpty();
    assertThat(audited()).contains("was refused an invite");
  }

  @Test
  void aRenewedLinkLeadsToTheSameSessionAndTheBrowserBeforeIsOut() {
    Reception.Linked<Invite> invite = invited();
    Reception.SignedIn laptop = arrive(reception, invite.token(), browser());
    Secret fresh = reception.renew(invite.value().id(), Duration.ofDays(7), ACTOR).token();
    assertThat(reception.visitor(laptop.token())).isInstanceOf(Visitor.Stranger.class);
    assertThatThrownBy(() -> arrive(reception, invite.token(), browser()))
        .hasMessageContaining("not known");
    Reception.SignedIn phone = arrive(reception, fresh, browser());
    assertThat(session(phone)).isEqualTo(session(laptop));
    assertThat(reception.visitor(phone.token())).isInstanceOf(Visitor.Candidate.class);
  }

  @Test
  void everyNodeKnowsASignInAndItsEnd() {
    Account ines = member("Ines", Role.INTERVIEWER);
    Reception other = node();
    Secret token = reception.signIn("Ines@Example.com ", PASSWORD, HERE).token();
    assertThat(other.visitor(token)).isEqualTo(new Visitor.Member(ines));
    reception.signOut(token, ACTOR);
    assertThat(other.visitor(token)).isInstanceOf(Visitor.Stranger.class);
    assertThat(reception.visitor(token)).isInstanceOf(Visitor.Stranger.class);
  }

  @Test
  void aNodeThatIsNotToldLearnsOfASignOutWithinSeconds() {
    MemoryStore.Contents deaf = new MemoryStore.Contents(false);
    Reception one = node(new MemoryStore(deaf));
    Reception other = node(new MemoryStore(deaf));
    Reception.Linked<Account> added = one.addAccount("Ines", "ines@example.com", Role.ADMIN, ACTOR);
    Secret token = one.setPassword(added.token(), PASSWORD, HERE).token();
    assertThat(other.visitor(token)).isInstanceOf(Visitor.Member.class);
    one.signOut(token, ACTOR);
    clock.pass(SignIns.LONGEST_LAG.plusSeconds(1));
    assertThat(other.visitor(token)).isInstanceOf(Visitor.Stranger.class);
  }

  @Test
  void aSignInEndsWhenItIsIdleOrTooOld() {
    member("Ines", Role.INTERVIEWER);
    Secret idle = reception.signIn("ines@example.com", PASSWORD, HERE).token();
    Secret busy = reception.signIn("ines@example.com", PASSWORD, HERE).token();
    for (int minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      clock.pass(Duration.ofMinutes(20));
      assertThat(reception.visitor(busy)).isInstanceOf(Visitor.Member.class);
    }
    assertThat(reception.visitor(idle)).isInstanceOf(Visitor.Stranger.class);
    clock.pass(Duration.ofMinutes(21));
    assertThat(reception.visitor(busy)).isInstanceOf(Visitor.Stranger.class);
  }

  @Test
  void useOnOneNodeKeepsASignInAliveOnAnother() {
    member("Ines", Role.INTERVIEWER);
    Reception other = node();
    Secret token = reception.signIn("ines@example.com", PASSWORD, HERE).token();
    assertThat(other.visitor(token)).isInstanceOf(Visitor.Member.class);
    for (int i = 0; i < 4; i++) {
      clock.pass(Duration.ofMinutes(20));
      assertThat(reception.visitor(token)).isInstanceOf(Visitor.Member.class);
    }
    assertThat(other.visitor(token)).isInstanceOf(Visitor.Member.class);
  }

  @Test
  void usingASignInWhileItIsSignedOutElsewhereDoesNotBringItBack() {
    member("Ines", Role.INTERVIEWER);
    Secret token = reception.signIn("ines@example.com", PASSWORD, HERE).token();
    Reception other = node();
    clock.pass(Duration.ofMinutes(5));
    other.visitor(token);
    reception.signOut(token, ACTOR);
    new MemoryStore(contents).put(Name.in("signins", token.hash() + ".seen.json"), "{\"at\":0}");
    assertThat(node().visitor(token)).isInstanceOf(Visitor.Stranger.class);
  }

  @Test
  void aNewPasswordAnotherRoleAndDisablingEndAllSignIns() {
    member("Ada", Role.ADMIN);
    Account ines = member("Ines", Role.INTERVIEWER);
    Secret first = reception.signIn("ines@example.com", PASSWORD, HERE).token();
    Secret link = reception.newLink(ines.id(), ACTOR).token();
    Secret second = reception.setPassword(link, "quite another set of words", HERE).token();
    assertThat(reception.visitor(first)).isInstanceOf(Visitor.Stranger.class);
    assertThat(reception.visitor(second)).isInstanceOf(Visitor.Member.class);
    reception.role(ines.id(), Role.ADMIN, ACTOR);
    assertThat(reception.visitor(second)).isInstanceOf(Visitor.Stranger.class);
    Secret third = reception.signIn("ines@example.com", "quite another set of words", HERE).token();
    reception.disable(ines.id(), ACTOR);
    assertThat(reception.visitor(third)).isInstanceOf(Visitor.Stranger.class);
    assertThatThrownBy(
            () -> reception.signIn("ines@example.com", "quite another set of words", HERE))
        .isInstanceOf(TeamException.class);
    reception.enable(ines.id(), ACTOR);
    assertThat(reception.visitor(third)).isInstanceOf(Visitor.Stranger.class);
  }

  @Test
  void aLinkSetsAPasswordOnceAndOnlyTheNewestWorks() {
    Reception.Linked<Account> ada =
        reception.addAccount("Ada", "ada@example.com", Role.ADMIN, ACTOR);
    Secret second = reception.newLink(ada.value().id(), ACTOR).token();
    assertThatThrownBy(() -> reception.setPassword(ada.token(), PASSWORD, HERE))
        .hasMessageContaining("ask an admin for a new one");
    assertThatThrownBy(() -> reception.setPassword(second, "password1234", HERE))
        .hasMessageContaining("easy to guess");
    reception.setPassword(second, PASSWORD, HERE);
    assertThatThrownBy(() -> reception.setPassword(second, PASSWORD + " again", HERE))
        .hasMessageContaining("ask an admin for a new one");
    Secret third = reception.newLink(ada.value().id(), ACTOR).token();
    clock.pass(Reception.LINK_WORKS);
    assertThatThrownBy(() -> reception.setPassword(third, PASSWORD, HERE))
        .hasMessageContaining("ask an admin for a new one");
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressAreAnsweredAlike() {
    member("Ines", Role.INTERVIEWER);
    reception.addAccount("Tom", "tom@example.com", Role.INTERVIEWER, ACTOR);
    Set<String> messages = new HashSet<>();
    for (String email : List.of("ines@example.com", "tom@example.com", "who@example.com", "no")) {
      assertThatThrownBy(() -> reception.signIn(email, "not the password", HERE))
          .isInstanceOf(TeamException.class)
          .satisfies(e -> messages.add(e.getMessage()));
    }
    assertThat(messages).hasSize(1);
    assertThat(reception.audit().newest("failed to sign in", 10))
        .hasSize(4)
        .noneMatch(e -> e.toString().contains("who@example.com"));
  }

  @Test
  void afterTenFailuresEvenTheRightPasswordWaits() {
    member("Ines", Role.INTERVIEWER);
    for (int i = 0; i < 10; i++) {
      int host = i;
      assertThatThrownBy(
              () ->
                  reception.signIn(
                      "ines@example.com", "guess number " + host, "198.51.100." + host))
          .isInstanceOf(TeamException.class);
    }
    assertThatThrownBy(() -> reception.signIn("ines@example.com", PASSWORD, HERE))
        .isInstanceOf(TooManyTriesException.class)
        .hasMessageContaining("15 minutes");
    clock.pass(Duration.ofMinutes(15));
    reception.signIn("ines@example.com", PASSWORD, HERE);
  }

  @Test
  void anAddressThatTriesManyAccountsIsHeldBack() {
    Throttle throttle = new Throttle(3, Duration.ofMinutes(1), clock);
    for (int i = 0; i < 3; i++) {
      throttle.check(HERE);
      throttle.failed(HERE);
    }
    throttle.check("192.0.2.2");
    assertThatThrownBy(() -> throttle.check(HERE))
        .isInstanceOfSatisfying(
            TooManyTriesException.class, e -> assertThat(e.seconds()).isEqualTo(60));
    clock.pass(Duration.ofSeconds(60));
    throttle.check(HERE);
  }

  @Test
  void aHashOfYesterdaysParametersIsMadeAnewAtTheNextSignIn() {
    Account ines = member("Ines", Role.INTERVIEWER);
    String weak =
        Argon2Function.getInstance(8192, 1, 1, 32, Argon2.ID)
            .hash(
                PASSWORD.getBytes(StandardCharsets.UTF_8),
                "0123456789abcdef".getBytes(StandardCharsets.UTF_8))
            .getResult();
    TeamLedger ledger = new TeamLedger(new MemoryStore(contents), clock);
    ledger.change(t -> List.of(new TeamEvent.PasswordSet(ines.id(), weak, clock.instant())));
    Secret token = reception.signIn("ines@example.com", PASSWORD, HERE).token();
    assertThat(reception.team().account(ines.id()).orElseThrow().passwordHash())
        .hasValueSatisfying(h -> assertThat(h).contains("m=32768,t=3"));
    assertThat(reception.visitor(token)).isInstanceOf(Visitor.Member.class);
    reception.signIn("ines@example.com", PASSWORD, HERE);
  }

  @Test
  void theLastAdminStays() {
    Account ada = member("Ada", Role.ADMIN);
    assertThatThrownBy(() -> reception.disable(ada.id(), ACTOR)).hasMessageContaining("last admin");
    assertThatThrownBy(() -> reception.role(ada.id(), Role.INTERVIEWER, ACTOR))
        .hasMessageContaining("last admin");
    member("Marta", Role.ADMIN);
    reception.disable(ada.id(), ACTOR);
  }

  @Test
  void anAddressAndANameBelongToOneAccount() {
    member("Ines", Role.INTERVIEWER);
    assertThatThrownBy(() -> reception.addAccount("Other", "INES@example.com", Role.ADMIN, ACTOR))
        .hasMessageContaining("ines@example.com already");
    assertThatThrownBy(() -> reception.addAccount("ines", "other@example.com", Role.ADMIN, ACTOR))
        .hasMessageContaining("signed with names");
  }

  @Test
  void nothingThatLetsSomebodyInIsInTheStore() {
    Reception.Linked<Invite> invite = invited();
    Reception.Linked<Account> ada =
        reception.addAccount("Ada", "ada@example.com", Role.ADMIN, ACTOR);
    Secret arrival = browser();
    Secret candidate = arrive(reception, invite.token(), arrival).token();
    Secret member = reception.setPassword(ada.token(), PASSWORD, HERE).token();
    MemoryStore store = new MemoryStore(contents);
    StringBuilder all = new StringBuilder();
    store.ledgers("team").forEach(l -> all.append(store.lines(l, 0)));
    for (Name name : store.documents("signins")) {
      all.append(name).append(store.document(name).orElseThrow());
    }
    assertThat(all.toString())
        .contains(candidate.hash())
        .doesNotContain(
            PASSWORD,
            invite.token().value(),
            ada.token().value(),
            arrival.value(),
            candidate.value(),
            member.value());
  }

  @Test
  void theAuditLogSaysWhoDidWhatAndIsSearched() {
    member("Ada", Role.ADMIN);
    Visitor ada = reception.signIn("ada@example.com", PASSWORD, HERE).visitor();
    reception.invite(
        "Cleo", "staff-full", Mode.MOCK, Duration.ofDays(7), new Reception.Actor(ada, HERE));
    List<AuditEntry> found = reception.audit().newest("invited", 10);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().name()).isEqualTo("Ada");
    assertThat(found.getFirst().address()).isEqualTo(HERE);
    assertThat(audited())
        .containsExactly(
            "invited a candidate", "signed in", "set a password", "added an account (admin)");
  }

  @Test
  void sweepingDeletesOldSignInsAndNoOther() {
    member("Ines", Role.INTERVIEWER);
    Secret candidate = arrive(reception, invited().token(), browser()).token();
    clock.pass(Duration.ofHours(13));
    Secret fresh = reception.signIn("ines@example.com", PASSWORD, HERE).token();
    reception.sweep();
    MemoryStore store = new MemoryStore(contents);
    assertThat(store.documents("signins"))
        .extracting(Name::last)
        .containsExactlyInAnyOrder(candidate.hash() + ".json", fresh.hash() + ".json");
  }

  private static SessionId session(Reception.SignedIn signedIn) {
    return ((Visitor.Candidate) signedIn.visitor()).invite().session().orElseThrow();
  }
}
