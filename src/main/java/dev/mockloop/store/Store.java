package dev.mockloop.store;

import java.util.List;
import java.util.Optional;

/**
 * Keeps named ledgers, which are lines of JSON that are only ever added to, and named documents,
 * which are texts that are replaced as a whole. A ledger and a document never have the same name.
 * When a call that changes something returns, the change is durable; when it throws, nothing was
 * changed as far as anybody can read, save that a document may be the new one already. No disk that
 * fails lets more be said of a crash behind that: what was refused last may then be there, but only
 * as a whole, and never behind or among what was kept later. Safe for many threads, and for other
 * processes over the same store.
 */
public interface Store extends AutoCloseable {

  /**
   * The lines of a ledger behind the first {@code after}, without their ends; none when there is no
   * such ledger or nothing is behind.
   *
   * @throws StoreException when they cannot be read
   */
  List<String> lines(Name ledger, int after);

  /**
   * Adds lines behind those that are there, all or none. The first lines of a ledger make it.
   *
   * @param before how many lines the caller knows of
   * @param lines one JSON object each, without line ends
   * @throws ConflictException when there are others by now, also when the ledger was deleted
   * @throws StoreException when they cannot be kept
   */
  void append(Name ledger, int before, List<String> lines);

  /** The names of the ledgers right in a folder, in order. */
  List<Name> ledgers(String folder);

  /** The folders right under the root that have a ledger of this name in them, in order. */
  List<String> foldersWith(String ledger);

  /** The text of a document; empty when there is none. */
  Optional<String> document(Name document);

  /** Keeps a document, in the place of the one before. */
  void put(Name document, String text);

  /** Keeps a document if there is none of that name; whether it was kept. */
  boolean putIfAbsent(Name document, String text);

  /** Deletes a document; one that is not there is no error. */
  void delete(Name document);

  /** The names of the documents right in a folder, in order. */
  List<Name> documents(String folder);

  /** The folders right in a folder, or right under the root when that is empty, in order. */
  List<String> folders(String folder);

  /**
   * Deletes a folder right under the root for good, with every ledger and document in it; one that
   * is not there is no error. No one ever sees half of it.
   */
  void deleteFolder(String folder);

  /**
   * Has a watcher told of what others change: other processes over the same store, never this one.
   *
   * @return ends it
   */
  Runnable watch(Watcher watcher);

  /** Where a person finds a ledger or document, such as the path of a file. */
  String where(Name name);

  /**
   * Whether servers on several machines work over it, so that whatever they are to have in common
   * must be in it. A folder is one machine's, and what lies beside it is there too.
   */
  default boolean shared() {
    return false;
  }

  /** What was mended when the store was opened. */
  List<Repair> repairs();

  /** Brings all to rest; what was acknowledged is durable already. */
  @Override
  void close();
}
