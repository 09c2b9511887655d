package dev.mockloop.bench;

import io.javalin.Javalin;
import java.util.concurrent.CountDownLatch;

/** What Javalin costs by itself: it says hello, and throws drafts away. */
public final class BareServer {
  private BareServer() {}

  public static void main(String[] args) throws InterruptedException {
    Javalin app =
        Javalin.create(
                config -> {
                  config.concurrency.useVirtualThreads = true;
                  config.startup.showJavalinBanner = false;
                  config.jetty.host = "127.0.0.1";
                  config.routes.get("/", ctx -> ctx.result("hello"));
                  config.routes.put(
                      "/api/sessions/{id}/drafts/{place}/{number}",
                      ctx -> ctx.result(String.valueOf(ctx.bodyAsBytes().length)));
                })
            .start(0);
    System.out.println("http://127.0.0.1:" + app.port() + "/");
    System.out.flush();
    new CountDownLatch(1).await();
  }
}
