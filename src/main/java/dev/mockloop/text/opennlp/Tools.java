package dev.mockloop.text.opennlp;

import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.tokenize.TokenizerME;

/**
 * One set of OpenNLP tools. They keep state between calls, so a set serves one thread at a time.
 */
record Tools(
    SentenceDetectorME sentences, TokenizerME tokens, POSTaggerME tags, LemmatizerME lemmas) {

  static Tools of(Models models) {
    return new Tools(
        new SentenceDetectorME(models.sentences(), models.abbreviations()),
        new TokenizerME(models.tokens()),
        new POSTaggerME(models.tags()),
        new LemmatizerME(models.lemmas()));
  }
}
