package dev.mockloop.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rubrics inside the jar, for a Mockloop that has no folder beside it. */
final class ShippedRubrics {
  private static final String FOLDER = "/dev/mockloop/cli/rubrics";

  private ShippedRubrics() {}

  /** Writes them to a folder that is not there yet, all or none. */
  static void unpack(Path folder) {
    Path target = folder.toAbsolutePath();
    try {
      Path unpacked = Files.createTempDirectory(target.getParent(), ".rubrics");
      copy(unpacked);
      Files.move(unpacked, target);
      System.err.println(
          "mockloop: put the rubrics that ship with it into " + target + "; edit them as you like");
    } catch (IOException e) {
      throw new Failure(
          "there is no rubric folder %s and the shipped one cannot be put there (%s); name one with --rubrics or run this where files can be written"
              .formatted(folder, e));
    }
  }

  private static void copy(Path to) throws IOException {
    URL kinds = ShippedRubrics.class.getResource(FOLDER + "/kinds.yaml");
    if (kinds == null) {
      throw new IllegalStateException(FOLDER + " is not on the class path; build again");
    }
    try {
      URI uri = kinds.toURI();
      if (uri.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
          copy(jar.getPath(FOLDER), to);
        }
      } else {
        copy(Path.of(uri).resolveSibling(""), to);
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path is made of addresses", e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.resolveSibling(""));
      Files.copy(file, target);
    }
  }
}
