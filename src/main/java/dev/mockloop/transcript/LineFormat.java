package dev.mockloop.transcript;

/** How something is written as a line of a ledger. */
interface LineFormat<E> {

  /** The line, without its end. */
  String write(int number, E entry);

  /**
   * Reads one line.
   *
   * @throws IllegalArgumentException when it is none with that number
   */
  E read(int number, String line);
}
