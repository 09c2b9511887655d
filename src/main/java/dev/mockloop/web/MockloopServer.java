package dev.mockloop.web;

import dev.mockloop.live.Workshop;
import dev.mockloop.metrics.Metrics;
import dev.mockloop.store.FolderStore;
import dev.mockloop.store.Store;
import dev.mockloop.web.guard.Guard;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson3;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server. */
public final class MockloopServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MockloopServer.class);

  /** How long requests that run may take when the server is told to stop. */
  private static final Duration LAST_REQUESTS = Duration.ofSeconds(20);

  private final Javalin app;
  private final Address address;
  private final Workshop workshop;
  private final Operations operations;
  private final LiveUpdates updates;
  private final Health health;
  private final Optional<MetricsServer> metrics;

  private MockloopServer(
      Address address, Workshop workshop, Operations operations, Optional<Metrics> measured) {
    this.address = address;
    this.workshop = workshop;
    this.operations = operations;
    this.updates = new LiveUpdates(workshop);
    this.health = new Health(workshop);
    Guard guard = operations.guard().orElseGet(() -> Guard.listeningOn(address.host()));
    this.app =
        Javalin.create(
            config -> {
              new RequestLog(measured).register(config);
              health.register(config);
              configure(config, guard, address, workshop, updates);
            });
    app.start(address.port());
    measured.ifPresent(this::watch);
    this.metrics =
        measured.map(m -> new MetricsServer(operations.metrics().orElseThrow(), m, health));
  }

  /** Starts over two folders; broken rubric files and torn transcripts are told in the log. */
  public static MockloopServer start(Address address, Path rubrics, Path transcripts, Clock clock) {
    return start(
        address, rubrics, FolderStore.open(transcripts), transcripts, clock, Operations.NONE);
  }

  /** The same with a guard of one's own, such as for a server behind a proxy. */
  static MockloopServer start(
      Address address, Guard guard, Path rubrics, Path transcripts, Clock clock) {
    return start(
        address,
        rubrics,
        FolderStore.open(transcripts),
        transcripts,
        clock,
        Operations.NONE.behind(guard));
  }

  /**
   * Starts over any store, which it closes when it is closed.
   *
   * @param data where sets of rated answers of one's own may lie, in {@code rated}
   * @throws RuntimeException when the rubrics cannot be read or the port is taken
   */
  public static MockloopServer start(
      Address address, Path rubrics, Store store, Path data, Clock clock, Operations operations) {
    Optional<Metrics> metrics = operations.metrics().map(a -> new Metrics(Version.TEXT));
    Store measured = metrics.map(m -> m.measured(store)).orElse(store);
    Workshop workshop = Workshop.open(rubrics, measured, data, clock);
    workshop.everything().repairs().forEach(r -> LOG.warn("{}", r.what()));
    MockloopServer server = new MockloopServer(address, workshop, operations, metrics);
    try {
      workshop.content().problems().forEach(p -> LOG.warn("left out: {}", p));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
    Thread.ofPlatform().daemon().name("warm-up").start(server::warmUp);
    return server;
  }

  static MockloopServer start(Address address, Workshop workshop) {
    return new MockloopServer(address, workshop, Operations.NONE, Optional.empty());
  }

  private void warmUp() {
    try {
      workshop.warmUp();
    } catch (RuntimeException e) {
      health.modelsFailed(String.valueOf(e.getMessage()));
    }
  }

  private void watch(Metrics measured) {
    measured.gauge(
        "mockloop_sessions_open",
        "Sessions in memory that are not over.",
        workshop.sessions()::open);
    measured.gauge(
        "mockloop_scoring_waiting", "Answers that wait to be scored.", workshop.workers()::waiting);
    measured.gauge(
        "mockloop_live_watchers", "Pages that are told of changes as they come.", updates::count);
  }

  /** The address of the start page. */
  public String url() {
    String host = address.host().equals("0.0.0.0") ? "localhost" : address.host();
    return "http://" + host + ":" + app.port() + "/";
  }

  /** Where metrics are served; empty for nowhere. */
  public Optional<Integer> metricsPort() {
    return metrics.map(MetricsServer::port);
  }

  /**
   * Says that it is not ready, sends watchers away, lets requests that run come to their end, and
   * closes the store.
   */
  @Override
  public void close() {
    health.stop();
    drain();
    updates.close();
    app.stop();
    workshop.close();
    metrics.ifPresent(MetricsServer::close);
  }

  private void drain() {
    try {
      Thread.sleep(operations.drain());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Requests that run are finished before it stops; those that come then are refused with 503. */
  private static void endGently(Server server) {
    server.setStopTimeout(LAST_REQUESTS.toMillis());
    server.setHandler(new GracefulHandler());
  }

  private static void configure(
      JavalinConfig config, Guard guard, Address address, Workshop workshop, LiveUpdates updates) {
    config.concurrency.useVirtualThreads = true;
    config.jetty.modifyServer(MockloopServer::endGently);
    config.startup.showJavalinBanner = false;
    config.jetty.host = address.host();
    config.http.prefer405over404 = true;
    config.jsonMapper(new JavalinJackson3());
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/static";
          files.directory = "/public";
          files.location = Location.CLASSPATH;
        });
    new Webjar("chart.js").serve(config);
    new Webjar("mermaid").serve(config);
    new Webjar("ace-builds").serve(config);
    guard.register(config);
    Templates templates = new Templates();
    SessionApi sessions = new SessionApi(workshop);
    new Problems(templates).register(config);
    new CatalogueApi(workshop).register(config);
    sessions.register(config);
    updates.register(config);
    new StartPages(workshop, sessions, templates).register(config);
    new RunPages(workshop, sessions, templates).register(config);
    new ReviewPages(workshop, sessions, templates).register(config);
    new StoryApi(workshop).register(config);
    new StoryPages(workshop, templates).register(config);
    new CalibrateApi(workshop).register(config);
    new CalibratePages(workshop, sessions, templates).register(config);
    RubricApi rubrics = new RubricApi(workshop);
    rubrics.register(config);
    new RubricPages(workshop, rubrics, templates).register(config);
    new WorkbenchApi(workshop).register(config);
    new WorkbenchPages(workshop, templates).register(config);
    RescoreApi rescoring = new RescoreApi(workshop, sessions);
    rescoring.register(config);
    new RescorePages(workshop, sessions, rescoring, templates).register(config);
    new AgreementPages(workshop.rating()::ratings, workshop.workers().patient(), templates)
        .register(config);
    new Preview(templates).register(config);
    new ApiPages(templates).register(config);
  }
}
