package dev.mockloop.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LateTest {

  @Test
  void nothingIsMadeBeforeItIsNeeded() {
    AtomicInteger made = new AtomicInteger();
    Late<Integer> late = new Late<>(made::incrementAndGet);
    assertThat(made).hasValue(0);
    assertThat(late.ready()).isFalse();
    assertThat(late.get()).isEqualTo(1);
    assertThat(late.get()).isEqualTo(1);
    assertThat(late.ready()).isTrue();
  }

  @Test
  void manyWhoAskAtOnceGetTheSame() throws Exception {
    AtomicInteger made = new AtomicInteger();
    CountDownLatch begin = new CountDownLatch(1);
    Late<Integer> late =
        new Late<>(
            () -> {
              begin.await();
              return made.incrementAndGet();
            });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> asked = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        asked.add(threads.submit(late::get));
      }
      begin.countDown();
      for (Future<Integer> one : asked) {
        assertThat(one.get()).isEqualTo(1);
      }
    }
    assertThat(made).hasValue(1);
  }

  @Test
  void whatWasBegunAheadIsWaitedFor() {
    Late<String> late = new Late<>(() -> "there").soon("test");
    assertThat(late.get()).isEqualTo("there");
  }

  @Test
  void everybodyIsToldOfAFailureInItsOwnWords() {
    Late<String> late =
        new Late<>(
            () -> {
              throw new IllegalStateException("the model x is not there");
            });
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(late::get)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the model x is not there");
    }
    assertThat(late.ready()).isFalse();
  }
}
