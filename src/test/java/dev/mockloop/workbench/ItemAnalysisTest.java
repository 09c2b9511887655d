package dev.mockloop.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mockloop.Fixtures;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.QuestionBank;
import dev.mockloop.rubric.Synonyms;
import dev.mockloop.rubric.yaml.QuestionText;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemAnalysisTest {
  private static final String YAML =
      """
      id: design/small
      kind: design
      ask: How do you keep a store?
      criteria:
        - id: one
          ideas:
            - id: cache
              phrases: [cache, keep near]
            - id: never
              phrases: [zeppelin]
        - id: two
          ideas:
            - id: always
              phrases: [store]
      """;

  private static Side small() {
    var question =
        QuestionText.read(Path.of("small.yaml"), YAML, Synonyms.NONE).question().orElseThrow();
    return new Side(question, QuestionBank.of(List.of(question), Synonyms.NONE));
  }

  private static ItemAnalysis analysis(List<Rated> answers) {
    return ItemAnalysis.of(small(), answers, Fixtures.SCORER, Level.STAFF);
  }

  private static IdeaItem idea(ItemAnalysis analysis, String id) {
    return analysis.ideas().stream().filter(i -> i.idea().equals(id)).findFirst().orElseThrow();
  }

  /** Four answers; the cache stands in the two that are rated high, the store in all. */
  private static final List<Rated> FOUR =
      List.of(
          new Rated("a", "We use a store. We add a cache.", 5),
          new Rated("b", "We use a store. We keep near what is hot.", 4),
          new Rated("c", "We use a store. It is slow.", 2),
          new Rated("d", "We use a store. It is big.", 1));

  @Test
  void ideasAreCountedAndHeldAgainstTheRatings() {
    ItemAnalysis analysis = analysis(FOUR);

    assertThat(analysis.answers()).isEqualTo(4);
    assertThat(analysis.good()).isEqualTo(2);
    IdeaItem cache = idea(analysis, "cache");
    assertThat(cache.found()).isEqualTo(2);
    assertThat(cache.share()).isEqualTo(0.5);
    assertThat(cache.goodShare()).isEqualTo(1);
    // point-biserial: (4.5 - 1.5) / sd over N * sqrt(0.25), with sd = sqrt(2.5)
    assertThat(cache.discrimination()).isCloseTo(3 / Math.sqrt(2.5) / 2, within(1e-12));
    assertThat(cache.notes()).isEmpty();
  }

  @Test
  void ideasThatNobodyOrEverybodyHasAreNoted() {
    ItemAnalysis analysis = analysis(FOUR);

    assertThat(idea(analysis, "never").notes()).containsExactly(IdeaItem.Note.NEVER);
    assertThat(idea(analysis, "never").discrimination()).isNaN();
    assertThat(idea(analysis, "always").notes()).containsExactly(IdeaItem.Note.ALWAYS);
    assertThat(analysis.noted()).extracting(IdeaItem::idea).containsExactly("never", "always");
  }

  @Test
  void ideasThatOnlyWeakAnswersHaveAreNoted() {
    ItemAnalysis analysis =
        analysis(
            List.of(
                new Rated("a", "We use a store.", 5),
                new Rated("b", "We use a store. It has a cache.", 1)));

    assertThat(idea(analysis, "cache").notes())
        .containsExactlyInAnyOrder(IdeaItem.Note.LACKED, IdeaItem.Note.AGAINST_RATING);
  }

  @Test
  void eachPhraseSaysHowOftenItCarriesItsIdea() {
    List<Rated> answers = new ArrayList<>(FOUR);
    answers.add(new Rated("e", "A cache will keep near what is hot in the store.", 4));

    IdeaItem cache = idea(analysis(answers), "cache");

    assertThat(cache.phrases())
        .containsExactly(new PhraseItem("cache", 2, 1), new PhraseItem("keep near", 2, 1));
    assertThat(idea(analysis(answers), "never").silentPhrases()).isEqualTo(1);
  }

  @Test
  void withoutAnswersThereIsNothingToNote() {
    ItemAnalysis analysis = analysis(List.of());

    assertThat(analysis.answers()).isZero();
    assertThat(analysis.noted()).isEmpty();
    assertThat(analysis.proposals()).isEmpty();
    assertThat(analysis.criteria()).allSatisfy(c -> assertThat(c.mean()).isNaN());
  }

  /** Worked out again from the cards by the textbook formula of the correlation. */
  @Test
  void criteriaOfARealRubricAreCorrelatedWithTheRatingsAndWithEachOther() {
    Side side = Sets.side("executive/cto-vision");
    List<Rated> rated = Sets.rated("executive/cto-vision");
    List<AnswerCard> cards =
        rated.stream()
            .map(r -> Fixtures.SCORER.score(side.question(), side.bank(), r.text(), Level.STAFF))
            .toList();

    ItemAnalysis analysis = ItemAnalysis.of(side, rated, Fixtures.SCORER, Level.STAFF);

    List<Criterion> criteria = side.question().rubric().criteria();
    assertThat(analysis.criteria()).hasSameSizeAs(criteria);
    for (int c = 0; c < criteria.size(); c++) {
      double[] own = new double[rated.size()];
      double[] others = new double[rated.size()];
      double[] human = new double[rated.size()];
      for (int i = 0; i < own.length; i++) {
        human[i] = rated.get(i).human();
        for (CriterionScore score : cards.get(i).criteria()) {
          if (score.id().equals(criteria.get(c).id())) {
            own[i] = score.coverage();
          } else {
            others[i] += score.weight() * score.coverage();
          }
        }
      }
      assertThat(analysis.criteria().get(c).discrimination())
          .isCloseTo(correlation(own, human), within(1e-9));
      assertThat(analysis.criteria().get(c).rest())
          .isCloseTo(correlation(own, others), within(1e-9));
    }
  }

  private static double correlation(double[] x, double[] y) {
    double n = x.length;
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double syy = 0;
    double sxy = 0;
    for (int i = 0; i < x.length; i++) {
      sx += x[i];
      sy += y[i];
      sxx += x[i] * x[i];
      syy += y[i] * y[i];
      sxy += x[i] * y[i];
    }
    return (n * sxy - sx * sy) / Math.sqrt((n * sxx - sx * sx) * (n * syy - sy * sy));
  }

  /** Four good answers speak of a write ahead log, four others do not. */
  @Test
  void wordsOfGoodAnswersThatTheRubricLacksAreProposed() {
    List<Rated> answers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      answers.add(
          new Rated(
              "good-" + i,
              "Number " + i + " has a store. It gets a write-ahead log with a cache near it.",
              5));
      answers.add(new Rated("other-" + i, "Number " + i + " has a store. It is there.", 2));
    }

    ItemAnalysis analysis = analysis(answers);

    assertThat(analysis.proposals()).isNotEmpty();
    Proposal first = analysis.proposals().getFirst();
    assertThat(first.words()).contains("log");
    assertThat(first.good()).isEqualTo(4);
    assertThat(first.others()).isZero();
    // every answer of one group, none of the other: 2 * 8 * log 2
    assertThat(first.g2()).isCloseTo(16 * Math.log(2), within(1e-9));
    assertThat(first.p()).isCloseTo(0.000868, within(0.000001));
    assertThat(first.nearest()).isEqualTo("one/cache");
    assertThat(first.examples()).isNotEmpty().allMatch(e -> e.contains("write-ahead log"));
    assertThat(analysis.proposals())
        .extracting(Proposal::words)
        .doesNotContain("cache", "store", "there", "gets");
  }
}
