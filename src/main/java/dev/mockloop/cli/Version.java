package dev.mockloop.cli;

import dev.mockloop.scoring.Engine;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Mockloop.class.getPackage().getImplementationVersion();
    return new String[] {
      "Mockloop "
          + (version == null ? "(not packaged)" : version)
          + ", scoring engine "
          + Engine.VERSION
    };
  }
}
