package dev.mockloop.story;

import dev.mockloop.discourse.Cues;
import dev.mockloop.discourse.OwnActs;
import dev.mockloop.text.Sentence;
import dev.mockloop.text.Token;
import dev.mockloop.text.Worded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What can be seen of a sentence that bears on its {@link Role}: tense, who acts, class of verb,
 * cues, figures, place in the answer, the words themselves, and the same of its neighbours.
 */
public final class RoleFeatures {
  private static final Map<String, Set<String>> VERBS =
      Map.of(
          "talk",
              Set.of(
                  "ask",
                  "tell",
                  "say",
                  "explain",
                  "suggest",
                  "propose",
                  "present",
                  "write",
                  "call",
                  "talk",
                  "speak",
                  "show",
                  "invite",
                  "convince",
                  "warn",
                  "announce",
                  "send",
                  "answer",
                  "offer",
                  "discuss"),
          "work",
              Set.of(
                  "build",
                  "make",
                  "set",
                  "put",
                  "draw",
                  "pair",
                  "review",
                  "split",
                  "move",
                  "add",
                  "cut",
                  "run",
                  "test",
                  "measure",
                  "start",
                  "take",
                  "give",
                  "sit",
                  "pick",
                  "choose",
                  "prepare",
                  "collect",
                  "agree",
                  "let",
                  "stop",
                  "keep",
                  "go",
                  "meet",
                  "spend",
                  "replace",
                  "rewrite",
                  "fix",
                  "create",
                  "introduce",
                  "organize",
                  "organise",
                  "bring",
                  "turn",
                  "use",
                  "try",
                  "check",
                  "list",
                  "book",
                  "print",
                  "hand"),
          "change",
              Set.of(
                  "drop",
                  "fall",
                  "rise",
                  "grow",
                  "reduce",
                  "increase",
                  "improve",
                  "save",
                  "ship",
                  "launch",
                  "finish",
                  "deliver",
                  "pass",
                  "promote",
                  "adopt",
                  "become",
                  "remain",
                  "stay",
                  "win",
                  "lose",
                  "cost",
                  "end",
                  "copy",
                  "renew",
                  "sign",
                  "last",
                  "halve",
                  "double",
                  "survive",
                  "leave",
                  "close",
                  "shrink",
                  "go"),
          "learn",
              Set.of(
                  "learn",
                  "realise",
                  "realize",
                  "regret",
                  "underestimate",
                  "understand",
                  "teach",
                  "assume",
                  "misjudge",
                  "overlook",
                  "wish",
                  "notice",
                  "wait"),
          "state",
              Set.of(
                  "be", "have", "own", "lead", "belong", "need", "want", "know", "join", "inherit",
                  "consist", "serve", "handle", "depend"),
          "duty",
              Set.of(
                  "ask", "expect", "promise", "owe", "commit", "assign", "decide", "plan", "aim",
                  "must", "own", "require"));
  private static final Map<String, List<String>> CLASSES = classes();
  private static final Cues<String> CUES =
      new Cues<String>()
          .with(
              "later",
              """
              (week|weeks|month|months|year|years|day|days|quarter|quarters) (later|after|on), since then, ever since
              by (end|then|christmas|easter|summer|spring|autumn|january|february|march|april|may|june|july|august|september|october|november|december|week|month)
              in end, eventually, finally, at end, so far""")
          .with(
              "now", "now, these days, today, still, ever since, nowadays, to this day, since then")
          .with(
              "would-have",
              """
              (would|should|could|might) have, (would|should|could|might) not have
              if i (did|had|were|could), i wish, next time, again""")
          .with(
              "regret",
              """
              my mistake, got wrong, was wrong, too (late|soon|long|soft|hard|early|much|fast|slow|little|quick)
              hindsight, looking back, lesson*, learned, learnt, taught me, i underestimated, differently, i misjudged
              i regret, not proud, my fault, on me, i should""")
          .with(
              "duty",
              """
              my (task|job|goal|role|part|brief|target|responsibility|mandate), (asked|told|wanted|expected) me, up to me
              on my (desk|plate), i (was|got) (asked|told|given|responsible|assigned|put|made), had to, needed to, supposed to
              deadline, (goal|aim|target|task|brief|job) (was|is), i (wanted|set|took on|promised|owned|owed), left (it |)to me
              within (#|two|three|four|six), i had (#|one|two|three|four|six|eight|ten|) (day|days|week|weeks|month|months|quarter|sprint|hour|hours|year|years)""")
          .with(
              "setting",
              """
              (i|we) (was|were|worked|am|had been), in #, at (my|our|last), (last|that|one) (year|spring|summer|autumn|winter|month)
              at time, back then, used to, had (been|just|already|never), there (was|were), my (team|boss|manager|lead|company)""")
          .with(
              "general",
              """
              it is (important|key|essential|crucial|always|all), i (believe|think|always|never|usually|often|like|love|enjoy|try|feel|consider|see myself)
              people (are|should|need), you (have|need|can|should|must|always|never|either), everybody, everyone, everything
              always, in general, generally, typically, usually""")
          .with(
              "announce",
              """
              let me, here is, what (i|we) did, story, an example, my answer, as follows, like this
              result, results, action, actions, situation, task, background, outcome, learnings, lessons, context""")
          .with("person", "he, she, they, him, her, them, his, their")
          .with(
              "order",
              "first, second, third, then, next, after that, afterwards, before, meanwhile, in parallel, instead, step");
  private static final Set<String> WOULD =
      Set.of(
          "would", "i'd", "we'd", "they'd", "he'd", "she'd", "should", "could", "might", "will",
          "i'll");
  private static final Set<String> PAST_AUXILIARIES =
      Set.of(
          "was",
          "were",
          "had",
          "did",
          "wasn't",
          "weren't",
          "hadn't",
          "didn't",
          "could",
          "couldn't");
  private static final Set<String> PRESENT_AUXILIARIES =
      Set.of(
          "is", "are", "am", "has", "have", "do", "does", "isn't", "aren't", "don't", "doesn't",
          "it's", "i'm", "that's", "they're");
  private static final int MOST_KEPT = 20_000;
  private static final int LONGEST_KEPT = 40;

