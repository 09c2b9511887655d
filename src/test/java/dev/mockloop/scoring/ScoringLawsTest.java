package dev.mockloop.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.Fixtures;
import dev.mockloop.relevance.Background;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Idea;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionBank;
import dev.mockloop.rubric.Rubric;
import dev.mockloop.rubric.yaml.RubricFolder;
import dev.mockloop.story.Role;
import dev.mockloop.story.RoleReader;
import dev.mockloop.story.SentenceRole;
import dev.mockloop.story.opennlp.MaxentRoleReader;
import dev.mockloop.text.Span;
import dev.mockloop.text.Worded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every answer, whatever it says. */
class ScoringLawsTest {
  private static final Catalogue CATALOGUE = RubricFolder.read(Path.of("rubrics")).catalogue();
  private static final String TERMS =
      "\n- Kafka, Redis, Cassandra, CQRS, sharding, quorum\n- idempotency\n- backpressure\n- OKRs, KPIs, stakeholders, empathy, ownership\n";

  static Stream<Question> questions() {
    return CATALOGUE.questions().stream();
  }

  private static AnswerCard card(Question question, String text) {
    return Fixtures.SCORER.score(question, CATALOGUE.bank(), text, Level.STAFF);
  }

  /** Nothing, the weak sample, the first half of the strong one, and all of it. */
  private static List<String> answers(Question question) {
    String strong = question.guidance().strong().orElseThrow();
    int half = strong.indexOf(". ", strong.length() / 2) + 1;
    return List.of("", question.guidance().weak().orElseThrow(), strong.substring(0, half), strong);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void theSameAnswerGetsAnEqualCardEveryTime(Question question) {
    for (String answer : answers(question)) {
      Scorer fresh = Fixtures.freshScorer();
      assertThat(fresh.score(question, CATALOGUE.bank(), answer, Level.STAFF))
          .isEqualTo(card(question, answer));
    }
  }

  @ParameterizedTest
  @MethodSource("questions")
  void appendingTheQuestionNeverRaisesAScore(Question question) {
    for (String answer : answers(question)) {
      String echo = answer + "\n" + question.ask() + "\n" + question.context().orElse("");
      assertThat(card(question, echo).overall())
          .isLessThanOrEqualTo(card(question, answer).overall());
    }
  }

  @ParameterizedTest
  @MethodSource("questions")
  void appendingAListOfTermsNeverRaisesAScore(Question question) {
    for (String answer : answers(question)) {
      assertThat(card(question, answer + TERMS).overall())
          .isLessThanOrEqualTo(card(question, answer).overall());
    }
  }

  @ParameterizedTest
  @MethodSource("questions")
  void sayingAllOfItTwiceEarnsNothingMore(Question question) {
    String strong = question.guidance().strong().orElseThrow();

    assertThat(card(question, strong + "\n" + strong).overall())
        .isEqualTo(card(question, strong).overall());
  }

  @ParameterizedTest
  @MethodSource("questions")
  void aSentenceThatSaysAnIdeaNeverLowersAScore(Question question) {
    for (String answer : answers(question)) {
      Scorer scorer = question.story() ? readingRolesAsIn(answer) : Fixtures.SCORER;
      AnswerCard card = scorer.score(question, CATALOGUE.bank(), answer, Level.STAFF);
      double before = card.overall();
      for (Criterion criterion : question.rubric().criteria()) {
        String evidence = criterion.ideas().getFirst().finds().stream().findFirst().orElse("");
        AnswerCard after =
            scorer.score(question, CATALOGUE.bank(), answer + "\n" + evidence, Level.STAFF);
        assertThat(after.overall())
            .as(criterion.id() + ": " + evidence)
            .isGreaterThanOrEqualTo(before);
      }
    }
  }

  /** On the way from one question to another the aim passes every doubt there is. */
  @ParameterizedTest
  @MethodSource("questions")
  void evidenceBehindAnAnswerToAnotherQuestionNeverLowersAScoreEither(Question question) {
    Question other =
        CATALOGUE.questions().stream()
            .filter(q -> q.kind().equals(question.kind()) && !q.id().equals(question.id()))
            .findFirst()
            .orElseThrow();
    String answer = other.guidance().strong().orElseThrow();
    Scorer scorer = question.story() ? readingRolesAsIn(answer) : Fixtures.SCORER;
    double before = scorer.score(question, CATALOGUE.bank(), answer, Level.STAFF).overall();
    for (Criterion criterion : question.rubric().criteria()) {
      for (Idea idea : criterion.ideas()) {
        answer += "\n" + idea.finds().getFirst();
        double after = scorer.score(question, CATALOGUE.bank(), answer, Level.STAFF).overall();
        assertThat(after)
            .as(criterion.id() + ": " + idea.finds().getFirst())
            .isGreaterThanOrEqualTo(before);
        before = after;
      }
    }
  }

  /**
   * One more sentence may change how the model reads the roles of a story's other sentences. The
   * law is about what follows from the reading, so the sentences of the answer keep their roles
   * here and a new one has none.
   */
  private static Scorer readingRolesAsIn(String answer) {
    RoleReader model = MaxentRoleReader.load();
    List<Worded> sentences = Worded.of(Fixtures.READER.read(answer));
    Map<Span, Role> roles =
        model.read(sentences).stream()
            .collect(Collectors.toMap(SentenceRole::span, SentenceRole::role));
    RoleReader asBefore =
        read ->
            read.stream()
                .map(w -> w.sentence().span())
                .map(span -> new SentenceRole(span, roles.getOrDefault(span, Role.OTHER)))
                .toList();
    return new Scorer(new Tools(Fixtures.READER, asBefore, Background.load(), LevelModel.load()));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void theOrderOfCriteriaIsIrrelevant(Question question) {
    List<Criterion> turned = new ArrayList<>(question.rubric().criteria());
    Collections.reverse(turned);
    Question other =
        new Question(
            question.id(),
            question.title(),
            question.kind(),
            question.story(),
            question.levels(),
            question.topics(),
            question.time(),
            question.ask(),
            question.context(),
            new Rubric("turned", turned, question.rubric().redFlags()),
            question.guidance());
    List<Question> all = new ArrayList<>(CATALOGUE.questions());
    all.replaceAll(q -> q.id().equals(question.id()) ? other : q);
    QuestionBank bank = QuestionBank.of(all, CATALOGUE.synonyms());

    for (String answer : answers(question)) {
      assertThat(Fixtures.SCORER.score(other, bank, answer, Level.STAFF).overall())
          .isEqualTo(card(question, answer).overall());
    }
  }

  @Provide
  Arbitrary<Map<Signal, Double>> signals() {
    return Arbitraries.maps(Arbitraries.of(Signal.values()), Arbitraries.doubles().between(0, 1))
        .map(
            m -> {
              Map<Signal, Double> signals = new EnumMap<>(Signal.class);
              signals.putAll(m);
              return signals;
            });
  }

  @Property
  void moreOfAnySignalNeverLowersMerit(
      @ForAll("signals") Map<Signal, Double> signals,
      @ForAll Signal signal,
      @ForAll boolean story) {
    LevelModel model = LevelModel.load();
    Map<Signal, Double> more = new EnumMap<>(Signal.class);
    more.putAll(signals);
    more.put(signal, 1.0);

    assertThat(model.merit(more, story)).isGreaterThanOrEqualTo(model.merit(signals, story));
    assertThat(model.merit(signals, story)).isBetween(0.0, 1.0);
  }

  @Property
  void sharesAddUpToTheMerit(@ForAll("signals") Map<Signal, Double> signals) {
    LevelModel model = LevelModel.load();

    double sum =
        model.shares(signals, false).values().stream().mapToDouble(Double::doubleValue).sum();

    assertThat(sum)
        .isCloseTo(model.merit(signals, false), org.assertj.core.api.Assertions.within(1e-9));
  }

  @Property(tries = 150)
  void offsetsAreValidForAnyText(@ForAll @StringLength(max = 300) String text) {
    Question question = CATALOGUE.questions().getFirst();

    AnswerCard card = card(question, text);

    assertThat(card.sentences())
        .allSatisfy(
            s -> {
              assertThat(s.span().end()).isLessThanOrEqualTo(text.length());
              assertThat(s.span().of(text)).isNotBlank();
            });
    assertThat(card.overall()).isBetween(1.0, 5.0);
  }
}
