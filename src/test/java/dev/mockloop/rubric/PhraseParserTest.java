package dev.mockloop.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseParserTest {

  @Test
  void wordsBindTighterThanNearAndNearTighterThanSameSentence() {
    Phrase a = new Phrase.Sequence(List.of(new Phrase.Word("a1"), new Phrase.Word("b1")));
    Phrase c = new Phrase.Word("c1");
    assertThat(PhraseParser.parse("a1 b1 ~3 c1 & e1"))
        .isEqualTo(new Phrase.SameSentence(new Phrase.Near(a, c, 3), new Phrase.Word("e1")));
  }

  @Test
  void readsEveryKindOfItem() {
    assertThat(PhraseParser.parse("idempot* (user|client)? =Go <n>"))
        .isEqualTo(
            new Phrase.Sequence(
                List.of(
                    new Phrase.Prefix("idempot"),
                    new Phrase.Maybe(
                        new Phrase.AnyOf(
                            List.of(new Phrase.Word("user"), new Phrase.Word("client")))),
                    new Phrase.Exact("Go"),
                    new Phrase.AnyNumber())));
  }

  @Test
  void nearAndThenMeanFiveWithoutANumber() {
    assertThat(PhraseParser.parse("x1 ~ y1"))
        .isEqualTo(new Phrase.Near(new Phrase.Word("x1"), new Phrase.Word("y1"), 5));
    assertThat(PhraseParser.parse("x1 > y1"))
        .isEqualTo(new Phrase.Then(new Phrase.Word("x1"), new Phrase.Word("y1"), 5));
  }

  @ParameterizedTest(name = "{0} is refused: {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "(a|b;has no )",
        "a|b;only inside brackets",
        "a) b;without its (",
        "a ~;missing at the end",
        "& a;missing before '&'",
        "id*;at least 3 letters",
        "a ~0 b;not between 1 and 50",
        "a ~999 b;not between 1 and 50",
        "(a)?;optional",
        "... --;holds no letter or digit",
        "= x;one word right behind it",
        "'';missing at the end",
      })
  void refusesWithAReason(String phrase, String reason) {
    assertThatThrownBy(() -> PhraseParser.parse(phrase))
        .isInstanceOf(PhraseSyntaxException.class)
        .hasMessageContaining(reason);
  }
}
