package dev.mockloop.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * In how many texts of two groups each run of one to three words stands. A run never reaches over
 * the end of a sentence. An index in memory that is filled once and then read.
 */
public final class ShingleCounts {
  private static final String FIRST = "first";
  private static final String SECOND = "second";
  private static final int LONGEST_RUN = 3;

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();

  /**
   * A text as the words of its sentences, in the form in which they are compared.
   *
   * @param inFirst whether it belongs to the first group
   */
  public record Text(boolean inFirst, List<List<String>> sentences) {
    public Text {
      sentences = sentences.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A run of words, parted by blanks.
   *
   * @param first in how many texts of the first group it stands
   * @param second in how many of the second
   */
  public record Count(String words, int first, int second) {}

  private ShingleCounts() {}

  /**
   * Counts.
   *
   * @param least runs that fewer texts of the first group hold are left out
   */
  public static List<Count> of(Iterable<Text> texts, int least) {
    ShingleCounts counts = new ShingleCounts();
    try {
      counts.fill(texts);
      return counts.read(least);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail", e);
    }
  }

  private void fill(Iterable<Text> texts) throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (Text text : texts) {
        Document document = new Document();
        for (List<String> sentence : text.sentences()) {
          document.add(new TextField(text.inFirst() ? FIRST : SECOND, runs(sentence)));
        }
        writer.addDocument(document);
      }
    }
  }

  private static TokenStream runs(List<String> sentence) {
    ShingleFilter runs = new ShingleFilter(new GivenWords(sentence), 2, LONGEST_RUN);
    runs.setOutputUnigrams(true);
    return runs;
  }

  private List<Count> read(int least) throws IOException {
    List<Count> counts = new ArrayList<>();
    try (IndexReader reader = DirectoryReader.open(directory)) {
      Terms terms = MultiTerms.getTerms(reader, FIRST);
      if (terms == null) {
        return List.of();
      }
      TermsEnum each = terms.iterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        // the docFreq of the enumeration is that of one segment
        int first = reader.docFreq(new Term(FIRST, BytesRef.deepCopyOf(term)));
        if (first >= least) {
          int second = reader.docFreq(new Term(SECOND, BytesRef.deepCopyOf(term)));
          counts.add(new Count(term.utf8ToString(), first, second));
        }
      }
    }
    return counts;
  }

  private static final class GivenWords extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> words;
    private int at;

    GivenWords(List<String> words) {
      this.words = words;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      at = 0;
    }

    @Override
    public boolean incrementToken() {
      if (at == words.size()) {
        return false;
      }
      clearAttributes();
      term.append(words.get(at++));
      return true;
    }
  }
}
