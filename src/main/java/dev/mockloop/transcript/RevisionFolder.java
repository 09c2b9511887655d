package dev.mockloop.transcript;

import dev.mockloop.revision.Revision;
import dev.mockloop.revision.RevisionStore;
import dev.mockloop.revision.RubricDraft;
import dev.mockloop.rubric.QuestionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * Versions and drafts in a folder: for each question a file of lines that only grows, one JSON
 * object a version, and a file with the draft. A torn end, which was never acknowledged, is cut off
 * when the folder is opened.
 */
public final class RevisionFolder implements RevisionStore {
  private static final String VERSIONS = ".jsonl";
  private static final String DRAFT = ".draft.json";

  private final Path folder;
  private final List<Repair> repairs;

  private RevisionFolder(Path folder, List<Repair> repairs) {
    this.folder = folder;
    this.repairs = List.copyOf(repairs);
  }

  /** Opens a folder; it is made with the first version or draft. */
  public static RevisionFolder open(Path folder) {
    RevisionFolder store = new RevisionFolder(folder, List.of());
    List<Repair> repairs = new ArrayList<>();
    for (QuestionId question : store.questions()) {
      new RevisionFile(store.versions(question)).repair().ifPresent(repairs::add);
    }
    return new RevisionFolder(folder, repairs);
  }

  /** What was cut off when the folder was opened. */
  public List<Repair> repairs() {
    return repairs;
  }

  @Override
  public List<QuestionId> questions() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.endsWith(VERSIONS))
          .flatMap(n -> question(n).stream())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new StoreException(
          "the versions in " + folder + " cannot be listed: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized List<Revision> revisions(QuestionId question) {
    return new RevisionFile(versions(question)).read();
  }

  @Override
  public synchronized boolean append(QuestionId question, int before, List<Revision> revisions) {
    try {
      Files.createDirectories(folder);
      boolean added = new RevisionFile(versions(question)).append(before, revisions);
      Durable.forceFolder(folder);
      return added;
    } catch (IOException e) {
      throw new StoreException(
          "the versions file "
              + versions(question)
              + " cannot be written ("
              + e.getMessage()
              + "); free some space or mend the folder's rights, the text is still in the page",
          e);
    }
  }

  @Override
  public synchronized Optional<RubricDraft> draft(QuestionId question) {
    Path file = draftFile(question);
    try {
      return Files.isRegularFile(file)
          ? Optional.of(Json.MAPPER.readValue(Files.readString(file), RubricDraft.class))
          : Optional.empty();
    } catch (IOException | JacksonException e) {
      throw new StoreException(
          "the draft " + file + " cannot be read; mend or delete the file: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void keepDraft(QuestionId question, RubricDraft draft) {
    Path file = draftFile(question);
    try {
      Files.createDirectories(folder);
      Durable.replace(file, Json.MAPPER.writeValueAsString(draft));
      Durable.forceFolder(folder);
    } catch (IOException e) {
      throw new StoreException("the draft " + file + " cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void dropDraft(QuestionId question) {
    Path file = draftFile(question);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StoreException("the draft " + file + " cannot be deleted: " + e.getMessage(), e);
    }
  }

  private Path versions(QuestionId question) {
    return folder.resolve(name(question) + VERSIONS);
  }

  private Path draftFile(QuestionId question) {
    return folder.resolve(name(question) + DRAFT);
  }

  /** A question's id holds no dots, and one slash. */
  private static String name(QuestionId question) {
    return question.value().replace("/", "__");
  }

  private static Optional<QuestionId> question(String fileName) {
    String name = fileName.substring(0, fileName.length() - VERSIONS.length());
    try {
      return Optional.of(new QuestionId(name.replace("__", "/")));
    } catch (IllegalArgumentException e) {
      // somebody else's file
      return Optional.empty();
    }
  }
}
