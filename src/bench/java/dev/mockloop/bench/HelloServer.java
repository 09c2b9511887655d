package dev.mockloop.bench;

import io.javalin.Javalin;

/** The least that a server of the same make can be: one page of one line. */
public final class HelloServer {
  private HelloServer() {}

  public static void main(String[] args) {
    if (args[0].equals("train")) {
      train();
      return;
    }
    serve(Integer.parseInt(args[0]));
  }

  private static Javalin serve(int port) {
    return Javalin.create(
            config -> {
              config.concurrency.useVirtualThreads = true;
              config.startup.showJavalinBanner = false;
              config.jetty.host = "127.0.0.1";
              config.routes.get("/", ctx -> ctx.html("hello"));
            })
        .start(port);
  }

  /** The run that its ahead-of-time cache is made from. */
  private static void train() {
    Javalin app = serve(0);
    try (var client = java.net.http.HttpClient.newHttpClient()) {
      client.send(
          java.net.http.HttpRequest.newBuilder(
                  java.net.URI.create("http://127.0.0.1:" + app.port() + "/"))
              .build(),
          java.net.http.HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    System.exit(0);
  }
}
