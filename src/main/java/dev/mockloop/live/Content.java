package dev.mockloop.live;

import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Loop;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionBank;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.Synonyms;
import dev.mockloop.rubric.yaml.LoopText;
import dev.mockloop.rubric.yaml.Problem;
import dev.mockloop.rubric.yaml.QuestionSource;
import dev.mockloop.rubric.yaml.QuestionText;
import dev.mockloop.rubric.yaml.Reading;
import dev.mockloop.rubric.yaml.RubricFolder;
import dev.mockloop.transcript.KeptRubrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The rubrics on offer, and those that a session keeps. The folder is the base; what was published
 * lies over it.
 */
public final class Content {
  private static final int MOST_KEPT = 200;

  private final Path folder;
  private final Late<Reading> shipped;
  private final Optional<LoopDocuments> ownLoops;
  private volatile @Nullable Reading changed;
  // most sessions are run with the same rubrics, and reading those takes a while
  private final Map<KeptRubrics, Kept> keptBefore =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<KeptRubrics, Kept> eldest) {
          return size() > MOST_KEPT;
        }
      };
  private @Nullable Reading keptFor;

  private Content(Path folder, Late<Reading> shipped, Optional<LoopDocuments> ownLoops) {
    this.folder = folder;
    this.shipped = shipped;
    this.ownLoops = ownLoops;
  }

  /**
   * Reads a folder of rubrics; loops that candidates keep become files of it.
   *
   * @throws java.io.UncheckedIOException when the folder is missing or cannot be listed
   */
  public static Content read(Path folder) {
    Content content = reading(folder);
    content.catalogue();
    return content;
  }

  /** The same beside the caller's work; whoever needs what is read waits for it. */
  static Content reading(Path folder) {
    return reading(folder, Optional.empty());
  }

  /** The same, with the loops that candidates keep in a store that several servers share. */
  static Content reading(Path folder, LoopDocuments ownLoops) {
    Content content = reading(folder, Optional.of(ownLoops));
    content.takeInLoops();
    return content;
  }

  private static Content reading(Path folder, Optional<LoopDocuments> ownLoops) {
    return new Content(
        folder, new Late<>(() -> RubricFolder.read(folder)).soon("rubrics"), ownLoops);
  }

  private Reading now() {
    Reading over = changed;
    return over == null ? shipped.get() : over;
  }

  /** Offers the loops that were kept in the store, by other servers too. */
  synchronized void takeInLoops() {
    ownLoops.ifPresent(
        documents ->
            documents.ids().stream()
                .filter(id -> catalogue().loop(id).isEmpty())
                .forEach(id -> documents.text(id).ifPresent(text -> offerLoop(id, text))));
  }

  private void offerLoop(String id, String text) {
    Path file = Path.of(LoopDocuments.name(id).value());
    // one that is not sound is told once
    if (problems().stream().noneMatch(p -> p.file().equals(file))) {
      changed = RubricFolder.with(now(), file, text);
    }
  }

  /**
   * Keeps a loop and offers it from now on.
   *
   * @throws ChoiceException when it cannot be run or its file cannot be written
   */
  synchronized Loop keep(OwnLoop own, Duration probeTime) {
    return ownLoops
        .map(documents -> keep(own, probeTime, documents))
        .orElseGet(() -> keepFile(own, probeTime));
  }

  private Loop keep(OwnLoop own, Duration probeTime, LoopDocuments documents) {
    while (true) {
      Loop loop = own.named(catalogue(), probeTime, Set.copyOf(documents.ids()));
      if (documents.keep(loop.id(), LoopText.of(loop))) {
        changed = now().with(loop);
        return loop;
      }
    }
  }

  private Loop keepFile(OwnLoop own, Duration probeTime) {
    Loop loop = own.named(catalogue(), probeTime, Set.of());
    Path file = folder.resolve("loops").resolve(loop.id() + ".yaml");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, LoopText.of(loop), StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new ChoiceException(
          "the loop cannot be kept in %s; make the folder writable or run it without keeping it (%s)"
              .formatted(file, e.getMessage()));
    }
    changed = now().with(loop);
    return loop;
  }

  public Catalogue catalogue() {
    return now().catalogue();
  }

  /** The text of a question as the folder has it; empty when it has none that is sound. */
  Optional<String> shipped(QuestionId id) {
    return shipped.get().source(id).map(QuestionSource::text);
  }

  /** Offers a question with this text from now on; sessions that were made before keep theirs. */
  synchronized void offer(QuestionText text) {
    changed = now().with(text);
  }

  /** Tells of something that is wrong with what lies over the folder. */
  synchronized void tell(Problem problem) {
    if (!problems().contains(problem)) {
      changed = now().with(problem);
    }
  }

  /** The text of a question on offer; an {@link IllegalArgumentException} when there is none. */
  String text(QuestionId id) {
    return now()
        .source(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no question " + id))
        .text();
  }

  /** What was left out of the catalogue, and why. */
  public List<Problem> problems() {
    return now().problems();
  }

  /** The text of these questions and of the synonyms, to be kept with a session. */
  KeptRubrics keep(List<QuestionId> questions) {
    return keep(questions, Map.of());
  }

  /** The same, with texts from elsewhere for questions that are not on offer any more. */
  KeptRubrics keep(List<QuestionId> questions, Map<QuestionId, String> otherwise) {
    Reading now = now();
    Map<QuestionId, String> texts = new HashMap<>();
    for (QuestionId id : questions) {
      texts.put(
          id,
          now.source(id)
              .map(QuestionSource::text)
              .or(() -> Optional.ofNullable(otherwise.get(id)))
              .orElseThrow());
    }
    return new KeptRubrics(texts, written(catalogue().synonyms()));
  }

  private static String written(Synonyms synonyms) {
    return synonyms.sets().isEmpty()
        ? ""
        : YAMLMapper.shared().writeValueAsString(Map.of("synonyms", synonyms.sets()));
  }

  /** Reads kept rubrics back; today's other questions are what the answers are held against. */
  Kept read(KeptRubrics rubrics) {
    Reading now = now();
    synchronized (keptBefore) {
      if (keptFor != now) {
        keptBefore.clear();
        keptFor = now;
      }
      Kept known = keptBefore.get(rubrics);
      if (known != null) {
        return known;
      }
    }
    Kept kept = read(rubrics, now.catalogue());
    synchronized (keptBefore) {
      if (keptFor == now) {
        keptBefore.put(rubrics, kept);
      }
    }
    return kept;
  }

  private static Kept read(KeptRubrics rubrics, Catalogue today) {
    Map<QuestionId, Question> questions = new HashMap<>();
    rubrics
        .questions()
        .forEach((id, text) -> questions.put(id, RubricFolder.question(text, rubrics.synonyms())));
    Map<QuestionId, Question> bank = new HashMap<>();
    today.questions().forEach(q -> bank.put(q.id(), q));
    bank.putAll(questions);
    return new Kept(
        questions, QuestionBank.of(bank.values(), RubricFolder.synonyms(rubrics.synonyms())));
  }
}
