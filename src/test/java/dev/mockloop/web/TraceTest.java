package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceTest {
  @Test
  void aTraceSaysWhereAndWhyButNotWhatWasTyped() {
    Throwable thrown =
        new IllegalStateException(
            "an answer", new IllegalArgumentException("a line is one line, got: an answer"));
    String trace = Trace.of(thrown);
    assertThat(trace)
        .startsWith("java.lang.IllegalStateException\n")
        .contains("caused by java.lang.IllegalArgumentException\n")
        .contains("at dev.mockloop.web.TraceTest.aTraceSaysWhereAndWhyButNotWhatWasTyped(")
        .doesNotContain("answer");
  }
}
