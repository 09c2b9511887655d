package dev.mockloop.search;

import dev.mockloop.interview.Place;
import dev.mockloop.interview.SessionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * The passages of sessions in an index in memory. What people type is read leniently: words all
 * have to be there, quotes hold words together, {@code -} leaves out, {@code |} is or, a trailing
 * {@code *} stands for any ending. Ranked by BM25 (Robertson and Zaragoza 2009). Safe for many
 * threads.
 */
public final class TranscriptIndex {
  private static final String SESSION = "session";
  private static final String ROUND = "round";
  private static final String NUMBER = "number";
  private static final String PROBE = "probe";
  private static final String QUESTION = "question";
  private static final String TEXT = "text";

  /** More clauses are no search that somebody typed. */
  private static final int LONGEST_QUERY = 300;

  private final Directory directory = new ByteBuffersDirectory();
  private final Analyzer analyzer = new EnglishAnalyzer();
  private final IndexWriter writer;
  private final Set<SessionId> sessions = new HashSet<>();

  public TranscriptIndex() {
    try {
      writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail", e);
    }
  }

  /** The sessions that can be found. */
  public synchronized Set<SessionId> sessions() {
    return Set.copyOf(sessions);
  }

  /** Adds a session, or puts new passages in the place of its old ones. */
  public synchronized void put(SessionId session, List<Passage> passages) {
    try {
      writer.updateDocuments(
          new Term(SESSION, session.value()), passages.stream().map(this::document).toList());
      writer.commit();
      sessions.add(session);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail", e);
    }
  }

  /** Forgets a session. */
  public synchronized void remove(SessionId session) {
    try {
      writer.deleteDocuments(new Term(SESSION, session.value()));
      writer.commit();
      sessions.remove(session);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail", e);
    }
  }

  private Document document(Passage passage) {
    Document document = new Document();
    document.add(new StringField(SESSION, passage.session().value(), Field.Store.YES));
    document.add(new StoredField(ROUND, passage.place().round()));
    document.add(new StoredField(NUMBER, passage.place().question()));
    document.add(new StoredField(PROBE, passage.place().probe() ? 1 : 0));
    document.add(new TextField(QUESTION, passage.question(), Field.Store.YES));
    document.add(new TextField(TEXT, passage.text(), Field.Store.YES));
    return document;
  }

  /**
   * The best passages for what was typed into a search box, best first; none for a blank search or
   * one of stop words only.
   *
   * @param typed at most 300 characters are looked at
   * @param most how many at most
   */
  public List<Hit> search(String typed, int most) {
    if (typed.isBlank()) {
      return List.of();
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      Query query = query(typed);
      int[] found =
          Arrays.stream(searcher.search(query, most).scoreDocs).mapToInt(d -> d.doc).toArray();
      List<List<Hit.Piece>> excerpts = new Excerpts(searcher, analyzer).of(query, TEXT, found);
      List<Hit> hits = new ArrayList<>();
      for (int i = 0; i < found.length; i++) {
        hits.add(hit(searcher.storedFields().document(found[i]), excerpts.get(i)));
      }
      return hits;
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail", e);
    }
  }

  private Query query(String typed) {
    SimpleQueryParser parser = new SimpleQueryParser(analyzer, Map.of(TEXT, 1f, QUESTION, 1f));
    parser.setDefaultOperator(BooleanClause.Occur.MUST);
    return parser.parse(
        typed.length() <= LONGEST_QUERY ? typed : typed.substring(0, LONGEST_QUERY));
  }

  private static Hit hit(Document document, List<Hit.Piece> excerpt) {
    Place place =
        new Place(
            document.getField(ROUND).numericValue().intValue(),
            document.getField(NUMBER).numericValue().intValue(),
            document.getField(PROBE).numericValue().intValue() == 1);
    return new Hit(new SessionId(document.get(SESSION)), place, document.get(QUESTION), excerpt);
  }
}
