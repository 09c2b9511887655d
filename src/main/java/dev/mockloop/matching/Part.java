package dev.mockloop.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BinaryOperator;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;

/**
 * A piece of a compiled phrase. A phrase has dozens of alternatives and an answer meets two or
 * three, so two quick tests come before the search: {@link #sentences} and {@link #anchors}. They
 * may say yes wrongly, never no. What is left goes to Lucene.
 *
 * <p>{@code held} is what {@link Dictionary#lookUp} gave for the answer.
 */
sealed interface Part {
  long NOWHERE = 0;

  /** A distance that keeps nothing apart. */
  int ANY_GAP = AnswerWords.SENTENCE_GAP;

  /** The sentences it could match in, in the form of {@link Places#sentences}. */
  long sentences(Held held);

  /**
   * Places of which every match has one, those that have all other words of the match in reach.
   *
   * @param here the sentences in which the whole phrase could match
   */
  Places anchors(Held held, long here);

  /** The most words that a match takes. */
  int reach();

  /**
   * The query, with only the alternatives that could match.
   *
   * @param here the sentences in which the whole phrase could match
   */
  IntervalsSource query(Held held, long here);

  /** Pieces side by side. */
  static Part inOrder(List<Part> parts) {
    if (parts.isEmpty()) {
      return new OneWord(List.of());
    }
    return parts.size() == 1 ? parts.getFirst() : new InOrder(parts);
  }

  /**
   * Any of several pieces. Those of one word become one piece, as their places can be merged at no
   * cost and a choice between sources is what costs Lucene most.
   */
  static Part any(List<Part> alternatives) {
    List<Part> parts = new ArrayList<>();
    List<Integer> forms = new ArrayList<>();
    for (Part part : alternatives) {
      if (part instanceof OneWord word) {
        Arrays.stream(word.forms).forEach(forms::add);
      } else {
        parts.add(part);
      }
    }
    if (parts.size() < alternatives.size()) {
      parts.addFirst(new OneWord(forms));
    }
    return parts.size() == 1 ? parts.getFirst() : new AnyOf(parts);
  }

  /** One word in any of some forms, given by their numbers in the dictionary. */
  final class OneWord implements Part {
    private final int[] forms;

    OneWord(Collection<Integer> forms) {
      this.forms = forms.stream().mapToInt(Integer::intValue).distinct().toArray();
    }

    @Override
    public long sentences(Held held) {
      long here = NOWHERE;
      for (int form : forms) {
        here |= held.sentences(form);
      }
      return here;
    }

    @Override
    public Places anchors(Held held, long here) {
      Places places = Places.NONE;
      for (int form : forms) {
        if ((held.sentences(form) & here) != NOWHERE) {
          places = places.with(held.places(form).within(here));
        }
      }
      return places;
    }

    @Override
    public int reach() {
      return 1;
    }

    @Override
    public IntervalsSource query(Held held, long here) {
      return new PlacesSource(anchors(held, here));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof OneWord that && Arrays.equals(forms, that.forms);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(forms);
    }
  }

  /** Pieces with nothing between them. */
  record InOrder(List<Part> parts, int reach) implements Part {
    private InOrder(List<Part> parts) {
      this(List.copyOf(parts), parts.stream().mapToInt(Part::reach).sum());
    }

    @Override
    public long sentences(Held held) {
      long here = -1;
      for (int i = 0; i < parts.size() && here != NOWHERE; i++) {
        here &= parts.get(i).sentences(held);
      }
      return here;
    }

    @Override
    public Places anchors(Held held, long here) {
      Places places = parts.getFirst().anchors(held, here);
      for (int i = 1; i < parts.size() && places.count() > 0; i++) {
        places = places.near(parts.get(i).anchors(held, here), reach);
      }
      return places;
    }

    @Override
    public IntervalsSource query(Held held, long here) {
      return Intervals.phrase(
          parts.stream().map(p -> p.query(held, here)).toArray(IntervalsSource[]::new));
    }
  }

  /** Any of several pieces. */
  record AnyOf(List<Part> parts, int reach) implements Part {
    private AnyOf(List<Part> parts) {
      this(List.copyOf(parts), parts.stream().mapToInt(Part::reach).max().orElse(0));
    }

    @Override
    public long sentences(Held held) {
      long here = NOWHERE;
      for (Part part : parts) {
        here |= part.sentences(held);
      }
      return here;
    }

    @Override
    public Places anchors(Held held, long here) {
      Places places = Places.NONE;
      for (Part part : parts) {
        if ((part.sentences(held) & here) != NOWHERE) {
          places = places.with(part.anchors(held, here));
        }
      }
      return places;
    }

    @Override
    public IntervalsSource query(Held held, long here) {
      List<IntervalsSource> present = new ArrayList<>();
      for (Part part : parts) {
        if ((part.sentences(held) & here) != NOWHERE && part.anchors(held, here).count() > 0) {
          present.add(part.query(held, here));
        }
      }
      return present.size() == 1
          ? present.getFirst()
          : Intervals.or(present.toArray(IntervalsSource[]::new));
    }
  }

  /**
   * A choice that several phrases may have, such as the synonyms of a word.
   *
   * @param number its own in the dictionary
   */
  record Choice(int number, AnyOf of) implements Part {
    @Override
    public long sentences(Held held) {
      return held.sentences(this);
    }

    @Override
    public Places anchors(Held held, long here) {
      return of.anchors(held, here);
    }

    @Override
    public int reach() {
      return of.reach;
    }

    @Override
    public IntervalsSource query(Held held, long here) {
      return of.query(held, here);
    }
  }

  /**
   * Two pieces with some words between them.
   *
   * @param gap the most words between them
   * @param together how they stand
   */
  record Both(Part left, Part right, int gap, BinaryOperator<IntervalsSource> together)
      implements Part {
    @Override
    public long sentences(Held held) {
      long here = left.sentences(held);
      return here == NOWHERE ? NOWHERE : here & right.sentences(held);
    }

    @Override
    public Places anchors(Held held, long here) {
      Places places = left.anchors(held, here);
      return places.count() == 0 ? places : places.near(right.anchors(held, here), reach());
    }

    @Override
    public int reach() {
      return left.reach() + gap + right.reach();
    }

    @Override
    public IntervalsSource query(Held held, long here) {
      return together.apply(left.query(held, here), right.query(held, here));
    }
  }
}
