package dev.mockloop.web.guard;

import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.SizeLimitHandler;

/**
 * What one connection, and all together, may take up.
 *
 * @param bodyBytes of one request
 * @param headerBytes of one request, its first line included
 * @param idle how long a connection may stay silent
 * @param bytesPerSecond the slowest that a body may come; whoever sends more slowly holds a thread
 *     on purpose (slowloris)
 * @param most how many connections are open at once; more wait to be accepted
 */
record Connections(int bodyBytes, int headerBytes, Duration idle, long bytesPerSecond, int most) {

  /**
   * A text of 200,000 characters in a form takes up to 1.8 MB; browsers send headers of up to 8 kB;
   * an office of ten thousand keeps one connection each.
   */
  static final Connections USUAL =
      new Connections(2_000_000, 16_384, Duration.ofSeconds(30), 500, 20_000);

  /** A request larger than a table of ratings is never kept in a file. */
  private static final int MEGABYTES_IN_MEMORY = 4;

  void register(JavalinConfig config, PlainErrors errors) {
    config.http.maxRequestSize = bodyBytes;
    config.jetty.multipartConfig.maxFileSize(bodyBytes, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(bodyBytes, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxInMemoryFileSize(MEGABYTES_IN_MEMORY, SizeUnit.MB);
    config.jetty.modifyHttpConfiguration(this::limit);
    config.jetty.modifyServer(server -> limit(server, errors));
    config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(errors));
  }

  private void limit(HttpConfiguration http) {
    http.setIdleTimeout(idle.toMillis());
    http.setRequestHeaderSize(headerBytes);
    http.setMinRequestDataRate(bytesPerSecond);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
  }

  private void limit(Server server, PlainErrors errors) {
    server.setErrorHandler(errors);
    server.addBean(new NetworkConnectionLimit(most, server));
    server.setHandler(new SizeLimitHandler(bodyBytes, -1));
  }
}
