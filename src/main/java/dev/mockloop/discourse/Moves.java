package dev.mockloop.discourse;

import dev.mockloop.text.Sentence;
import dev.mockloop.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@link Move}s of a sentence. */
public final class Moves {
  private static final Map<Move, Pattern> CUES = new EnumMap<>(Move.class);

  static {
    cue(
        Move.REASON,
        """
        because|since (?!then|\\d|last|january|february|march|april|may|june|july|august)|so that|therefore|thus|hence
        |otherwise|that's why|that is why|which is why|this is why|the reason|for that reason|due to|given that
        |which means|that means|this means|meaning that|so (?:i|we|it|he|she|they|the|a|no|one|that|each|every|nobody)
        |to avoid|to prevent|to keep|to make sure|in order to|as (?:i|we|it|he|she|they|this|that|there|otherwise)
        |the idea (?:is|was|being)|the point (?:is|was)|else (?:it|we|they|you|the|always)|or else|rests? on|caused? by|=>|->|→""");
    cue(
        Move.CONTRAST,
        """
        but|however|whereas|although|though|instead|rather than|i'd rather|i would rather|than|versus|vs\\.?|unlike|despite
        |even if|even though|on the other hand|on the one hand|at the (?:cost|price|expense) of|trade-?offs?|trading|traded|in exchange|in return
        |downsides?|drawbacks?|upsides?|gives? up|gave up|giving up|costs?|cost us|price|expensive|lose|losing|pay for|paid for
        |yet|still|not only|except|apart from|cheaper|slower|simpler|compared (?:to|with)|the alternative|alternatives?|the other (?:way|option|choice)
        |against|worth it|overkill|enough for|acceptable|i accept|we accept|tolerat\\w+|compromise|sacrific\\w+|win(?:s)? where""");
    cue(
        Move.CONDITION,
        """
        if|unless|until|once|when(?:ever)?|in case|as long as|provided (?:that)?|only (?:if|when|after)|depending on|depends on
        |above \\d[\\w.,]*|below \\d[\\w.,]*|under \\d[\\w.,]*|over \\d[\\w.,]*|more than \\d[\\w.,]*|less than \\d[\\w.,]*|fewer than \\d[\\w.,]*|at most|at least|up to""");
    cue(
        Move.FAILURE,
        """
        fail\\w*|crash\\w*|outages?|down(?:time)?|dies|died|dead|breaks?|broke|broken|break down|lost|loss(?:es)?|loses?|losing|wrong|bugs?
        |errors?|duplicates?|twice|stale|out of order|late|delays?|delayed|time(?:s|d)? ?outs?|retr(?:y|ies|ied|ying)|roll(?:ed)? ?back|rollback
        |fall(?:s)? ?back|fallback|backoff|degrad\\w+|overload\\w*|recover\\w*|restor\\w+|backup|corrupt\\w*|inconsisten\\w+|races?|dead ?lock\\w*
        |risks?|danger\\w*|hazards?|threats?|worst|stuck|blocked|reject\\w*|refus\\w+|incidents?|alarms?|alerts?|stop(?:ped)? (?:line|rule|it)|kill (?:it|switch|criteria)
        |go(?:es)? wrong|went wrong|mistakes?|problem|unreachable|partition(?:s|ed)? (?:happen|from)|drain\\w*|shed\\w*|throttl\\w+|bypass\\w*|resist\\w*|push back|pushed back|starv\\w+""");
    cue(
        Move.PRIORITY,
        """
        first(?:ly)?|second(?:ly)?|third(?:ly)?|then|next|finally|before (?:any|that|we|i|it|the|planning|starting|building)|after (?:that|which|this)|later
        |start(?:ed|ing)? (?:with|by|from)|begin(?:s)? with|in (?:year|month|week|quarter|phase|step) (?:one|two|three|\\d+)|year (?:one|two|three|\\d)
        |most important\\w*|matters? (?:most|more)|priorit\\w+|not doing|would not do|won't do|on purpose|deliberate(?:ly)?|out of scope|leave (?:out|alone)|left (?:out|alone)
        |stages?|phases?|one at a time|last(?:ly)?|at the end|no longer|not yet|step \\d|quarter|by (?:the end|january|february|march|april|may|june|july|august|september|october|november|december)""");
    cue(
        Move.EXAMPLE,
        """
        e\\.g\\.|eg|for example|for instance|such as|say|like (?:a|an|the|when|\\d)|in my last|at my last|at my previous|at my old|one time|once i|imagine|suppose|picture""");
    cue(
        Move.DECISION,
        """
        i(?:'d| would)? (?:choose|chose|pick|picked|decide|decided|go|went|take|took|accept|keep|kept|put|start|prefer|stay|stick|reject|drop|dropped|refuse|refused|insist|insisted|set|cut|buy|bet)
        |i'll (?:choose|take|go|keep|pick)|i'm going (?:with|for)|my choice|i'd rather|i would rather|we (?:chose|decided|picked|agreed|dropped|kept)|decid\\w+|not doing|i don't want|i didn't want""");
  }

  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,_-])[~<>≈$€£±+-]?\\p{Nd}[\\p{Nd}.,:]*(?:-\\p{Nd}+)?\\s?(?:%|‰|[a-zµ]{1,7}\\b)?");
  private static final Pattern COUNTED =
      Pattern.compile(
          "\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|million|billion|dozen|half|a third|a quarter|double[ds]?|halved|twice)\\b");
  private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+$");

  private Moves() {}

  private static void cue(Move move, String alternatives) {
    CUES.put(
        move,
        Pattern.compile(
            "(?<![\\p{L}\\p{N}'-])(?:" + alternatives.replace("\n", "") + ")(?![\\p{L}\\p{N}])"));
  }

  /** The moves of a sentence, each kind as often as it has words of its own, in order. */
  public static List<MoveEvidence> of(Sentence sentence, String text) {
    String said = sentence.span().of(text).toLowerCase(Locale.ROOT).replace('’', '\'');
    if (said.length() != sentence.span().length()) {
      // a few letters change length in lower case; offsets must stay those of the text
      said = sentence.span().of(text);
    }
    List<MoveEvidence> moves = new ArrayList<>();
    int from = sentence.span().start();
    for (Map.Entry<Move, Pattern> cue : CUES.entrySet()) {
      Matcher found = cue.getValue().matcher(said);
      while (found.find()) {
        moves.add(at(cue.getKey(), from, found));
      }
    }
    for (Pattern figures : List.of(FIGURE, COUNTED)) {
      Matcher found = figures.matcher(said);
      while (found.find()) {
        moves.add(at(Move.QUANTITY, from, found));
      }
    }
    OwnActs.of(sentence).forEach(span -> moves.add(new MoveEvidence(Move.OWN_ACT, span)));
    return moves;
  }

  private static MoveEvidence at(Move move, int from, Matcher found) {
    int end = found.start() + NO_LETTER_OR_DIGIT.matcher(found.group()).replaceAll("").length();
    int to = Math.max(found.start() + 1, move == Move.QUANTITY ? found.end() : end);
    return new MoveEvidence(move, new Span(from + found.start(), from + to));
  }
}
