package dev.mockloop.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.interview.Place;
import dev.mockloop.interview.SessionId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TranscriptIndexTest {
  private static final SessionId FIRST = new SessionId("20260105-120000-aaaaaaaa");
  private static final SessionId SECOND = new SessionId("20260106-120000-bbbbbbbb");
  private static final Place PLACE = new Place(0, 1, false);

  private TranscriptIndex index = new TranscriptIndex();

  @BeforeEach
  void twoSessions() {
    index = new TranscriptIndex();
    index.put(
        FIRST,
        List.of(
            new Passage(
                FIRST,
                PLACE,
                "Notification system",
                "We keep the order. Failed messages go to a dead letter queue. Then we rest."),
            new Passage(
                FIRST, new Place(0, 2, true), "Rate limiter", "Redis counts <b>tokens</b>.")));
    index.put(
        SECOND,
        List.of(new Passage(SECOND, PLACE, "Rate limiter", "A dead server writes no letters.")));
  }

  private List<Hit> found(String typed) {
    return index.search(typed, 10);
  }

  @Test
  void allWordsHaveToBeThereInAnyForm() {
    assertThat(found("message order")).singleElement().extracting(Hit::session).isEqualTo(FIRST);
    assertThat(found("dead letter")).hasSize(2);
    assertThat(found("redis letter")).isEmpty();
  }

  @Test
  void quotesHoldWordsTogetherAndAMinusLeavesOut() {
    assertThat(found("\"dead letter\"")).extracting(Hit::session).containsExactly(FIRST);
    assertThat(found("dead -server")).extracting(Hit::session).containsExactly(FIRST);
    assertThat(found("redis | server")).hasSize(2);
    assertThat(found("notif*")).hasSize(1);
  }

  @Test
  void theExcerptIsTheSentenceWithTheWordsMarked() {
    Hit hit = found("\"dead letter\"").getFirst();
    assertThat(hit.place()).isEqualTo(PLACE);
    assertThat(hit.excerpt())
        .filteredOn(Hit.Piece::found)
        .extracting(Hit.Piece::text)
        .containsExactly("dead letter");
    assertThat(String.join("", hit.excerpt().stream().map(Hit.Piece::text).toList()).strip())
        .isEqualTo("Failed messages go to a dead letter queue.");
  }

  @Test
  void theQuestionsTitleIsFoundTooAndMarkupStaysText() {
    Hit hit = found("limiter redis").getFirst();
    assertThat(hit.place()).isEqualTo(new Place(0, 2, true));
    assertThat(String.join("", hit.excerpt().stream().map(Hit.Piece::text).toList()))
        .contains("<b>tokens</b>");
  }

  @Test
  void aSessionPutAgainOrRemovedIsNotFoundByItsOldWords() {
    index.put(SECOND, List.of(new Passage(SECOND, PLACE, "Rate limiter", "Something else.")));
    assertThat(found("server")).isEmpty();
    index.remove(FIRST);
    assertThat(found("dead letter")).isEmpty();
    assertThat(index.sessions()).containsExactly(SECOND);
  }

  @Test
  void nothingTypedFindsNothing() {
    assertThat(found("  ")).isEmpty();
    assertThat(found("the")).isEmpty();
  }

  @Property(tries = 300)
  void anythingMayBeTyped(@ForAll String typed) {
    TranscriptIndex one = new TranscriptIndex();
    one.put(FIRST, List.of(new Passage(FIRST, PLACE, "Rate limiter", "A dead server.")));
    assertThat(one.search(typed, 10)).hasSizeLessThanOrEqualTo(1);
  }
}
