package dev.mockloop.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockloop.scoring.Turns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private final Workers workers = new Workers(1);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void stop() {
    gate.countDown();
    callers.shutdownNow();
    workers.close();
  }

  /** Keeps the one thread busy until the gate is opened. */
  private void occupy() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    callers.submit(
        () ->
            workers
                .patient()
                .take(
                    () -> {
                      begun.countDown();
                      await(gate);
                      return 0;
                    }));
    begun.await();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Future<?> send(Turns turns, Runnable work) throws InterruptedException {
    int before = workers.waiting();
    Future<?> sent =
        callers.submit(
            () ->
                turns.take(
                    () -> {
                      work.run();
                      return 0;
                    }));
    while (workers.waiting() == before && !sent.isDone()) {
      Thread.onSpinWait();
    }
    return sent;
  }

  @Test
  void urgentWorkGoesFirstAndEachKindInTheOrderItCame() throws Exception {
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    occupy();
    List<Future<?>> all = new ArrayList<>();
    all.add(send(workers.patient(), () -> done.add("report 1")));
    all.add(send(workers.patient(), () -> done.add("report 2")));
    all.add(send(workers.urgent(), () -> done.add("probe 1")));
    all.add(send(workers.urgent(), () -> done.add("probe 2")));
    assertThat(workers.waiting()).isEqualTo(4);
    gate.countDown();
    for (Future<?> one : all) {
      one.get();
    }
    assertThat(done).containsExactly("probe 1", "probe 2", "report 1", "report 2");
  }

  @Test
  void whatComesWhenTheQueueIsFullIsRefusedAndUrgentWorkIsStillTaken() throws Exception {
    occupy();
    List<Future<?>> sent = new ArrayList<>();
    for (int i = 0; i < 999; i++) {
      sent.add(send(workers.patient(), () -> {}));
    }
    assertThatThrownBy(() -> workers.patient().take(() -> 1))
        .isInstanceOf(BusyException.class)
        .hasMessageContaining("what was saved is safe");
    Future<?> urgent = send(workers.urgent(), () -> {});
    gate.countDown();
    urgent.get();
    for (Future<?> one : sent) {
      one.get();
    }
    assertThat(workers.patient().<Integer>take(() -> 7)).isEqualTo(7);
  }

  @Test
  void workThatAsksForATurnOfItsOwnHasIt() {
    assertThat(workers.patient().<Integer>take(() -> workers.urgent().take(() -> 3))).isEqualTo(3);
  }

  @Test
  void whatGoesWrongInTheWorkGoesWrongForTheCaller() {
    assertThatThrownBy(
            () ->
                workers
                    .urgent()
                    .take(
                        () -> {
                          throw new IllegalArgumentException("no such question");
                        }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such question");
  }

  @Test
  void aServerThatStopsLetsNobodyWaitForEver() throws Exception {
    occupy();
    Future<?> waiting = send(workers.urgent(), () -> {});
    workers.close();
    assertThatThrownBy(() -> workers.urgent().take(() -> 1)).isInstanceOf(BusyException.class);
    assertThatThrownBy(waiting::get).hasCauseInstanceOf(BusyException.class);
  }
}
