package dev.mockloop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store promises, sentence by sentence. */
public abstract class StoreContract {
  private static final Name EVENTS = new Name("s1/events");
  private static final Name CARD = new Name("s1/scorecard.json");

  private Store store;

  /** Opens the store of this test; every call is one more process over it. */
  protected abstract Store open() throws Exception;

  @BeforeEach
  void openStore() throws Exception {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  protected final Store store() {
    return store;
  }

  @Test
  void thereAreNoLinesWhereThereIsNoLedger() {
    assertThat(store.lines(EVENTS, 0)).isEmpty();
    assertThat(store.lines(EVENTS, 7)).isEmpty();
  }

  @Test
  void linesComeBackInOrderAndFromWhereOneAsks() {
    store.append(EVENTS, 0, List.of("{\"n\":1}"));
    store.append(EVENTS, 1, List.of("{\"n\":2}", "{\"n\":3}"));

    assertThat(store.lines(EVENTS, 0)).containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
    assertThat(store.lines(EVENTS, 1)).containsExactly("{\"n\":2}", "{\"n\":3}");
    assertThat(store.lines(EVENTS, 3)).isEmpty();
    assertThat(store.lines(EVENTS, 9)).isEmpty();
  }

  @Test
  void nothingAppendedMakesNoLedger() {
    store.append(EVENTS, 0, List.of());

    assertThat(store.ledgers("s1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 40})
  void whoeverKnowsAnotherNumberOfLinesIsRefusedAndNothingChanges(int before) {
    store.append(EVENTS, 0, List.of("{\"n\":1}", "{\"n\":2}"));

    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> store.append(EVENTS, before, List.of("{\"n\":3}", "{\"n\":4}")));

    assertThat(store.lines(EVENTS, 0)).containsExactly("{\"n\":1}", "{\"n\":2}");
  }

  @Test
  void oneWhoGoesOnWithALedgerThatIsNotThereIsRefused() {
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> store.append(EVENTS, 2, List.of("{\"n\":3}")));

    assertThat(store.lines(EVENTS, 0)).isEmpty();
    assertThat(store.ledgers("s1")).isEmpty();
  }

  @Test
  void oneWhoGoesOnWithADeletedLedgerIsRefused() {
    store.append(EVENTS, 0, List.of("{\"n\":1}"));
    store.deleteFolder("s1");

    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> store.append(EVENTS, 1, List.of("{\"n\":2}")));

    assertThat(store.lines(EVENTS, 0)).isEmpty();
  }

  @Test
  void aDeletedLedgerCanBeBegunAnew() {
    store.append(EVENTS, 0, List.of("{\"n\":1}", "{\"n\":2}"));
    store.deleteFolder("s1");
    store.append(EVENTS, 0, List.of("{\"n\":9}"));

    assertThat(store.lines(EVENTS, 0)).containsExactly("{\"n\":9}");
  }

  @Test
  void whatOneProcessKeepsAnotherReads() throws Exception {
    try (Store other = open()) {
      store.append(EVENTS, 0, List.of("{\"n\":1}"));
      assertThat(other.lines(EVENTS, 0)).containsExactly("{\"n\":1}");

      other.append(EVENTS, 1, List.of("{\"n\":2}"));
      other.put(CARD, "{}");

      assertThat(store.lines(EVENTS, 1)).containsExactly("{\"n\":2}");
      assertThat(store.document(CARD)).contains("{}");
      assertThatExceptionOfType(ConflictException.class)
          .isThrownBy(() -> store.append(EVENTS, 1, List.of("{\"n\":3}")));
    }
  }

  @Test
  void whatWasKeptIsThereWhenTheStoreIsOpenedAgain() throws Exception {
    store.append(EVENTS, 0, List.of("{\"n\":1}"));
    store.put(CARD, "{}");
    store.close();

    try (Store again = open()) {
      assertThat(again.lines(EVENTS, 0)).containsExactly("{\"n\":1}");
      assertThat(again.document(CARD)).contains("{}");
      assertThat(again.repairs()).isEmpty();
    }
  }

  @Test
  void aDocumentIsReplacedAsAWhole() {
    assertThat(store.document(CARD)).isEmpty();

    store.put(CARD, "a long first text");
    store.put(CARD, "short");

    assertThat(store.document(CARD)).contains("short");
  }

  @Test
  void aDocumentKeptIfAbsentStaysAsItWas() {
    assertThat(store.putIfAbsent(CARD, "first")).isTrue();
    assertThat(store.putIfAbsent(CARD, "second")).isFalse();

    assertThat(store.document(CARD)).contains("first");
  }

  @Test
  void ofManyWhoKeepADocumentIfAbsentOneDoes() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> kept = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        String text = "text " + i;
        kept.add(threads.submit(() -> store.putIfAbsent(CARD, text)));
      }
      List<String> winners = new ArrayList<>();
      for (int i = 0; i < kept.size(); i++) {
        if (kept.get(i).get()) {
          winners.add("text " + i);
        }
      }

