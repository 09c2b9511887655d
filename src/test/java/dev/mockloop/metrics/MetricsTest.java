package dev.mockloop.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockloop.store.ConflictException;
import dev.mockloop.store.FolderStore;
import dev.mockloop.store.Name;
import dev.mockloop.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
  @TempDir private Path folder;
  private final Metrics metrics = new Metrics("1.2.3");

  @Test
  void requestsAreCountedAndMeasuredByRoute() {
    metrics.request("GET", "/sessions/{id}", 200, Duration.ofMillis(30));
    metrics.request("GET", "/sessions/{id}", 200, Duration.ofMillis(300));
    metrics.request("GET", "/sessions/{id}", 404, Duration.ofMillis(1));
    String labels = "{method=\"GET\",route=\"/sessions/{id}\",status=\"200\"";
    assertThat(metrics.text().lines())
        .contains(
            "mockloop_http_request_seconds_count" + labels + "} 2",
            "mockloop_http_request_seconds_bucket" + labels + ",le=\"0.05\"} 1",
            "mockloop_http_request_seconds_bucket" + labels + ",le=\"0.5\"} 2");
  }

  @Test
  void whatIsWrittenToTheStoreIsMeasuredAndWhatIsRefusedIsToldApart() {
    try (Store store = metrics.measured(FolderStore.open(folder))) {
      Name events = Name.in("a", "events");
      store.append(events, 0, List.of("{}"));
      store.put(Name.in("a", "card.json"), "{}");
      assertThatThrownBy(() -> store.append(events, 0, List.of("{}")))
          .isInstanceOf(ConflictException.class);
      assertThat(store.lines(events, 0)).containsExactly("{}");
    }
    assertThat(metrics.text().lines())
        .contains(
            "mockloop_store_write_seconds_count{operation=\"append\",outcome=\"kept\"} 1",
            "mockloop_store_write_seconds_count{operation=\"append\",outcome=\"refused\"} 1",
            "mockloop_store_write_seconds_count{operation=\"put\",outcome=\"kept\"} 1");
  }

  @Test
  void numbersOfOthersAreLookedUpWhenTheyAreAskedFor() {
    int[] watchers = {3};
    metrics.gauge("mockloop_live_watchers", "Pages.", () -> watchers[0]);
    assertThat(metrics.text().lines()).contains("mockloop_live_watchers 3.0");
    watchers[0] = 0;
    assertThat(metrics.text().lines()).contains("mockloop_live_watchers 0.0");
  }

  @Test
  void theVersionAndTheJvmAreThere() {
    metrics.draftAcknowledged();
    assertThat(metrics.text())
        .contains("mockloop_build_info{version=\"1.2.3\"} 1")
        .contains("mockloop_drafts_acknowledged_total 1.0")
        .contains("jvm_memory_used_bytes{area=\"heap\"}")
        .contains("jvm_gc_collection_seconds_count")
        .contains("jvm_threads_current");
  }
}
