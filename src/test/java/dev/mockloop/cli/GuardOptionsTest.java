package dev.mockloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardOptionsTest {

  @ParameterizedTest
  @CsvSource({
    "--allow-host=http://mock.example/, a host is a name such as mock.example",
    "--allow-host=, a host is a name such as mock.example",
    "--trusted-proxy=proxy.example, a proxy is an address such as 10.0.0.7",
    "--trusted-proxy=10.0.0.0/99, a proxy is an address such as 10.0.0.7"
  })
  void anOptionThatMakesNoSenseIsWrongUsageAndNothingIsStarted(String option, String says) {
    StringWriter err = new StringWriter();
    int code =
        Mockloop.commandLine().setErr(new PrintWriter(err)).execute("serve", "--port=0", option);
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains(says);
  }
}
