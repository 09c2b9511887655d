package dev.mockloop.web;

import dev.mockloop.fuzz.Mutants;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests for every route that the server has, good and bad: addresses and examples come from the
 * OpenAPI document, pages and their fields from the sources.
 */
final class Requests {
  private static final Pattern ROUTE =
      Pattern.compile("routes\\.(get|post|put|patch|delete|sse)\\(\\s*\"(/[^\"]*)\"");
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
  private static final Pattern FIELD = Pattern.compile("name=\"([a-zA-Z-]{1,30})\"");
  private static final List<String> HOSTILE =
      List.of(
          "..",
          "../..",
          "..%2f..%2fetc%2fpasswd",
          "%2e%2e%2f%2e%2e%2f",
          "..%5c..%5c",
          "%00",
          "a%00b",
          "%0d%0aX-Injected:%20yes",
          "CON",
          "nul",
          "aux.txt",
          "com1",
          "a:b",
          "~root",
          "%ff%fe",
          "%c0%ae%c0%ae%2f",
          "%e2%80%ae",
          "%f0%9f%9a%80",
          "a".repeat(300),
          "a-".repeat(3_000) + "a",
          "-1",
          "0",
          "99999999999999999999",
          "1e9",
          "NaN",
          "$%7bjndi:ldap://127.0.0.1:1/a%7d",
          "%3Cscript%3E",
          "'%20OR%201=1--",
          "*",
          "sample-staff-chen",
          "events",
          "ratings",
          ".git");
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json; charset=utf-16",
          "text/csv",
          "text/plain",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=b",
          "multipart/form-data",
          "application/xml",
          "*/*",
          ";;;",
          "application/json;charset=nonsense");
  private static final List<String> ODD_HEADERS =
      List.of(
          "Cookie: rater=%ff%fe; rater=\u0001",
          "Cookie: ;;;=;=",
          "Cookie: rater=" + "%41".repeat(500),
          "Accept: text/html",
          "Accept: application/xml;q=x",
          "Accept-Encoding: br;q=9, *;q=-1",
          "Range: bytes=9999999999-1",
          "Range: bytes=0-0,1-1,2-2",
          "If-Modified-Since: yesterday",
          "If-None-Match: W/\"*\"",
          "Content-Encoding: gzip",
          "X-Forwarded-For: ' OR 1",
          "X-HTTP-Method-Override: DELETE",
          "Accept-Language: ../../x",
          "Upgrade: websocket",
          "Origin: null",
          "Sec-Fetch-Site: cross-site",
          "Last-Event-ID: -1",
          "Forwarded: for=_x");
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW");

  /** A route, with an example of a body where the document has one. */
  record Route(String method, String path, String example) {}

  private final List<Route> routes;
  private final List<String> fields;
  private final RandomGenerator random;
  private final Mutants mutants;

  private Requests(List<Route> routes, List<String> fields, RandomGenerator random) {
    this.routes = routes;
    this.fields = fields;
    this.random = random;
    this.mutants = new Mutants(random);
  }

  static Requests forEveryRoute(RandomGenerator random) throws IOException {
    Map<String, Route> routes = new LinkedHashMap<>();
    for (String source : texts(Path.of("src/main/java/dev/mockloop/web"))) {
      Matcher matcher = ROUTE.matcher(source);
      while (matcher.find()) {
        String method = matcher.group(1).equals("sse") ? "GET" : matcher.group(1).toUpperCase();
        routes.put(method + matcher.group(2), new Route(method, matcher.group(2), ""));
      }
    }
    for (Operation operation : ApiDocument.operations()) {
      routes.put(
          operation.method() + operation.path(),
          new Route(operation.method(), operation.path(), operation.example()));
    }
    TreeSet<String> fields = new TreeSet<>();
    for (String template : texts(Path.of("src/main/jte"))) {
      FIELD.matcher(template).results().forEach(r -> fields.add(r.group(1)));
    }
    return new Requests(List.copyOf(routes.values()), List.copyOf(fields), random);
  }

  private static List<String> texts(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  List<Route> routes() {
    return routes;
  }

  Route pick() {
    return mutants.pick(routes);
  }

  /**
   * The bytes of a request to a route.
   *
   * @param known good values by the name of a parameter
   */
  byte[] to(Route route, Map<String, String> known, int port) {
    boolean write = !route.method.equals("GET");
    String method = random.nextInt(12) == 0 ? mutants.pick(METHODS) : route.method;
    StringBuilder head =
        new StringBuilder(method).append(' ').append(target(route.path, known)).append(" HTTP/1.1");
    head.append("\r\nHost: 127.0.0.1:").append(port).append("\r\nConnection: close\r\n");
    if (random.nextInt(4) == 0) {
      head.append(mutants.pick(ODD_HEADERS)).append("\r\n");
    }
    byte[] body = write || random.nextInt(20) == 0 ? body(route) : new byte[0];
    if (body.length > 0) {
      head.append("Content-Type: ").append(type(route)).append("\r\n");
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private String target(String path, Map<String, String> known) {
    String filled =
        PARAMETER
            .matcher(path)
            .replaceAll(
                r ->
                    Matcher.quoteReplacement(
                        random.nextInt(6) == 0
                            ? mutants.pick(HOSTILE)
                            : known.getOrDefault(r.group(1), "x")));
    if (random.nextInt(4) > 0) {
      return filled;
    }
    List<String> names =
        List.of(
            "q",
            "rater",
            "machine",
            "from",
            "to",
            "a",
            "b",
            "candidate",
            "criterion",
            "pair",
            "title");
    String value =
        random.nextBoolean() ? mutants.pick(HOSTILE) : encoded(mutants.of(List.of("keys", "Ana")));
    return filled
        + "?"
        + mutants.pick(names)
        + "="
        + value.substring(0, Math.min(4_000, value.length()));
  }

  private String type(Route route) {
    if (random.nextInt(10) == 0) {
      return mutants.pick(TYPES);
    }
    if (!route.path.startsWith("/api/")) {
      return "application/x-www-form-urlencoded";
    }
    return route.path.endsWith(".csv") ? "text/csv" : "application/json";
  }

  private byte[] body(Route route) {
    String good = route.example.isEmpty() ? form() : route.example;
    String text =
        switch (random.nextInt(5)) {
          case 0 -> good;
          case 1 -> mutants.of(List.of(good, "{\"text\":\"a\"}", "[]", "a=b&c=d"));
          default -> route.example.isEmpty() ? form() : changedField(good);
        };
    return text.getBytes(
        random.nextInt(15) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
  }

  private String form() {
    StringBuilder form = new StringBuilder();
    for (int n = random.nextInt(6); n >= 0; n--) {
      form.append(form.isEmpty() ? "" : "&")
          .append(mutants.pick(fields))
          .append('=')
          .append(
              encoded(mutants.of(List.of("3", "Ana", "mock", "design/rate-limiter", "id: x\n"))));
    }
    return form.toString();
  }

  private String changedField(String json) {
    if (!(JsonMapper.shared().readTree(json) instanceof ObjectNode object) || object.isEmpty()) {
      return json;
    }
    String field = mutants.pick(List.copyOf(object.propertyNames()));
    object.set(field, oddValue(object.path(field)));
    return object.toString();
  }

  private JsonNode oddValue(JsonNode good) {
    JsonMapper json = JsonMapper.shared();
    return switch (random.nextInt(9)) {
      case 0 -> json.nullNode();
      case 1 -> json.readTree("-1");
      case 2 -> json.readTree("1e300");
      case 3 -> json.readTree("123456789012345678901234567890");
      case 4 -> json.readTree("[".repeat(200) + "]".repeat(200));
      case 5 -> json.readTree("{\"a\":{\"b\":[null,true,{}]}}");
      case 6 -> json.valueToTree("x".repeat(210_000));
      case 7 -> json.valueToTree(List.of("", "a\u0000b", "\ud83d"));
      default -> json.valueToTree(mutants.of(List.of(good.asString("a"), "design/rate-limiter")));
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
