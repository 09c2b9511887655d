package dev.mockloop.rubric.yaml;

/** A place in a file, 1-based. */
record Place(int line, int column) {
  static final Place TOP = new Place(1, 1);

  Place right(int columns) {
    return new Place(line, column + columns);
  }
}
