package dev.mockloop.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * A library for the browser that comes as a jar, served from here so that no page asks another
 * host.
 *
 * @param name its name on npm
 */
record Webjar(String name) {

  /** Serves its files under {@code /static/lib/<name>}. */
  void serve(JavalinConfig config) {
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/static/lib/" + name;
          files.directory = "/META-INF/resources/webjars/" + name + "/" + version();
          files.location = Location.CLASSPATH;
        });
  }

  /** One of its files, to be put into a page that must need nothing beside it. */
  String text(String path) {
    String file = "/META-INF/resources/webjars/" + name + "/" + version() + "/" + path;
    try (InputStream in = Webjar.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path; build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The release, which is part of its paths; pom.xml alone says which one it is. */
  private String version() {
    String file = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
    try (InputStream in = Webjar.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path; build again");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
