package dev.mockloop.web;

import dev.mockloop.entry.Sweeper;
import dev.mockloop.live.Workshop;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson3;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server. */
public final class MockloopServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MockloopServer.class);

  private static final long LARGEST_BODY = 1_000_000;

  private final Javalin app;
  private final Address address;
  private final Workshop workshop;
  private final Optional<Sweeper> sweeper;

  private MockloopServer(
      Javalin app, Address address, Workshop workshop, Optional<Sweeper> sweeper) {
    this.sweeper = sweeper;
    this.app = app;
    this.address = address;
    this.workshop = workshop;
  }

  /** Starts over two folders, for one user. */
  public static MockloopServer start(Address address, Path rubrics, Path transcripts, Clock clock) {
    return start(address, Workshop.open(rubrics, transcripts, clock));
  }

  static MockloopServer start(Address address, Workshop workshop) {
    return start(address, workshop, Optional.empty());
  }

  /**
   * Starts over a workshop, which is closed with the server; broken rubric files and torn
   * transcripts are told in the log.
   *
   * @param team where people sign in; without it everybody who reaches the server may do everything
   */
  public static MockloopServer start(Address address, Workshop workshop, Optional<TeamMode> team) {
    workshop.content().problems().forEach(p -> LOG.warn("left out: {}", p));
    workshop.everything().repairs().forEach(r -> LOG.warn("{}", r.what()));
    Javalin app = Javalin.create(config -> configure(config, address, workshop, team));
    app.start(address.port());
    return new MockloopServer(
        app, address, workshop, team.map(TeamMode::reception).map(Sweeper::new));
  }

  /** Every address that is served, as method and path; for the test of the table of rights. */
  List<String> routes() {
    return app.unsafe.internalRouter.allHttpHandlers().stream()
        .map(h -> h.endpoint)
        .filter(e -> e.method.isHttpMethod())
        .map(e -> e.method.name() + " " + e.path)
        .toList();
  }

  /** The address of the start page. */
  public String url() {
    String host = address.host().equals("0.0.0.0") ? "localhost" : address.host();
    return "http://" + host + ":" + app.port() + "/";
  }

  @Override
  public void close() {
    app.stop();
    sweeper.ifPresent(Sweeper::close);
    workshop.close();
  }

  private static void configure(
      JavalinConfig config, Address address, Workshop workshop, Optional<TeamMode> team) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.jetty.host = address.host();
    config.http.maxRequestSize = LARGEST_BODY;
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
    config.routes.before(
        ctx ->
            ctx.header(
                    "Content-Security-Policy",
                    "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin"));
    Templates templates = new Templates();
    SessionApi sessions = new SessionApi(workshop);
    Problems problems = new Problems(templates);
    problems.register(config);
    team.ifPresent(mode -> enter(config, mode, workshop, problems, templates));
    new CatalogueApi(workshop).register(config);
    sessions.register(config);
    new LiveUpdates(workshop).register(config);
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

  private static void enter(
      JavalinConfig config,
      TeamMode mode,
      Workshop workshop,
      Problems problems,
      Templates templates) {
    TeamCookies cookies = new TeamCookies(mode.secure());
    new Gate(mode, workshop, cookies, problems, templates).register(config);
    new SignInPages(mode, cookies, templates).register(config);
    new InvitePages(workshop, mode, cookies, templates).register(config);
    new AdminPages(workshop, mode, templates).register(config);
    new TeamApi(workshop, mode, cookies).register(config);
  }
}
