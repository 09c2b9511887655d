package dev.mockloop.discourse;

import dev.mockloop.text.Sentence;
import dev.mockloop.text.Span;
import dev.mockloop.text.Token;
import dev.mockloop.text.Worded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a sentence denies, and how far each denial reaches.
 *
 * <p>After the scope rules of NegEx (Chapman et al. 2001): a cue covers what follows it, or, for
 * predicates such as "is overkill", what stands before it, up to a word that ends its reach. Three
 * things that look like denials claim something and are left out: a rule ("must not charge twice"),
 * a harm that is kept away ("without downtime", "no message is lost"), and fixed phrases ("not
 * only", "no longer").
 */
public final class Denials {
  private static final Pattern WAVED_AHEAD =
      words(
          """
          no (?:real |actual |particular )?(?:need|point|reason|use|value|sense)(?: for| to| in| of)?|(?:do|does|did|would|will|is|are|was|should) ?(?:n't|not) (?:really |even |actually |ever |see (?:the |a |any )?)?(?:need|bother|care|worry|value|point|believe|waste|think about|look at|spend)\\w*
          |(?:isn't|aren't|wasn't|is not|are not) (?:any |a )?(?:need|point|reason)|never (?:bother|worr|car|need|wast)\\w*|not (?:bother|worry|care|needed|worth|going to (?:bother|worry|need))\\w*
          |(?:i|we|i'd|we'd|i'll|we'll|would|will|can|could|simply|just|to) (?:just |simply |happily |safely )?(?:ignore|skip|forget)\\w*|(?:i|we) (?:ignored|skipped)|ignoring|skipping|forget about|stay away from
          |(?:overkill|pointless|unnecessary|useless|premature|a waste of (?:time|money|effort)|waste time|waste of time)(?: to| on| with| for)?|have no patience for|nothing to (?:gain|do) (?:with|from)|can do without|could do without|do away with|get rid of|leave out|too (?:much )?(?:lazy|busy) (?:to|for)""");
  private static final Pattern WAVED_BEHIND =
      words(
          """
          (?:is|are|was|were|be|seems?|sounds?|feels?|looks?|it's|that's|they're)(?: just| mostly| really| simply| totally| all| only| rather| quite| usually| often| largely| pure| complete| also| a bit| another| more or less)* (?:overkill|overrated|over-?engineer\\w*|over-?hyped|unnecessary|pointless|useless|irrelevant|superfluous|academic|premature|bureaucra\\w+|theat(?:er|re)|overhead|fashion\\w*|nonsense|hype|a myth|a fad|a luxury|a buzzword|buzzwords?|a distraction|a (?:complete |total )?waste\\b.{0,12}|hr stuff|paranoia|noise|not (?:really |even |actually |that |so )?(?:needed|necessary|required|important|relevant|useful|worth\\w*|helpful|an issue|a problem|a concern|interesting|my (?:job|problem|concern|business)))
          |(?:is|are|was|were)n't (?:really |even |actually |that |so )?(?:needed|necessary|required|important|relevant|useful|worth\\w*|helpful|an issue|a problem|a concern|my (?:job|problem))
          |(?:(?:does|do|did|would|will) ?(?:not|n't)|won't) (?:really |even |actually )?(?:matter|help|apply|add (?:any|much|value|anything)\\w*|have to be|need to be|bring (?:anything|value)|pay off|tell (?:you|us|me) (?:anything|much))
          |never happens?|can wait|adds? nothing|brings? nothing|serves? no purpose|not worth\\w*(?: \\w+ing)?(?: about| it)?|nobody (?:needs|cares|reads|wants|uses)(?: it| them| that)?|for (?:nervous|paranoid|weak) people|has no (?:visible |real )?(?:effect|value|use|place)|is not something i|nothing i believe in|nothing to worry about|(?:sorts?|sort) (?:itself|themselves|it) out""");
  private static final Set<String> NEGATORS =
      Set.of(
          "not", "no", "never", "without", "nor", "neither", "none", "nobody", "nothing", "hardly",
          "n't", "cannot", "zero");
  private static final Set<String> RULES =
      Set.of("must", "should", "can", "may", "shall", "could", "cannot", "ca", "to");
  private static final Set<String> FIXED =
      Set.of(
          "only",
          "just",
          "longer",
          "matter",
          "until",
          "even",
          "more",
          "later",
          "less",
          "necessarily",
          "always",
          "sure",
          "yet",
          "all",
          "every",
          "everyone",
          "because",
          "if");
  private static final Set<String> HARMS =
      Set.of(
          "lose",
          "loss",
          "lost",
          "losing",
          "downtime",
          "outage",
          "duplicate",
          "duplication",
          "fail",
          "failure",
          "break",
          "block",
          "miss",
          "missing",
          "drop",
          "leak",
          "exceed",
          "overload",
          "blame",
          "blaming",
          "surprise",
          "regression",
          "incident",
          "double",
          "twice",
          "wait",
          "waiting",
          "stall",
          "stop",
          "delay",
          "crash",
          "corrupt",
          "corruption",
          "conflict",
          "race",
          "lock",
          "oversell",
          "single",
          "hurt",
          "harm",
          "disturb",
          "interrupt",
          "starve",
          "escalate",
          "escalation",
          "resign",
          "quit",
          "leave",
          "attrition",
          "complaint",
          "complain",
          "overshoot",
          "overwhelm",
          "spam",
          "forget",
          "ignore",
          "risk",
          "damage",
          "affect",
          "noise",
          "rework",
          "rewrite",
          "bottleneck",
          "gap",
          "overlap",
          "error",
          "mistake",
          "fine",
          "penalty",
          "problem",
          "collapse",
          "unplanned",
          "manual");
  private static final Set<String> ENDS =
      Set.of(
          "but",
          "because",
          "so",
          "since",
          "however",
          "whereas",
          "while",
          "instead",
          "except",
          "unless",
          "although",
          "though",
          ";",
          ":",
          ".",
          "!",
          "?",
          "-",
          "–",
          "—",
          "(",
          ")");

  /** A dismissal has one of these; most sentences have none and are spared the long patterns. */
  private static final Cues<Boolean> SUSPECT =
      new Cues<Boolean>()
          .with(
              true,
              """
              no (need|point|reason|use|value|sense|real|actual|particular|purpose|visible|effect|place)
              not (really |even |actually |ever |that |so |any |see |see any |)(need*|bother*|car*|worr*|value*|point*|reason*|believe*|waste*)
              not (really |even |actually |ever |)(think about|look at|spend*), not going to
              not (really |even |actually |that |so |)(necessary|required|important|relevant|useful|worth*|helpful|issue|problem|concern|interesting|my)
              not (really |even |actually |)(matter|help|apply|add*|have to|bring*|pay off|tell*)
              never, nobody, nothing (to|i), (adds|add|brings|bring) nothing, skip, skipped, skipping, can wait, academic, noise, myth
              fad, luxury, hype, nonsense, sorts, sort, rid, away, lazy, busy, do without, leave out, hr, (nervous|weak) people
              overkill*, overrated, over engineer*, overengineer*, over hyped, overhyped, overhead
              ignor*, forget*, pointless*, unnecessar*, useless*, waste*, premature*, paranoi*
              irrelevant*, superfluous*, bureaucra*, theat*, fashion*, buzz*, distract*, patience*""");

  /** How far a plain negation reaches ahead, in tokens. */
  private static final int REACH = 7;

  /** How far behind a negation the thing that it denies is looked for, in tokens. */
  private static final int HEAD = 4;

  private Denials() {}

  private static Pattern words(String alternatives) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?:" + alternatives.replace("\n", "") + ")(?![\\p{L}\\p{N}])");
  }

  /** The denials of a sentence, in no particular order. */
  static List<Denial> of(Worded worded, String text) {
    Sentence sentence = worded.sentence();
    List<Denial> denials = new ArrayList<>();
    if (!SUSPECT.find(worded.words()).isEmpty()) {
      String said = sentence.span().of(text).toLowerCase(Locale.ROOT).replace('’', '\'');
      if (said.length() == sentence.span().length()) {
        dismissals(sentence, said, denials);
      }
    }
    negations(sentence, denials);
    return denials;
  }

  private static void dismissals(Sentence sentence, String said, List<Denial> denials) {
    int from = sentence.span().start();
    Matcher ahead = WAVED_AHEAD.matcher(said);
    while (ahead.find()) {
      Span cue = new Span(from + ahead.start(), from + ahead.end());
      denials.add(
          new Denial(
              cue, new Span(cue.end(), endAfter(sentence, cue.end(), Integer.MAX_VALUE)), true));
    }
    Matcher behind = WAVED_BEHIND.matcher(said);
    while (behind.find()) {
      Span cue = new Span(from + behind.start(), from + behind.end());
      denials.add(new Denial(cue, new Span(startBefore(sentence, cue.start()), cue.start()), true));
    }
  }

  private static void negations(Sentence sentence, List<Denial> denials) {
    List<Token> tokens = sentence.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (isNegator(tokens.get(i)) && !claims(tokens, i)) {
        Span cue = tokens.get(i).span();
        denials.add(
            new Denial(
                cue,
                new Span(cue.end(), Math.max(cue.end(), endAfter(sentence, cue.end(), REACH))),
                false));
      }
    }
  }

  private static boolean isNegator(Token token) {
    return NEGATORS.contains(token.form())
        || token.lemma().endsWith("+not")
        || token.form().endsWith("n't");
  }

  private static boolean claims(List<Token> tokens, int negator) {
    if (isRule(tokens, negator)) {
      return true;
    }
    for (int i = negator + 1; i < Math.min(tokens.size(), negator + 1 + HEAD); i++) {
      String form = tokens.get(i).form();
      if (ENDS.contains(form) || form.equals(",")) {
        return i == negator + 1;
      }
      if (i == negator + 1 && FIXED.contains(form)) {
        return true;
      }
      if (HARMS.contains(tokens.get(i).lemma()) || HARMS.contains(form)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRule(List<Token> tokens, int negator) {
    String own = tokens.get(negator).lemma();
    int plus = own.indexOf('+');
    String first = plus > 0 ? own.substring(0, plus) : own;
    String before = negator > 0 ? tokens.get(negator - 1).lemma() : "";
    return RULES.contains(first) || (plus < 0 && RULES.contains(before));
  }

  private static int endAfter(Sentence sentence, int offset, int reach) {
    int end = offset;
    int taken = 0;
    for (Token token : sentence.tokens()) {
      if (token.span().start() < offset) {
        continue;
      }
      if (ENDS.contains(token.form()) || taken == reach) {
        break;
      }
      end = token.span().end();
      taken++;
    }
    return end;
  }

  private static int startBefore(Sentence sentence, int offset) {
    int start = sentence.span().start();
    for (Token token : sentence.tokens()) {
      if (token.span().end() > offset) {
        break;
      }
      if (ENDS.contains(token.form())) {
        start = token.span().end();
      }
    }
    return start;
  }
}