      assertThat(winners).hasSize(1);
      assertThat(store.document(CARD)).contains(winners.getFirst());
    }
  }

  @Test
  void aDeletedDocumentIsGoneAndDeletingNothingIsNoError() {
    store.put(CARD, "{}");

    store.delete(CARD);
    store.delete(CARD);

    assertThat(store.document(CARD)).isEmpty();
    assertThat(store.documents("s1")).isEmpty();
  }

  @Test
  void oneSeesWhatLiesRightInAFolderInOrder() {
    store.append(new Name("s2/events"), 0, List.of("{}"));
    store.append(EVENTS, 0, List.of("{}"));
    store.append(new Name("ratings/ratings"), 0, List.of("{}"));
    store.append(new Name("s1-old/events"), 0, List.of("{}"));
    store.append(new Name("s1/a"), 0, List.of("{}"));
    store.put(new Name("s1/rubrics/design__b.yaml"), "b");
    store.put(new Name("s1/rubrics/design__a.yaml"), "a");
    store.put(new Name("s1/rubrics/deep/c.yaml"), "c");
    store.put(CARD, "{}");
    store.put(new Name("s1_x/card.json"), "{}");

    assertThat(store.ledgers("s1")).extracting(Name::value).containsExactly("s1/a", "s1/events");
    assertThat(store.ledgers("s1/rubrics")).isEmpty();
    assertThat(store.ledgers("nowhere")).isEmpty();
    assertThat(store.documents("s1")).containsExactly(CARD);
    assertThat(store.documents("s1/rubrics"))
        .extracting(Name::value)
        .containsExactly("s1/rubrics/design__a.yaml", "s1/rubrics/design__b.yaml");
    assertThat(store.documents("nowhere")).isEmpty();
    assertThat(store.foldersWith("events")).containsExactly("s1", "s1-old", "s2");
    assertThat(store.foldersWith("ratings")).containsExactly("ratings");
    assertThat(store.folders("")).containsExactly("ratings", "s1", "s1-old", "s1_x", "s2");
    assertThat(store.folders("s1")).containsExactly("s1/rubrics");
    assertThat(store.folders("s1/rubrics")).containsExactly("s1/rubrics/deep");
    assertThat(store.folders("s2")).isEmpty();
    assertThat(store.folders("nowhere")).isEmpty();
  }

  @Test
  void whatLiesRightUnderTheRootIsSeen() {
    store.put(new Name("settings.json"), "{}");
    store.append(new Name("audit"), 0, List.of("{}"));

    assertThat(store.documents("")).containsExactly(new Name("settings.json"));
    assertThat(store.ledgers("")).containsExactly(new Name("audit"));
    assertThat(store.folders("")).isEmpty();
  }

  @Test
  void aDeletedFolderTakesAllThatIsInItAndNothingElse() {
    store.append(EVENTS, 0, List.of("{}"));
    store.put(new Name("s1/rubrics/design__a.yaml"), "a");
    store.put(CARD, "{}");
    store.append(new Name("s10/events"), 0, List.of("{}"));

    store.deleteFolder("s1");
    store.deleteFolder("s1");

    assertThat(store.lines(EVENTS, 0)).isEmpty();
    assertThat(store.document(CARD)).isEmpty();
    assertThat(store.documents("s1/rubrics")).isEmpty();
    assertThat(store.foldersWith("events")).containsExactly("s10");
    assertThat(store.folders("")).containsExactly("s10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a\nb\r\nc",
        "no end\n",
        "\0",
        "a\0b\u00010\u00011\u0001\0",
        "\u0001",
        "\u00010",
        "emoji \uD83D\uDE00 and e\u0301, \u202E right to left",
        "\uFEFF with a mark in front",
        "'; DROP TABLE document; --",
        "\\x00 \\0 \\u0000",
        "\uFFFF\uFFFE"
      })
  void everyTextComesBackAsItWas(String text) {
    store.put(CARD, text);

    assertThat(store.document(CARD)).contains(text);
  }

  @Test
  void aLineMayHoldWhatJsonMayHold() {
    List<String> lines =
        List.of(
            "{\"text\":\"\\u0000 \\n \\\" \\\\\"}",
            "{\"text\":\"\uD83D\uDE00 '; --\"}",
            "{\"text\":\"\u2028 \u2029 \u0085 {,} \\\\x\"}");
    store.append(EVENTS, 0, lines);

    assertThat(store.lines(EVENTS, 0)).isEqualTo(lines);
  }

  @Test
  void veryLongTextsAreKept() {
    String text = "0123456789 \u00E9\uD83D\uDE00\n".repeat(400_000);
    String line = "{\"text\":\"" + "word ".repeat(600_000) + "\"}";
    store.put(CARD, text);
    store.append(EVENTS, 0, List.of(line, "{}"));

    assertThat(store.document(CARD).orElseThrow().equals(text)).isTrue();
    assertThat(store.lines(EVENTS, 0).getFirst().equals(line)).isTrue();
    assertThat(store.lines(EVENTS, 1)).containsExactly("{}");
  }

  @Test
  void manyLinesMayComeAtOnce() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      lines.add("{\"n\":" + i + "}");
    }
    store.append(EVENTS, 0, lines);

    assertThat(store.lines(EVENTS, 0)).isEqualTo(lines);
    assertThat(store.lines(EVENTS, 19_999)).containsExactly("{\"n\":19999}");
  }

  /**
   * Threads of two processes append to a few ledgers, reading anew whenever they are refused: every
   * acknowledged line is there once, and each writer's lines are in the order it wrote them.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatManyAppendAtOnceIsThereOnceAndInOrder(long seed) throws Exception {
    int writers = 12;
    int each = 25;
    List<Name> ledgers = List.of(EVENTS, new Name("s2/events"), new Name("ratings/ratings"));
    List<Map<Name, List<String>>> acknowledged = new ArrayList<>();
    try (Store other = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Map<Name, List<String>>>> running = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        Store through = w % 2 == 0 ? store : other;
        String writer = "w" + w;
        Random random = new Random(seed * 100 + w);
        running.add(threads.submit(() -> write(through, writer, each, ledgers, random)));
      }
      for (Future<Map<Name, List<String>>> one : running) {
        acknowledged.add(one.get());
      }
    }
    int there = 0;
    for (Name ledger : ledgers) {
      List<String> lines = store.lines(ledger, 0);
      there += lines.size();
      assertThat(lines).doesNotHaveDuplicates();
      for (Map<Name, List<String>> written : acknowledged) {
        List<String> own = written.getOrDefault(ledger, List.of());
        assertThat(lines).containsSubsequence(own);
      }
    }
    assertThat(there)
        .isEqualTo(
            acknowledged.stream().flatMap(w -> w.values().stream()).mapToInt(List::size).sum())
        .isGreaterThanOrEqualTo(writers * each);
  }

  private static Map<Name, List<String>> write(
      Store store, String writer, int appends, List<Name> ledgers, Random random) {
    Map<Name, List<String>> acknowledged = new LinkedHashMap<>();
    Map<Name, Integer> known = new HashMap<>();
    for (int i = 0; i < appends; i++) {
      Name ledger = ledgers.get(random.nextInt(ledgers.size()));
      List<String> lines = new ArrayList<>();
      for (int l = 0; l <= random.nextInt(3); l++) {
        lines.add("{\"by\":\"%s\",\"n\":%d,\"l\":%d}".formatted(writer, i, l));
      }
      for (boolean kept = false; !kept; ) {
        int before = known.getOrDefault(ledger, 0);
        try {
          store.append(ledger, before, lines);
          known.put(ledger, before + lines.size());
          kept = true;
        } catch (ConflictException e) {
          known.put(ledger, before + store.lines(ledger, before).size());
        }
      }
      acknowledged.computeIfAbsent(ledger, n -> new ArrayList<>()).addAll(lines);
    }
    return acknowledged;
  }

  /** A ledger is appended to while its folder is deleted: it never begins in the middle. */
  @Test
  void aLedgerThatIsDeletedUnderItsWriterNeverKeepsHalf() throws Exception {
    try (Store other = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 20; round++) {
        store.append(EVENTS, 0, List.of("{\"n\":1}"));
        Future<?> writing =
            threads.submit(
                () -> {
                  try {
                    for (int n = 1; n < 50; n++) {
                      other.append(EVENTS, n, List.of("{\"n\":" + (n + 1) + "}"));
                    }
                  } catch (ConflictException e) {
                    // the folder is gone
                  }
                });
        Thread.onSpinWait();
        store.deleteFolder("s1");
        writing.get();
        assertThat(store.lines(EVENTS, 0)).isEmpty();
        assertThat(store.ledgers("s1")).isEmpty();
        assertThat(store.folders("")).isEmpty();
      }
    }
  }

  /** What a store does is what two maps would do. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void aStoreBehavesAsTwoMapsDo(long seed) {
    Random random = new Random(seed);
    Map<Name, List<String>> ledgers = new TreeMap<>();
    Map<Name, String> documents = new TreeMap<>();
    for (int i = 0; i < 150; i++) {
      String folder = "f" + random.nextInt(3);
      Name ledger = Name.in(folder, "l" + random.nextInt(2));
      Name document = Name.in(folder, "d" + random.nextInt(2) + ".json");
      String text = "t" + i;
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> {
          List<String> lines = ledgers.getOrDefault(ledger, List.of());
          int before = Math.max(0, lines.size() - random.nextInt(3) / 2);
          List<String> more = List.of("{\"t\":\"" + text + "\"}", "{}");
          if (before == lines.size()) {
            store.append(ledger, before, more);
            ledgers.computeIfAbsent(ledger, n -> new ArrayList<>()).addAll(more);
          } else {
            assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> store.append(ledger, before, more));
          }
        }
        case 3, 4 -> {
          store.put(document, text);
          documents.put(document, text);
        }
        case 5 ->
            assertThat(store.putIfAbsent(document, text))
                .isEqualTo(documents.putIfAbsent(document, text) == null);
        case 6 -> {
          store.delete(document);
          documents.remove(document);
        }
        default -> {
          if (random.nextInt(4) == 0) {
            store.deleteFolder(folder);
            ledgers.keySet().removeIf(n -> n.folder().equals(folder));
            documents.keySet().removeIf(n -> n.folder().equals(folder));
          }
        }
      }
      assertThat(store.lines(ledger, 0)).isEqualTo(ledgers.getOrDefault(ledger, List.of()));
      assertThat(store.document(document)).isEqualTo(Optional.ofNullable(documents.get(document)));
      assertThat(store.ledgers(folder))
          .isEqualTo(ledgers.keySet().stream().filter(n -> n.folder().equals(folder)).toList());
      assertThat(store.documents(folder))
          .isEqualTo(documents.keySet().stream().filter(n -> n.folder().equals(folder)).toList());
    }
  }

  @Test
  void aLineThatIsNoLineIsRefused() {
    for (String line : List.of("", "{\n}", "{}\n")) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> store.append(EVENTS, 0, List.of("{}", line)));
    }
    assertThat(store.lines(EVENTS, 0)).isEmpty();
  }
}
