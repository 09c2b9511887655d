package dev.mockloop.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * Finds which subjects a long text, such as a resume, speaks about, and by which of its words.
 * Ranked by BM25 (Robertson and Zaragoza 2009). Safe for many threads.
 */
public final class TopicIndex {
  private static final String ID = "id";
  private static final String TEXT = "text";

  /** A word that more than this share of the subjects has tells none of them apart. */
  private static final double COMMON = 0.5;

  private static final int MOST_WORDS = 200;
  private static final int MOST_SHOWN = 8;
  private static final int SHORTEST = 3;

  /** What can be spoken about. */
  public record Subject(String id, String text) {}

  /**
   * A subject that a text speaks about.
   *
   * @param score how much, above 0; to be compared within one search only
   * @param words the words of the text that matched, as they were written, the most telling first
   */
  public record Match(String id, double score, List<String> words) {
    public Match {
      words = List.copyOf(words);
    }
  }

  private final Analyzer analyzer = new EnglishAnalyzer();
  private final Directory directory = new ByteBuffersDirectory();
  private final Map<String, Set<String>> stems = new HashMap<>();
  private final Map<String, Integer> subjectsWith = new HashMap<>();

  public TopicIndex(List<Subject> subjects) {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (Subject subject : subjects) {
        Document document = new Document();
        document.add(new StringField(ID, subject.id(), Field.Store.YES));
        document.add(new TextField(TEXT, subject.text(), Field.Store.NO));
        writer.addDocument(document);
        Set<String> own = Set.copyOf(words(subject.text()).keySet());
        stems.put(subject.id(), own);
        own.forEach(s -> subjectsWith.merge(s, 1, Integer::sum));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail", e);
    }
  }

  /** The subjects that a text speaks about, most of all first. */
  public List<Match> match(String text) {
    try {
      Map<String, List<String>> telling = telling(text);
      if (telling.isEmpty()) {
        return List.of();
      }
      BooleanQuery.Builder query = new BooleanQuery.Builder();
      telling.forEach(
          (stem, written) ->
              query.add(
                  new BoostQuery(
                      new TermQuery(new Term(TEXT, stem)), 1 + (float) Math.log(written.size())),
                  BooleanClause.Occur.SHOULD));
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        List<Match> matches = new ArrayList<>();
        for (ScoreDoc found : searcher.search(query.build(), stems.size()).scoreDocs) {
          String id = searcher.storedFields().document(found.doc).get(ID);
          matches.add(new Match(id, found.score, shown(id, telling)));
        }
        return matches;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail", e);
    }
  }

  /** The stems of a text that tell subjects apart, the rarest first, each with its words. */
  private Map<String, List<String>> telling(String text) throws IOException {
    Map<String, List<String>> telling = new LinkedHashMap<>();
    words(text).entrySet().stream()
        .filter(e -> isTelling(e.getKey()))
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, List<String>> e) -> subjectsWith.getOrDefault(e.getKey(), 0))
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_WORDS)
        .forEach(e -> telling.put(e.getKey(), e.getValue()));
    return telling;
  }

  private boolean isTelling(String stem) {
    int with = subjectsWith.getOrDefault(stem, 0);
    boolean number = stem.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == ',');
    return with > 0
        && with <= Math.max(1, COMMON * stems.size())
        && stem.length() >= SHORTEST
        && !number;
  }

  private List<String> shown(String id, Map<String, List<String>> telling) {
    Set<String> own = stems.getOrDefault(id, Set.of());
    return telling.entrySet().stream()
        .filter(e -> own.contains(e.getKey()))
        .map(e -> e.getValue().getFirst())
        .limit(MOST_SHOWN)
        .toList();
  }

  /** The words of a text by stem, each as often as it stands there. */
  private Map<String, List<String>> words(String text) throws IOException {
    Map<String, List<String>> words = new LinkedHashMap<>();
    try (TokenStream stream = analyzer.tokenStream(TEXT, text)) {
      CharTermAttribute stem = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words
            .computeIfAbsent(stem.toString(), s -> new ArrayList<>())
            .add(text.substring(place.startOffset(), place.endOffset()));
      }
      stream.end();
    }
    return words;
  }
}
