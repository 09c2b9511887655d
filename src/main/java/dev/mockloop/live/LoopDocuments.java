package dev.mockloop.live;

import dev.mockloop.store.Name;
import dev.mockloop.store.Store;
import java.util.List;
import java.util.Optional;

/** Loops that candidates keep, each in the document {@code loops/own-<id>.yaml}. */
final class LoopDocuments {
  private static final String FOLDER = "loops";
  // so that no id makes a name that a store refuses
  private static final String BEGINS = "own-";
  private static final String ENDS = ".yaml";

  private final Store store;

  LoopDocuments(Store store) {
    this.store = store;
  }

  static Name name(String id) {
    return Name.in(FOLDER, BEGINS + id + ENDS);
  }

  /** Whether a document is a loop. */
  static boolean isLoop(Name name) {
    return name.folder().equals(FOLDER)
        && name.last().startsWith(BEGINS)
        && name.last().endsWith(ENDS);
  }

  /** Keeps a loop unless there is one with that id; whether it did. */
  boolean keep(String id, String text) {
    return store.putIfAbsent(name(id), text);
  }

  /** All ids, in order. */
  List<String> ids() {
    return store.documents(FOLDER).stream()
        .filter(LoopDocuments::isLoop)
        .map(Name::last)
        .map(n -> n.substring(BEGINS.length(), n.length() - ENDS.length()))
        .toList();
  }

  Optional<String> text(String id) {
    return store.document(name(id));
  }
}
