package dev.mockloop.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** HTTP/1.1 as bytes on a socket, so that a test can send what no client would. */
final class Wire {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};
  private final int port;

  Wire(int port) {
    this.port = port;
  }

  /** A reply. Header names are in lower case. */
  record Reply(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /** A request with more headers than the host, such as {@code "Origin: null"}. */
  Reply send(String method, String target, String body, String... headers) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(method + " " + target + " HTTP/1.1");
    if (List.of(headers).stream().noneMatch(h -> h.startsWith("Host:"))) {
      lines.add("Host: 127.0.0.1:" + port);
    }
    lines.add("Connection: close");
    lines.addAll(List.of(headers));
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    if (content.length > 0) {
      lines.add("Content-Length: " + content.length);
    }
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(
        (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(content);
    return sendRaw(request.toByteArray());
  }

  /** Whatever bytes; fails when the server says nothing within a minute. */
  Reply sendRaw(byte[] request) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), (int) LONGEST_WAIT.toMillis());
      socket.setSoTimeout((int) LONGEST_WAIT.toMillis());
      try {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
      } catch (IOException e) {
        // a server may refuse, answer and hang up before all is sent
      }
      return read(socket.getInputStream());
    }
  }

  private static Reply read(InputStream in) throws IOException {
    byte[] all = upToItsEnd(in);
    int head = indexOf(all, BLANK_LINE);
    if (head < 0) {
      return new Reply(0, Map.of(), new String(all, StandardCharsets.UTF_8));
    }
    String[] lines = new String(all, 0, head, StandardCharsets.ISO_8859_1).split("\r\n");
    Map<String, String> headers = new LinkedHashMap<>();
    for (int n = 1; n < lines.length; n++) {
      String[] parts = lines[n].split(": ?", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts.length > 1 ? parts[1] : "");
    }
    int body = head + BLANK_LINE.length;
    return new Reply(
        Integer.parseInt(lines[0].split(" ")[1]),
        headers,
        new String(all, body, all.length - body, StandardCharsets.UTF_8));
  }

  private static byte[] upToItsEnd(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        all.write(buffer, 0, n);
      }
    } catch (java.net.SocketException e) {
      // hung up while we were still sending: what came before it counts
    }
    return all.toByteArray();
  }

  private static int indexOf(byte[] all, byte[] part) {
    for (int at = 0; at + part.length <= all.length; at++) {
      if (java.util.Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    return -1;
  }
}
