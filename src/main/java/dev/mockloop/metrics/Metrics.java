package dev.mockloop.metrics;

import dev.mockloop.store.Store;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * The counters of one server, with those of its JVM. Names and units follow the practice of
 * Prometheus: seconds and bytes, counters end in {@code _total}. Safe for many threads.
 */
public final class Metrics {
  /** How it is sent: the text format of Prometheus, version 0.0.4. */
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  /** In seconds; closest around a tenth of a second, which a draft should never take. */
  private static final double[] BOUNDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Histogram requests =
      Histogram.builder()
          .name("mockloop_http_request_seconds")
          .help("Time from the first handler to the end of the reply, by route and not by address.")
          .labelNames("method", "route", "status")
          .classicOnly()
          .classicUpperBounds(BOUNDS)
          .withoutExemplars()
          .register(registry);
  private final Counter drafts =
      Counter.builder()
          .name("mockloop_drafts_acknowledged_total")
          .help("Drafts that were durable before they were acknowledged.")
          .withoutExemplars()
          .register(registry);
  private final Histogram writes =
      Histogram.builder()
          .name("mockloop_store_write_seconds")
          .help("Time until what was written is durable: waiting, writing and forcing.")
          .labelNames("operation", "outcome")
          .classicOnly()
          .classicUpperBounds(BOUNDS)
          .withoutExemplars()
          .register(registry);

  /**
   * Counters that all stand at 0.
   *
   * @param version of Mockloop
   */
  public Metrics(String version) {
    Info info =
        Info.builder()
            .name("mockloop_build_info")
            .help("Which Mockloop this is.")
            .labelNames("version")
            .register(registry);
    info.setLabelValues(version);
    JvmMetrics.builder().register(registry);
  }

  /**
   * Notes a request that was answered.
   *
   * @param route the pattern, such as {@code /sessions/{id}}
   */
  public void request(String method, String route, int status, Duration took) {
    requests.labelValues(method, route, String.valueOf(status)).observe(seconds(took));
  }

  /** Notes a draft that was acknowledged. */
  public void draftAcknowledged() {
    drafts.inc();
  }

  /** Notes a write to the store. */
  void write(String operation, boolean kept, Duration took) {
    writes.labelValues(operation, kept ? "kept" : "refused").observe(seconds(took));
  }

  /** Adds a number that is looked up whenever it is asked for. */
  public void gauge(String name, String help, IntSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsInt()))
        .register(registry);
  }

  /** The same store, whose writes are measured from now on. */
  public Store measured(Store store) {
    return new MeasuredStore(store, this);
  }

  /** All of it as Prometheus reads it. */
  public String text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create()
          .write(out, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static double seconds(Duration took) {
    return took.toNanos() / 1e9;
  }
}
