package dev.mockloop.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest(name = "[{0}] is read as [{1}]")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "The Café's menu             | cafe menu",
        "read-heavy CI/CD            | read heavy ci cd",
        "don't can't won't           | do not can not will not",
        "I'd say we've gone          | i would say we have gone",
        "p99 is 50ms                 | p99 is 50 ms",
        "99.9% of 1,200 req/s        | 99.9 % of 1200 req s",
        "2M/s                        | 2 m s",
        "a share (%) of it           | share % of it",
        "C++ and C# and k8s          | c++ and c# and k8s",
        "naïve Straße                | naive strasse",
        "emoji 🚀 do not count        | emoji do not count",
      })
  void readsWordsAsTheManualPromises(String text, String words) {
    assertThat(String.join(" ", Words.of(text).stream().map(Word::form).toList())).isEqualTo(words);
  }

  @Property
  void everyWordStandsWhereItSays(@ForAll String text) {
    int last = 0;
    for (Word word : Words.of(text)) {
      assertThat(word.span().start()).isGreaterThanOrEqualTo(0);
      assertThat(word.span().end()).isLessThanOrEqualTo(text.length());
      assertThat(word.span().start()).isGreaterThanOrEqualTo(Math.min(last, word.span().start()));
      assertThat(word.form()).isNotEmpty();
      last = word.span().start();
    }
  }
}
