package dev.mockloop.entry;

import dev.mockloop.store.Name;
import dev.mockloop.store.Store;
import dev.mockloop.store.Watcher;
import dev.mockloop.team.Secret;
import dev.mockloop.team.SignIn;
import dev.mockloop.team.Team;
import dev.mockloop.team.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.random.RandomGenerator;

/**
 * Who is signed in with which browser: documents {@code signins/<hash>.json}, so that every node
 * knows them. When one was last used stands in a document beside it and never in it, so that noting
 * the use cannot bring back what was signed out of meanwhile.
 *
 * <p>Read ones are remembered for {@link #LONGEST_LAG}; where the store tells of changes they are
 * forgotten at once.
 */
final class SignIns {
  private static final String FOLDER = "signins";
  private static final int MOST_REMEMBERED = 50_000;

  /** How long a sign-out on another node may go unseen where the store does not tell of it. */
  static final Duration LONGEST_LAG = Duration.ofSeconds(10);

  /** Use is noted this often, so that not every request writes. */
  private static final Duration BETWEEN_NOTES = Duration.ofMinutes(2);

  private final Store store;
  private final Clock clock;
  private final RandomGenerator random;
  private final ConcurrentMap<String, Remembered> remembered = new ConcurrentHashMap<>();

  private record Remembered(SignIn signIn, Instant seenAt, Instant readAt) {}

  private record Seen(Instant at) {}

  SignIns(Store store, Clock clock, RandomGenerator random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
    store.watch(
        new Watcher() {
          @Override
          public void changed(Name name) {
            if (name.folder().equals(FOLDER)) {
              remembered.remove(hashIn(name));
            }
          }

          @Override
          public void missed() {
            remembered.clear();
          }
        });
  }

  /** Signs somebody in; the token is for their browser alone. */
  Secret make(Visitor visitor) {
    Instant now = clock.instant();
    SignIn signIn =
        switch (visitor) {
          case Visitor.Member member ->
              new SignIn(true, member.account().id(), member.account().generation(), now);
          case Visitor.Candidate candidate ->
              new SignIn(false, candidate.invite().id(), candidate.invite().generation(), now);
          case Visitor.Stranger stranger ->
              throw new IllegalArgumentException("a stranger cannot be signed in");
        };
    Secret token = Secret.fresh(random);
    store.put(document(token.hash()), Json.write(signIn));
    return token;
  }

  /** Who holds the token; empty when nobody is signed in with it any more. */
  Optional<Visitor> find(Secret token, Team team) {
    String hash = token.hash();
    Instant now = clock.instant();
    Remembered known = remembered.get(hash);
    if (known == null || isOld(known, now)) {
      Optional<Remembered> read = read(hash, now);
      if (read.isEmpty()) {
        remembered.remove(hash);
        return Optional.empty();
      }
      known = read.get();
      remember(hash, known);
    }
    Optional<Visitor> visitor = known.signIn.visitor(team, known.seenAt, now);
    if (visitor.isPresent() && now.isAfter(known.seenAt.plus(BETWEEN_NOTES))) {
      store.put(seen(hash), Json.write(new Seen(now)));
      remember(hash, new Remembered(known.signIn, now, known.readAt));
    }
    return visitor;
  }

  /** Signs out; a token that is not known is no error. */
  void end(Secret token) {
    delete(token.hash());
  }

  /** Deletes what is too old to be of use to anybody. */
  void sweep() {
    Instant now = clock.instant();
    for (Name name : store.documents(FOLDER)) {
      String hash = hashIn(name);
      boolean dead =
          read(hash, now)
              .map(r -> now.isAfter(r.signIn.madeAt().plus(r.signIn.limits().longest())))
              .orElse(true);
      if (dead) {
        delete(hash);
      }
    }
  }

  private void delete(String hash) {
    store.delete(document(hash));
    store.delete(seen(hash));
    remembered.remove(hash);
  }

  private boolean isOld(Remembered known, Instant now) {
    return now.isBefore(known.readAt) || now.isAfter(known.readAt.plus(LONGEST_LAG));
  }

  private void remember(String hash, Remembered known) {
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(hash, known);
  }

  private Optional<Remembered> read(String hash, Instant now) {
    return store
        .document(document(hash))
        .map(text -> Json.read(text, SignIn.class, document(hash)))
        .map(signIn -> new Remembered(signIn, seenAt(hash).orElse(signIn.madeAt()), now));
  }

  private Optional<Instant> seenAt(String hash) {
    return store.document(seen(hash)).map(text -> Json.read(text, Seen.class, seen(hash)).at());
  }

  private static Name document(String hash) {
    return Name.in(FOLDER, hash + ".json");
  }

  private static Name seen(String hash) {
    return Name.in(FOLDER, hash + ".seen.json");
  }

  private static String hashIn(Name name) {
    return name.last().replaceFirst("\\..*", "");
  }
}
