package dev.mockloop.story;

import dev.mockloop.text.Worded;
import java.util.List;

/** Reads the {@link Role} of each sentence of an answer. Safe for many threads. */
public interface RoleReader {
  /** One entry a sentence, in order. */
  List<SentenceRole> read(List<Worded> answer);
}
