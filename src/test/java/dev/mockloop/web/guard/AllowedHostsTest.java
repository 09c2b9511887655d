package dev.mockloop.web.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

  private static boolean allows(AllowedHosts hosts, String header) {
    return Authority.read(header).filter(hosts::allow).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, localhost:7070, true",
    "127.0.0.1, LOCALHOST., true",
    "127.0.0.1, 127.0.0.1:1, true",
    "127.0.0.1, 127.9.9.9, true",
    "127.0.0.1, [::1]:7070, true",
    "127.0.0.1, 192.168.1.5, false",
    "127.0.0.1, evil.example, false",
    "127.0.0.1, localhost.evil.example, false",
    "127.0.0.1, 0x7f.0.0.1, false",
    "127.0.0.1, 0.0.0.0, false",
    "0.0.0.0, 192.168.1.5:7070, true",
    "0.0.0.0, [fe80::1], true",
    "0.0.0.0, evil.example, false",
    "::, 10.0.0.1, true",
    "mock.example, mock.example:443, true",
    "mock.example, sub.mock.example, false",
    "192.168.1.5, 192.168.1.5, true",
    "192.168.1.5, 192.168.1.6, false"
  })
  void aServerAnswersToItsOwnNames(String listening, String called, boolean allowed) {
    assertThat(allows(AllowedHosts.listeningOn(listening), called)).isEqualTo(allowed);
  }

  @Test
  void aPublicAddressAddsItsName() {
    AllowedHosts hosts =
        AllowedHosts.listeningOn("127.0.0.1").and(URI.create("https://Mock.Example:8443/x"));
    assertThat(allows(hosts, "mock.example")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "http://a", "a/b", "a@b", "a:b:c", "a:999999", "<a>"})
  void whatIsNoNameIsRefused(String text) {
    assertThat(Authority.read(text)).isEmpty();
    assertThatThrownBy(() -> AllowedHosts.listeningOn("127.0.0.1").and(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
