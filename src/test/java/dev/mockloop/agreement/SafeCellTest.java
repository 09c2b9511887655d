package dev.mockloop.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class SafeCellTest {
  @Property
  void everyCellComesBackAsItWas(
      @ForAll
          @StringLength(max = 12)
          @CharRange(from = ' ', to = 'Z')
          @CharRange(from = '\t', to = '\r')
          String cell) {
    assertThat(SafeCell.read(SafeCell.write(cell))).isEqualTo(cell);
  }

  @Property
  void noCellBeginsLikeAFormula(@ForAll @StringLength(max = 8) String cell) {
    assertThat(SafeCell.write(cell)).doesNotStartWith("=").doesNotMatch("(?s)[+\\-@\t\r\n].*");
  }

  @Property
  void whatBeginsLikeOneIsMarked(
      @ForAll @StringLength(max = 4) @CharRange(from = '*', to = 'A') String cell) {
    assertThat(SafeCell.write("=" + cell)).isEqualTo("'=" + cell);
    assertThat(SafeCell.write("'=" + cell)).isEqualTo("''=" + cell);
  }
}
