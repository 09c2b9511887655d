package dev.mockloop.text.opennlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.StringList;

/** The English models (Universal Dependencies, EWT), read from the class path. */
record Models(
    SentenceModel sentences,
    Dictionary abbreviations,
    TokenizerModel tokens,
    POSModel tags,
    LemmatizerModel lemmas) {

  /**
   * The sentence model brings no abbreviations; "etc." is left out, as it often does end a
   * sentence.
   */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "e.g.", "i.e.", "approx.", "vs.", "cf.", "ca.", "incl.", "excl.", "max.", "min.", "no.",
          "resp.", "dept.", "Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sep.", "Sept.",
          "Oct.", "Nov.", "Dec.", "Mr.", "Mrs.", "Ms.", "Dr.", "St.", "Inc.", "Ltd.", "Sr.", "Jr.");

  static Models load() {
    try {
      return new Models(
          new SentenceModel(open("sentence")),
          abbreviationDictionary(),
          new TokenizerModel(open("tokens")),
          new POSModel(open("pos")),
          new LemmatizerModel(open("lemmas")));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "an OpenNLP model on the class path cannot be read; build Mockloop again", e);
    }
  }

  private static InputStream open(String kind) {
    String name = "/opennlp-en-ud-ewt-" + kind + "-1.3-2.5.4.bin";
    InputStream in = Models.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(
          "the OpenNLP model " + name + " is not on the class path; build Mockloop again");
    }
    return in;
  }

  private static Dictionary abbreviationDictionary() {
    Dictionary dictionary = new Dictionary(true);
    ABBREVIATIONS.forEach(a -> dictionary.put(new StringList(a)));
    return dictionary;
  }
}
