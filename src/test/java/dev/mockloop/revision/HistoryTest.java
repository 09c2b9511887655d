package dev.mockloop.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Signature ANA = new Signature("Ana", "Why not");
  private static final History.Naming NAMING = text -> Integer.toHexString(text.hashCode());

  private static History shipped(String text) {
    return History.begin(text, NOON, NAMING);
  }

  @Test
  void whatShippedIsInUseUntilSomebodyPublishes() {
    History history = shipped("a: 1");
    assertThat(history.current().text()).isEqualTo("a: 1");
    assertThat(history.published()).isFalse();

    History after = history.publish("a: 2", 1, ANA, NOON, NAMING);
    assertThat(after.current())
        .isEqualTo(
            new Revision(
                2,
                1,
                NOON,
                "Ana",
                "Why not",
                NAMING.rubricVersion("a: 2"),
                new Origin.Edited(),
                "a: 2"));
    assertThat(after.since(1)).containsExactly(after.current());
  }

  @Test
  void theSecondOfTwoIsToldWhoWasFirstAndOnWhat() {
    History first = shipped("a: 1").publish("a: 2", 1, ANA, NOON, NAMING);
    assertThatThrownBy(() -> first.publish("a: 3", 1, new Signature("Bo", "Mine"), NOON, NAMING))
        .isInstanceOfSatisfying(
            BaseMovedException.class,
            e -> {
              assertThat(e.base()).isEqualTo(1);
              assertThat(e.current().number()).isEqualTo(2);
            })
        .hasMessageContaining("Version 2 was published by Ana")
        .hasMessageContaining("version 1");
  }

  @Test
  void rollingBackIsAVersionThatNamesWhatItTookAgain() {
    History history =
        shipped("a: 1").publish("a: 2", 1, ANA, NOON, NAMING).rollBack(1, 2, ANA, NOON, NAMING);
    assertThat(history.current().number()).isEqualTo(3);
    assertThat(history.current().origin()).isEqualTo(new Origin.RolledBack(1));
    assertThat(history.current().text()).isEqualTo("a: 1");
    assertThat(history.current().rubricVersion())
        .isEqualTo(history.revision(1).orElseThrow().rubricVersion());
    assertThatThrownBy(() -> history.rollBack(9, 3, ANA, NOON, NAMING))
        .hasMessage("There is no version 9; choose one from 1 to 3");
    assertThatThrownBy(() -> history.rollBack(1, 2, ANA, NOON, NAMING))
        .isInstanceOf(BaseMovedException.class);
  }

  @Test
  void aChangedShippedFileIsNotedOnceAndNotTakenIntoUse() {
    History published = shipped("a: 1").publish("a: 2", 1, ANA, NOON, NAMING);
    assertThat(published.noting("a: 1", NOON, NAMING)).isEqualTo(published);
    assertThat(published.shippedSince()).isEmpty();

    History noted = published.noting("a: 7", NOON, NAMING);
    assertThat(noted.noting("a: 7", NOON, NAMING)).isEqualTo(noted);
    assertThat(noted.current().text()).isEqualTo("a: 2");
    assertThat(noted.shippedSince().orElseThrow().text()).isEqualTo("a: 7");
    assertThat(noted.shippedSince().orElseThrow().parent()).isEqualTo(1);

    History taken = noted.rollBack(3, 2, ANA, NOON, NAMING);
    assertThat(taken.current().text()).isEqualTo("a: 7");
    assertThat(taken.shippedSince()).isEmpty();
  }

  @Test
  void aGapInTheVersionsIsNamed() {
    Revision first = shipped("a").current();
    Revision third = new Revision(3, 1, NOON, "Ana", "n", "v", new Origin.Edited(), "b");
    assertThatThrownBy(() -> new History(List.of(first, third)))
        .hasMessageContaining("version 2 is missing");
  }

  @Test
  void authorAndNoteAreBothAskedFor() {
    assertThatThrownBy(() -> new Signature(" ", "x"))
        .hasMessageContaining("The author has 1 to 80");
    assertThatThrownBy(() -> new Signature("Ana\nBo", "x")).hasMessageContaining("The author");
    assertThatThrownBy(() -> new Signature("Ana", "")).hasMessageContaining("what changes and why");
    assertThatThrownBy(() -> new Signature("Ana", "x".repeat(501))).hasMessageContaining("has 501");
    assertThat(new Signature(" Ana ", " x ")).isEqualTo(new Signature("Ana", "x"));
  }

  @Property
  void rollingBackGivesExactlyThatTextAndNoVersionIsEverLost(
      @ForAll @Size(min = 1, max = 12) List<String> texts, @ForAll int pick) {
    History history = shipped("shipped");
    List<String> all = new ArrayList<>(List.of("shipped"));
    for (String text : texts) {
      int base = history.current().number();
      if (text.length() % 3 == 0) {
        int to = Math.floorMod(pick, all.size()) + 1;
        history = history.rollBack(to, base, ANA, NOON, NAMING);
        assertThat(history.current().text()).isEqualTo(all.get(to - 1));
      } else {
        history = history.publish(text, base, ANA, NOON, NAMING);
        assertThat(history.current().text()).isEqualTo(text);
      }
      all.add(history.current().text());
      assertThat(history.revisions()).extracting(Revision::text).containsExactlyElementsOf(all);
    }
  }
}
