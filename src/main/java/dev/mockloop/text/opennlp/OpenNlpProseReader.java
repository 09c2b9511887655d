package dev.mockloop.text.opennlp;

import dev.mockloop.text.Block;
import dev.mockloop.text.Blocks;
import dev.mockloop.text.Prose;
import dev.mockloop.text.ProseReader;
import dev.mockloop.text.Sentence;
import dev.mockloop.text.Span;
import dev.mockloop.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Sentences, tokens, parts of speech and lemmas by Apache OpenNLP.
 *
 * <p>Three departures from plain OpenNLP. The text is parted into {@link Blocks} first, as the
 * sentence model takes no line end for a boundary. A lemma depends on the token and its tag alone
 * and is kept, because lemmatizing is four fifths of the work. The tools are not safe for threads,
 * so a few sets are lent out, one a call; the number of sets also bounds how much of the machine
 * language work can take.
 */
public final class OpenNlpProseReader implements ProseReader {
  private static final int MOST_LEMMAS_KEPT = 100_000;

  /**
   * A tagger's search keeps the whole sentence in memory; a longer one is tagged piece by piece.
   */
  private static final int LONGEST_TAGGED_TOGETHER = 400;

  /** Longer tokens are no words; the tokenizer's and the lemmatizer's features cost by length. */
  private static final int LONGEST_LEMMATIZED = 60;

  /**
   * The tokenizer takes time by the square of what stands between two spaces; nothing this long is
   * a word, so it is read piece by piece.
   */
  private static final int LONGEST_RUN = 1_000;

  private final BlockingQueue<Tools> free;
  private final ConcurrentMap<TaggedForm, String> lemmas = new ConcurrentHashMap<>();

  private record TaggedForm(String form, String tag) {}

  private OpenNlpProseReader(Models models, int sets) {
    free = new ArrayBlockingQueue<>(sets);
    for (int i = 0; i < sets; i++) {
      free.add(Tools.of(models));
    }
  }

  /** Loads the models, which takes some tenths of a second, with one set of tools a processor. */
  public static OpenNlpProseReader load() {
    return new OpenNlpProseReader(
        Models.load(), Math.max(2, Runtime.getRuntime().availableProcessors()));
  }

  @Override
  public Prose read(String text) {
    return withTools(
        tools -> {
          List<Sentence> sentences = new ArrayList<>();
          for (Block block : Blocks.of(text)) {
            readBlock(tools, text, block, sentences);
          }
          return new Prose(text, sentences);
        });
  }

  @Override
  public String lemma(String word, String partOfSpeech) {
    return withTools(tools -> lemma(tools, word, word.toLowerCase(Locale.ROOT), partOfSpeech));
  }

  private void readBlock(Tools tools, String text, Block block, List<Sentence> into) {
    String line = block.span().of(text).replace('\n', ' ').replace('\r', ' ');
    boolean first = true;
    for (opennlp.tools.util.Span found : tools.sentences().sentPosDetect(line)) {
      Span span =
          new Span(block.span().start() + found.getStart(), block.span().start() + found.getEnd());
      if (span.length() > 0) {
        into.add(new Sentence(span, tokens(tools, text, span), block.listItem() && first));
        first = false;
      }
    }
  }

  private List<Token> tokens(Tools tools, String text, Span sentence) {
    opennlp.tools.util.Span[] places = places(tools, sentence.of(text));
    String[] forms = new String[places.length];
    for (int i = 0; i < places.length; i++) {
      forms[i] =
          text.substring(
              sentence.start() + places[i].getStart(), sentence.start() + places[i].getEnd());
    }
    String[] tags = tags(tools, forms);
    List<Token> tokens = new ArrayList<>(places.length);
    for (int i = 0; i < places.length; i++) {
      Span span =
          new Span(sentence.start() + places[i].getStart(), sentence.start() + places[i].getEnd());
      String lower = forms[i].toLowerCase(Locale.ROOT);
      String lemma = lemma(tools, forms[i], lower, tags[i]);
      tokens.add(new Token(span, forms[i], lower.replace('’', '\''), tags[i], lemma));
    }
    return tokens;
  }

  private static opennlp.tools.util.Span[] places(Tools tools, String sentence) {
    List<opennlp.tools.util.Span> places = new ArrayList<>();
    int from = 0;
    while (from < sentence.length()) {
      int to = endOfPiece(sentence, from);
      for (opennlp.tools.util.Span place :
          tools.tokens().tokenizePos(sentence.substring(from, to))) {
        places.add(new opennlp.tools.util.Span(place, from));
      }
      from = to;
    }
    return places.toArray(opennlp.tools.util.Span[]::new);
  }

  private static int endOfPiece(String sentence, int from) {
    int run = 0;
    for (int at = from; at < sentence.length(); at++) {
      run = Character.isWhitespace(sentence.charAt(at)) ? 0 : run + 1;
      if (run > LONGEST_RUN && !Character.isLowSurrogate(sentence.charAt(at))) {
        return at;
      }
    }
    return sentence.length();
  }

  private static String[] tags(Tools tools, String[] forms) {
    String[] tags = new String[forms.length];
    for (int from = 0; from < forms.length; from += LONGEST_TAGGED_TOGETHER) {
      String[] piece =
          Arrays.copyOfRange(forms, from, Math.min(forms.length, from + LONGEST_TAGGED_TOGETHER));
      System.arraycopy(tools.tags().tag(piece), 0, tags, from, piece.length);
    }
    return tags;
  }

  private String lemma(Tools tools, String form, String lower, String tag) {
    if (form.length() > LONGEST_LEMMATIZED) {
      return lower;
    }
    TaggedForm key = new TaggedForm(form, tag);
    String kept = lemmas.get(key);
    if (kept != null) {
      return kept;
    }
    String found = tools.lemmas().lemmatize(new String[] {form}, new String[] {tag})[0];
    String lemma =
        found == null || found.equals("O") || found.isBlank()
            ? lower
            : found.toLowerCase(Locale.ROOT);
    if (lemmas.size() < MOST_LEMMAS_KEPT) {
      lemmas.put(key, lemma);
    }
    return lemma;
  }

  private <T> T withTools(Function<Tools, T> work) {
    Tools tools = take();
    try {
      return work.apply(tools);
    } finally {
      free.add(tools);
    }
  }

  private Tools take() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return free.take();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
