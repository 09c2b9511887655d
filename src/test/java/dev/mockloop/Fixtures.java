package dev.mockloop;

import dev.mockloop.text.ProseReader;
import dev.mockloop.text.opennlp.OpenNlpProseReader;

/** Parts that are slow to make and the same for every test. */
public final class Fixtures {
  /** The shipped reader; safe for many threads. */
  public static final ProseReader READER = OpenNlpProseReader.load();

  private Fixtures() {}
}
