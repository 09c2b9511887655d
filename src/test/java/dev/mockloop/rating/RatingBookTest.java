package dev.mockloop.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingBookTest {
  private static final ItemId ITEM = ItemId.of("session-1/design/a");
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private static RatingEvent.Submitted rated(String rater, double level, int minute) {
    return new RatingEvent.Submitted(
        ITEM,
        new Rater(rater),
        new Levels(Map.of(Levels.OVERALL, level)),
        "",
        NOON.plusSeconds(60L * minute));
  }

  @Test
  void nothingIsShownBeforeOnesOwnRating() {
    RatingBook book = RatingBook.of(List.of(rated("Ines", 2, 0)));

    assertThat(book.sight(new Rater("Tom"), ITEM)).isEqualTo(new Sight.Blind());
    assertThat(book.sight(new Rater("Ines"), ITEM))
        .isEqualTo(new Sight.Open(List.of(rated("Ines", 2, 0)), List.of()));
  }

  @Test
  void whoHasRatedSeesTheFirstRatingsOfOthers() {
    RatingBook book =
        RatingBook.of(List.of(rated("Ines", 2, 0), rated("Tom", 4, 1), rated("Ines", 5, 9)));

    assertThat(book.sight(new Rater("tom"), ITEM))
        .isEqualTo(new Sight.Open(List.of(rated("Tom", 4, 1)), List.of(rated("Ines", 2, 0))));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, false",
    "1, 2, false",
    "2, 3, false",
    "4, 5, false",
    "3, 4, true",
    "1, 3, true",
    "3, 5, true",
    "1, 5, true",
    "3, 3.5, true",
    "3.5, 5, false",
    "2.5, 3, false"
  })
  void ratersDisagreeTwoLevelsApartOrAcrossTheHireLine(double a, double b, boolean disagree) {
    RatingBook book = RatingBook.of(List.of(rated("Ines", a, 0), rated("Tom", b, 1)));

    assertThat(book.disagreement(ITEM).isPresent()).isEqualTo(disagree);
    assertThat(book.waiting()).hasSize(disagree ? 1 : 0);
  }

  @Test
  void aSecondLookIsNoDisagreementWithOneself() {
    RatingBook book = RatingBook.of(List.of(rated("Ines", 2, 0), rated("Ines", 5, 9)));

    assertThat(book.disagreement(ITEM)).isEmpty();
    assertThat(book.drift()).containsExactly(new Drift(new Rater("Ines"), 1, 0, 3));
  }

  @Test
  void whatIsSettledWaitsNoLongerButStaysADisagreement() {
    List<RatingEvent> events = List.of(rated("Ines", 2, 0), rated("Tom", 4, 1));
    RatingEvent.Adjudicated settled =
        RatingDesk.adjudicate(
            RatingBook.of(events), ITEM, new Rater("Marta"), 3, " The figures decide. ", NOON);
    RatingBook book = RatingBook.of(List.of(events.get(0), events.get(1), settled));

    assertThat(settled.reason()).isEqualTo("The figures decide.");
    assertThat(book.waiting()).isEmpty();
    assertThat(book.adjudication(ITEM)).contains(settled);
    assertThat(book.disagreement(ITEM)).hasValueSatisfying(d -> assertThat(d.apart()).isEqualTo(2));
  }

  @Test
  void nothingIsSettledWithoutADisagreementALevelOrAReason() {
    Rater marta = new Rater("Marta");
    RatingBook agree = RatingBook.of(List.of(rated("Ines", 2, 0), rated("Tom", 2, 1)));
    RatingBook differ = RatingBook.of(List.of(rated("Ines", 2, 0), rated("Tom", 4, 1)));

    assertThatThrownBy(() -> RatingDesk.adjudicate(agree, ITEM, marta, 3, "x", NOON))
        .isInstanceOf(RatingException.class)
        .hasMessageContaining("nothing to settle");
    assertThatThrownBy(() -> RatingDesk.adjudicate(differ, ITEM, marta, 6, "x", NOON))
        .hasMessageContaining("from 1 to 5");
    assertThatThrownBy(() -> RatingDesk.adjudicate(differ, ITEM, marta, 3, " \n", NOON))
        .hasMessageContaining("Give a reason");
    assertThatThrownBy(() -> RatingDesk.override(ITEM, marta, 3, "x".repeat(4001), NOON))
        .hasMessageContaining("at most 4000");
  }

  @Test
  void theLaterOverrideCounts() {
    RatingEvent.Overridden first =
        RatingDesk.override(ITEM, new Rater("Ines"), 2, "Too kind.", NOON);
    RatingEvent.Overridden second =
        RatingDesk.override(ITEM, new Rater("Tom"), 4, "Not at all.", NOON.plusSeconds(1));
    RatingBook book = RatingBook.of(List.of(first, second));

    assertThat(book.override(ITEM)).contains(second);
    assertThat(book.overrides(ITEM.session())).containsExactly(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "=cmd", "1Ines", "Machine", "a\u0000b", "<b>Ines</b>"})
  void aNameThatCouldBeNoPersonsIsRefused(String name) {
    assertThatThrownBy(() -> new Rater(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oneNameTypedInTwoWaysIsOnePerson() {
    assertThat(new Rater(" ines   duarte")).isEqualTo(new Rater("Ines Duarte"));
    assertThat(new Rater("Zoë O’Brien-Łuć").name()).isEqualTo("Zoë O’Brien-Łuć");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 5.5, -1, Double.NaN})
  void aLevelIsFromOneToFive(double level) {
    assertThatThrownBy(() -> new Levels(Map.of("overall", level)))
        .hasMessageContaining("from 1 to 5");
  }
}
