package dev.mockloop.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mockloop.store.Name;
import dev.mockloop.store.Store;
import dev.mockloop.store.StoreContract;
import dev.mockloop.store.StoreException;
import dev.mockloop.store.Watcher;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresStoreTest extends StoreContract {
  private static final String MISSED = "missed";
  private static final String BREAK_ALL_CONNECTIONS =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
          + " WHERE datname = current_database() AND pid <> pg_backend_pid()";
  private static String address = "";

  /** One database for all tests, emptied for each. */
  @BeforeAll
  static void makeDatabase() throws Exception {
    address = RealPostgres.shared().newDatabase();
    PostgresStore.open(address).close();
  }

  @AfterEach
  void empty() throws Exception {
    sql("TRUNCATE ledger, ledger_line, document");
  }

  private static void sql(String statement) throws SQLException {
    try (Connection admin = DriverManager.getConnection(address);
        Statement run = admin.createStatement()) {
      run.execute(statement);
    }
  }

  @Override
  protected Store open() {
    return PostgresStore.open(address);
  }

  /** What a watcher is told, in order. */
  private static final class Ear implements Watcher {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Override
    public void changed(Name name) {
      heard.add(name.value());
    }

    @Override
    public void missed() {
      heard.add(MISSED);
    }

    String next() throws InterruptedException {
      String word = heard.poll(30, TimeUnit.SECONDS);
      assertThat(word).as("something heard in 30 seconds").isNotNull();
      return word;
    }
  }

  private Ear ear;

  @BeforeEach
  void listen() {
    ear = new Ear();
  }

  @Test
  void aWatcherIsToldOfWhatOthersChangeAndNotOfItsOwn() throws Exception {
    store().watch(ear);
    assertThat(ear.next()).isEqualTo(MISSED);
    try (Store other = open()) {
      store().append(new Name("own/events"), 0, List.of("{}"));
      other.append(new Name("s1/events"), 0, List.of("{}"));
      assertThat(ear.next()).isEqualTo("s1/events");
      other.append(new Name("s1/events"), 1, List.of("{}", "{}"));
      assertThat(ear.next()).isEqualTo("s1/events");
      other.put(new Name("s1/card.json"), "{}");
      assertThat(ear.next()).isEqualTo("s1/card.json");
      other.putIfAbsent(new Name("s1/card.json"), "{}");
      other.delete(new Name("s1/none.json"));
      other.delete(new Name("s1/card.json"));
      assertThat(ear.next()).isEqualTo("s1/card.json");
      other.deleteFolder("s1");
      assertThat(ear.next()).isEqualTo("s1/events");
    }
  }

  @Test
  void aWatcherThatWasEndedIsToldNothing() throws Exception {
    Ear ended = new Ear();
    Runnable end = store().watch(ended);
    store().watch(ear);
    assertThat(ended.next()).isEqualTo(MISSED);
    assertThat(ear.next()).isEqualTo(MISSED);
    end.run();
    try (Store other = open()) {
      other.put(new Name("a.json"), "{}");
      assertThat(ear.next()).isEqualTo("a.json");
      assertThat(ended.heard).isEmpty();
    }
  }

  @Test
  void aWatcherWhoseConnectionBreaksIsToldThatItMissedSomething() throws Exception {
    store().watch(ear);
    assertThat(ear.next()).isEqualTo(MISSED);
    try (Store other = open()) {
      sql(BREAK_ALL_CONNECTIONS);
      assertThat(ear.next()).isEqualTo(MISSED);
      other.put(new Name("a.json"), "{}");
      assertThat(ear.next()).isEqualTo("a.json");
    }
  }

  @Test
  void whereNothingIsAnnouncedWatchersAreToldToLookAgain() throws Exception {
    try (Listener polling =
        new Listener(Server.at(address, java.util.Map.of()), "node", /* polls= */ true)) {
      polling.add(ear);
      assertThat(ear.next()).isEqualTo(MISSED);
      assertThat(ear.next()).isEqualTo(MISSED);
    }
  }

  @Test
  void aFolderWithManyNamesIsAnnouncedInAsManyPartsAsItTakes() throws Exception {
    for (int i = 0; i < 120; i++) {
      store().put(new Name("s1/" + "x".repeat(150) + i), "");
    }
    Ear first = new Ear();
    try (Store other = open()) {
      other.watch(first);
      assertThat(first.next()).isEqualTo(MISSED);
      store().deleteFolder("s1");
      List<String> heard = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        heard.add(first.next());
      }
      assertThat(heard).doesNotHaveDuplicates().allMatch(n -> n.startsWith("s1/x"));
    }
  }

  @Test
  void connectionsThatBreakWhileAppendingLoseAndDoubleNothing() throws Exception {
    Name ledger = new Name("s1/events");
    List<String> acknowledged = new ArrayList<>();
    for (int n = 0; n < 100; n++) {
      if (n % 10 == 3) {
        sql(BREAK_ALL_CONNECTIONS);
      }
      store().append(ledger, n, List.of("{\"n\":" + n + "}"));
      acknowledged.add("{\"n\":" + n + "}");
    }
    assertThat(store().lines(ledger, 0)).isEqualTo(acknowledged);
  }

  @Test
  void aDatabaseThatIsNotThereIsToldInOneSentenceWithoutThePassword() {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(
            () ->
                PostgresStore.open(
                    "jdbc:postgresql://127.0.0.1:%d/nothing?user=postgres&password=s3cret"
                        .formatted(RealPostgres.shared().port())))
        .withMessageContaining("nothing at 127.0.0.1")
        .withMessageContaining("does not exist; make it with createdb")
        .withMessageNotContaining("s3cret");
  }

  @Test
  void aPlaceThatIsNoDatabaseIsRefused() {
    for (String wrong :
        List.of("jdbc:mysql://host/db", "postgresql://host/db", "", "transcripts")) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> PostgresStore.open(wrong))
          .withMessage(
              "a database is named like jdbc:postgresql://host:5432/mockloop; mend --store");
    }
  }
}
