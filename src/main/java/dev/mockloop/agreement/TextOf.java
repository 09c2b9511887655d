package dev.mockloop.agreement;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text of unknown make: UTF-8 or UTF-16, with a byte order mark or without. */
final class TextOf {
  private static final int BUFFER = 1 << 16;

  private TextOf() {}

  /** A reader that stops at bytes that are no text, with a {@code CharacterCodingException}. */
  static BufferedReader bytes(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    buffered.mark(4);
    byte[] head = buffered.readNBytes(4);
    buffered.reset();
    Charset charset = charset(head);
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                buffered,
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            BUFFER);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private static Charset charset(byte[] head) {
    int first = head.length > 0 ? head[0] & 0xFF : -1;
    int second = head.length > 1 ? head[1] & 0xFF : -1;
    if (first == 0xFF && second == 0xFE || first > 0 && second == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return first == 0xFE && second == 0xFF || first == 0 && second > 0
        ? StandardCharsets.UTF_16BE
        : StandardCharsets.UTF_8;
  }
}
