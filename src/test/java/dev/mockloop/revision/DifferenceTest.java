package dev.mockloop.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static String written(Difference difference) {
    return difference.lines().stream()
        .map(
            l ->
                switch (l.change()) {
                  case SAME -> "  " + l.before() + "/" + l.after() + " " + l.text();
                  case REMOVED -> "- " + l.before() + " " + l.text();
                  case ADDED -> "+ " + l.after() + " " + l.text();
                  case SKIPPED -> "… " + l.text();
                })
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aChangedLineStandsWithThreeLinesOnEitherSide() {
    String before =
        IntStream.rangeClosed(1, 12).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
    String after = before.replace("6", "six").concat("\n13");
    Difference difference = Difference.of(before, after);
    assertThat(written(difference))
        .isEqualTo(
            """
            … 2 lines are the same
              3/3 3
              4/4 4
              5/5 5
            - 6 6
            + 6 six
              7/7 7
              8/8 8
              9/9 9
              10/10 10
              11/11 11
              12/12 12
            + 13 13""");
    assertThat(difference.added()).isEqualTo(2);
    assertThat(difference.removed()).isEqualTo(1);
    assertThat(difference.isEmpty()).isFalse();
  }

  @Test
  void equalTextsHaveNoDifference() {
    assertThat(Difference.of("a\nb", "a\nb\n").isEmpty()).isTrue();
    assertThat(Difference.of("", "").lines()).isEmpty();
    assertThat(written(Difference.of("a", "a"))).isEqualTo("… 1 line is the same");
  }

  @Property
  void bothTextsCanBeReadFromTheDifference(
      @ForAll("texts") List<String> before, @ForAll("texts") List<String> after) {
    Difference difference = Difference.of(String.join("\n", before), String.join("\n", after));
    List<Difference.Line> lines = difference.lines();
    assertThat(lines.stream().filter(l -> l.change() == Difference.Change.REMOVED).count())
        .isEqualTo(difference.removed());
    for (Difference.Line line : lines) {
      if (line.before() > 0) {
        assertThat(line.text()).isEqualTo(before.get(line.before() - 1));
      }
      if (line.after() > 0) {
        assertThat(line.text()).isEqualTo(after.get(line.after() - 1));
      }
    }
    assertThat(after.size() - before.size()).isEqualTo(difference.added() - difference.removed());
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of("a", "b", "c", "d").list().ofMinSize(1).ofMaxSize(20);
  }
}
