package dev.mockloop.transcript;

import dev.mockloop.revision.Revision;
import tools.jackson.core.JacksonException;

/** Versions of a rubric as lines of JSON; each carries its own number. */
final class RevisionLines implements LineFormat<Revision> {

  @Override
  public String write(int number, Revision revision) {
    return Json.MAPPER.writeValueAsString(revision);
  }

  @Override
  public Revision read(int number, String line) {
    try {
      Revision revision = Json.MAPPER.readValue(line, Revision.class);
      if (revision.number() != number) {
        throw new IllegalArgumentException("it is not the version " + number);
      }
      return revision;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is not a version", e);
    }
  }
}
