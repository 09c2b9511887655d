package dev.mockloop.web;

import java.util.Objects;

/** Which Mockloop this is, as the jar says. */
final class Version {
  static final String TEXT =
      Objects.requireNonNullElse(
          Version.class.getPackage().getImplementationVersion(), "not packaged");

  private Version() {}
}