  /** The same words come back in every answer, and a text made anew is hashed anew. */
  private static final ConcurrentMap<String, String> WORDS = new ConcurrentHashMap<>();

  private static final int[] LENGTHS = {3, 7, 14, 24};

  private RoleFeatures() {}

  private static Map<String, List<String>> classes() {
    Map<String, List<String>> classes = new HashMap<>();
    new TreeMap<>(VERBS)
        .forEach(
            (name, verbs) ->
                verbs.forEach(v -> classes.computeIfAbsent(v, k -> new ArrayList<>()).add(name)));
    return classes;
  }

  /** The features of every sentence of an answer, its neighbours' included, in order. */
  public static List<List<String>> of(List<Worded> answer) {
    List<List<String>> own = answer.stream().map(RoleFeatures::sentence).toList();
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      List<String> features = new ArrayList<>(own.get(i));
      features.addAll(place(i, own.size()));
      beside(features, "before", i > 0 ? own.get(i - 1) : List.of("none"));
      beside(features, "after", i + 1 < own.size() ? own.get(i + 1) : List.of("none"));
      all.add(features);
    }
    return all;
  }

  private static List<String> place(int index, int count) {
    List<String> place = new ArrayList<>();
    place.add("place=" + (count < 2 ? 0 : 5 * index / count));
    if (index == 0) {
      place.add("first");
    }
    if (index == count - 1) {
      place.add("last");
    }
    place.add("count=" + Math.min(count, 12) / 4);
    return place;
  }

  private static void beside(List<String> features, String side, List<String> neighbour) {
    for (String feature : neighbour) {
      if (feature.startsWith("who=")
          || feature.startsWith("tense=")
          || feature.equals("none")
          || feature.startsWith("acts=")) {
        features.add(side + ":" + feature);
      }
    }
  }

  private static List<String> sentence(Worded worded) {
    Sentence sentence = worded.sentence();
    List<Token> tokens = sentence.tokens();
    List<String> features = new ArrayList<>();
    List<String> forms = tokens.stream().map(Token::form).toList();
    String who = who(tokens, forms);
    String tense = tense(tokens, forms);
    features.add("who=" + who);
    features.add("tense=" + tense);
    features.add("acts=" + who + "+" + tense);
    String verb = mainVerb(tokens);
    if (!verb.isEmpty()) {
      features.add("verb=" + verb);
      features.add("acts=" + who + "+" + tense + "+verb=" + verb);
      for (String name : CLASSES.getOrDefault(verb, List.of())) {
        features.add("verbs=" + name);
        features.add("acts=" + who + "+" + tense + "+" + name);
      }
    }
    boolean figure = forms.stream().anyMatch(RoleFeatures::hasDigit);
    if (figure) {
      features.add("figure");
      features.add("figure+" + who + "+" + tense);
    }
    CUES.find(worded.words()).stream()
        .map(Cues.Found::of)
        .distinct()
        .forEach(
            name -> {
              features.add("cue=" + name);
              features.add("cue=" + name + "+" + tense);
            });
    if (forms.indexOf("from") >= 0 && forms.lastIndexOf("to") > forms.indexOf("from")) {
      features.add("cue=from-to");
      features.add("cue=from-to+" + tense);
    }
    int length = 0;
    while (length < LENGTHS.length && tokens.size() > LENGTHS[length]) {
      length++;
    }
    features.add("length=" + length);
    if (sentence.listItem()) {
      features.add("item");
      features.add("item+" + tense);
    }
    if (!forms.isEmpty() && forms.getLast().equals(":")) {
      features.add("ends-colon");
    }
    words(features, forms);
    return features;
  }

  private static boolean hasDigit(String form) {
    for (int i = 0; i < form.length(); i++) {
      if (Character.isDigit(form.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static void words(List<String> features, List<String> forms) {
    List<String> distinct = forms.stream().distinct().toList();
    distinct.forEach(f -> features.add(word(f)));
    if (!forms.isEmpty()) {
      features.add("w0=" + forms.getFirst());
    }
  }

  private static String word(String form) {
    String kept = WORDS.get(form);
    if (kept != null) {
      return kept;
    }
    String feature = "w=" + (hasDigit(form) ? "#" : form);
    if (WORDS.size() < MOST_KEPT && form.length() <= LONGEST_KEPT) {
      WORDS.put(form, feature);
    }
    return feature;
  }

  private static String who(List<Token> tokens, List<String> forms) {
    for (int i = 0; i < forms.size(); i++) {
      String form = forms.get(i);
      String subject = form.contains("'") ? form.substring(0, form.indexOf('\'')) : form;
      switch (subject) {
        case "i" -> {
          return "i";
        }
        case "we" -> {
          return "we";
        }
        case "he", "she", "they" -> {
          return "they";
        }
        case "you" -> {
          return "you";
        }
        case "it", "this", "that", "there" -> {
          return "it";
        }
        default -> {
          if (i == 0 && tokens.getFirst().is("VERB")) {
            return "dropped";
          }
          if (tokens.get(i).is("VERB") || tokens.get(i).is("AUX")) {
            return "noun";
          }
        }
      }
    }
    return "none";
  }

  private static String tense(List<Token> tokens, List<String> forms) {
    boolean would = false;
    boolean past = false;
    boolean present = false;
    boolean verb = false;
    for (int i = 0; i < forms.size(); i++) {
      String form = forms.get(i);
      Token token = tokens.get(i);
      would |= WOULD.contains(form);
      past |= PAST_AUXILIARIES.contains(form) || OwnActs.isPast(token);
      present |= PRESENT_AUXILIARIES.contains(form);
      verb |= token.is("VERB") || token.is("AUX");
    }
    return (would ? "would" : "")
        + (past ? "past" : "")
        + (present ? "present" : "")
        + (verb ? "" : "none");
  }

  private static String mainVerb(List<Token> tokens) {
    return tokens.stream().filter(t -> t.is("VERB")).map(Token::lemma).findFirst().orElse("");
  }
}
