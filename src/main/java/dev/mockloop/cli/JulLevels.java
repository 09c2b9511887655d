package dev.mockloop.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Levels of the JDK's own log, which Lucene writes to. The JDK makes one of these when that log is
 * first used, so a start that uses no Lucene does not pay for it.
 */
public final class JulLevels {
  private static final String LEVELS =
      """
      handlers=java.util.logging.ConsoleHandler
      .level=INFO
      org.apache.lucene.internal.vectorization.VectorizationProvider.level=SEVERE
      """;

  /** Called by the JDK. */
  public JulLevels() throws IOException {
    LogManager.getLogManager()
        .readConfiguration(new ByteArrayInputStream(LEVELS.getBytes(StandardCharsets.UTF_8)));
  }

  /** Has the JDK use these levels, unless whoever started the JVM named others. */
  static void use() {
    if (System.getProperty("java.util.logging.config.file") == null
        && System.getProperty("java.util.logging.config.class") == null) {
      System.setProperty("java.util.logging.config.class", JulLevels.class.getName());
    }
  }
}
