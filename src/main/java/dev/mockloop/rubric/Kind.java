package dev.mockloop.rubric;

/**
 * The kind of a round or question. Three are built in; content may bring others.
 *
 * @param id the name used in files and on the wire, lower case
 */
public record Kind(String id) {
  public static final Kind DESIGN = new Kind("design");
  public static final Kind BEHAVIORAL = new Kind("behavioral");
  public static final Kind EXECUTIVE = new Kind("executive");

  @Override
  public String toString() {
    return id;
  }
}
