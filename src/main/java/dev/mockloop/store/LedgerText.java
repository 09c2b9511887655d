package dev.mockloop.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text of a ledger, or its end. What is behind the last line end, or a last line that is no
 * JSON object, is what a crash leaves behind: it was never acknowledged and does not count.
 *
 * @param lines the sound lines, without their ends
 * @param length how many bytes they take with their ends
 */
record LedgerText(List<String> lines, int length) {

  static LedgerText of(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    int last = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lines.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
        last = start;
        start = i + 1;
      }
    }
    if (!lines.isEmpty() && !isObject(lines.getLast())) {
      lines.removeLast();
      start = last;
    }
    return new LedgerText(lines, start);
  }

  static byte[] bytes(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(l -> text.append(l).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Whether a line is a JSON object. */
  static boolean isObject(String line) {
    try {
      return JsonMapper.shared().readTree(line).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }
}
