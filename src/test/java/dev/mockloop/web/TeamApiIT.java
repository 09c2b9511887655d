package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.team.Account;
import dev.mockloop.team.Assignment;
import dev.mockloop.team.Role;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Team mode over HTTP, against a real server: who may come where. */
class TeamApiIT {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private static Path folder;
  private static TeamServer team;

  @BeforeAll
  static void start() throws Exception {
    team = TeamServer.start(folder);
  }

  @AfterAll
  static void stop() {
    team.close();
  }

  /** Somebody with a cookie jar of their own. */
  private static final class Person {
    private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(jar).build();

    HttpResponse<String> send(String method, String path, Object body, String... headers)
        throws Exception {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(team.url + path))
              .timeout(Duration.ofSeconds(60))
              .method(
                  method,
                  body.equals("")
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(
                          body instanceof String s
                              ? s
                              : path.startsWith("/api/")
                                  ? JSON.writeValueAsString(body)
                                  : "text=x"));
      // with a cookie, whatever changes something says where it comes from
      request.header("Origin", team.url);
      if (headers.length == 0) {
        request.header("Content-Type", typeFor(path));
      } else {
        request.headers(headers);
      }
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String typeFor(String path) {
      if (!path.startsWith("/api/")) {
        return "application/x-www-form-urlencoded";
      }
      return path.endsWith(".csv") ? "text/csv" : "application/json";
    }

    JsonNode ok(String method, String path, Object body) throws Exception {
      HttpResponse<String> response = send(method, path, body);
      assertThat(response.statusCode())
          .as(method + " " + path + ": " + response.body())
          .isBetween(200, 204);
      return response.body().isBlank() ? JSON.nullNode() : JSON.readTree(response.body());
    }

    int status(String method, String path) throws Exception {
      return send(method, path, method.equals("GET") ? "" : Map.of()).statusCode();
    }

    HttpResponse<String> page(String path) throws Exception {
      return send("GET", path, "", "Accept", "text/html");
    }

    HttpResponse<String> form(String path, String fields) throws Exception {
      return send(
          "POST",
          path,
          fields,
          "Accept",
          "text/html",
          "Content-Type",
          "application/x-www-form-urlencoded");
    }

    Optional<HttpCookie> cookie(String name) {
      return jar.getCookieStore().getCookies().stream()
          .filter(c -> c.getName().equals(name))
          .findFirst();
    }
  }

  private Person signedIn(String name) throws Exception {
    Person person = new Person();
    person.ok(
        "POST",
        "/api/team/sign-in",
        Map.of("email", name + "@example.com", "password", TeamServer.PASSWORD));
    return person;
  }

  private record Came(Person person, String session) {}

  private Came candidate(Person admin, String name) throws Exception {
    JsonNode invite =
        admin.ok("POST", "/api/team/invites", Map.of("candidate", name, "loop", "staff-short"));
    String token = invite.path("link").stringValue().replaceFirst(".*/", "");
    Person person = new Person();
    String session =
        person
            .ok("POST", "/api/invites/" + token, Map.of("arrival", "a-browser-of-" + name + "-000"))
            .path("session")
            .stringValue();
    return new Came(person, session);
  }

  private void finish(Came came) throws Exception {
    String at = "/api/sessions/" + came.session;
    JsonNode state = came.person.ok("POST", at + "/start", "");
    for (int step = 0; !state.path("phase").stringValue().equals("finished"); step++) {
      assertThat(step).isLessThan(40);
      if (state.path("phase").stringValue().equals("break")) {
        came.person.send("POST", at + "/next", "");
        state = came.person.ok("GET", at, "");
      } else {
        String place = state.path("place").stringValue();
        String text = "We count requests for each key, because one client must not starve others.";
        came.person.ok("PUT", at + "/drafts/" + place + "/1", Map.of("text", text));
        state = came.person.ok("POST", at + "/answers/" + place, Map.of("text", text));
      }
    }
  }

  @Test
  void everyAddressStandsInTheTableOfRights() {
    List<String> missing = new ArrayList<>();
    for (String route : team.server.routes()) {
      String[] parts = route.split(" ", 2);
      if (Rights.of(parts[0], parts[1]).isEmpty()) {
        missing.add(route);
      }
    }
    assertThat(missing)
        .as("Say in web/Rights who may come here; until then nobody may, in team mode")
        .isEmpty();
    assertThat(team.server.routes()).hasSizeGreaterThan(100);
  }

  @Test
  void aStrangerIsRefusedAtEveryAddressThatIsNotOpen() throws Exception {
    Person stranger = new Person();
    int refused = 0;
    for (String route : team.server.routes()) {
      String[] parts = route.split(" ", 2);
      Rights.Rule rule = Rights.of(parts[0], parts[1]).orElseThrow();
      if (rule.target() != Rights.Target.OPEN) {
        String path = parts[1].replaceAll("\\{[^}]+}", "x");
        assertThat(stranger.status(parts[0], path)).as(route).isEqualTo(401);
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  @Test
  void whatIsNotServedIsNotSaidToBeServed() throws Exception {
    assertThat(new Person().status("GET", "/nothing/here")).isEqualTo(404);
    assertThat(new Person().page("/static/css/mockloop.css").statusCode()).isEqualTo(200);
  }

  @Test
  void aBrowserIsSentToSignInAndBackToThePage() throws Exception {
    Person stranger = new Person();
    HttpResponse<String> sent = stranger.page("/calibrate?x=1");
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(sent.headers().firstValue("Location"))
        .contains("/sign-in?next=%2Fcalibrate%3Fx%3D1");
    HttpResponse<String> in =
        stranger.form(
            "/sign-in",
            "email=ada%40example.com&password=wool+under+the+piano&next=%2Fcalibrate%3Fx%3D1");
    assertThat(in.headers().firstValue("Location")).contains("/calibrate?x=1");
    for (String elsewhere : List.of("//evil.example", "https://evil.example", "/\\evil.example")) {
      HttpResponse<String> again =
          stranger.form(
              "/sign-in",
              "email=ada%40example.com&password=wool+under+the+piano&next="
                  + java.net.URLEncoder.encode(elsewhere, java.nio.charset.StandardCharsets.UTF_8));
      assertThat(again.headers().firstValue("Location")).as(elsewhere).contains("/");
    }
  }

  @Test
  void whatAFormSentIsGivenBackToWhoWasSignedOut() throws Exception {
    HttpResponse<String> response =
        new Person()
            .form(
                "/calibrate/rate/sample-staff-bert/design/notifications",
                "level-overall=4&note=%3Cb%3Ekept");
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body())
        .contains("Nothing is lost")
        .contains("action=\"/calibrate/rate/sample-staff-bert/design/notifications\"")
        .contains("name=\"note\"")
        .contains("&lt;b&gt;kept")
        .doesNotContain("<b>kept");
  }

  @Test
  void aCandidateRunsAWholeLoopThroughTheApiAndReadsTheReport() throws Exception {
    Person ada = signedIn("ada");
    Came cleo = candidate(ada, "Cleo");
    finish(cleo);
    JsonNode report = cleo.person.ok("GET", "/api/sessions/" + cleo.session + "/report", "");
    assertThat(report.toString()).contains("one client must not starve others");
    JsonNode list = cleo.person.ok("GET", "/api/sessions", "");
    assertThat(list).hasSize(1);
    JsonNode me = cleo.person.ok("GET", "/api/team", "");
    assertThat(me.path("role").stringValue()).isEqualTo("candidate");
    assertThat(me.path("session").stringValue()).isEqualTo(cleo.session);
    assertThat(cleo.person.page("/").headers().firstValue("Location"))
        .contains("/sessions/" + cleo.session);
  }

  @Test
  void aCandidateFindsNoSessionButTheirOwn() throws Exception {
    Person ada = signedIn("ada");
    Came cleo = candidate(ada, "Cleo");
    Came drew = candidate(ada, "Drew");
    finish(drew);
    for (String other : List.of(drew.session, "sample-staff-bert", "nothing-here")) {
      for (String route : team.server.routes()) {
        if (route.contains("/sessions/{id}")) {
          String[] parts = route.split(" ", 2);
          String path =
              parts[1]
                  .replace("{id}", other)
                  .replace("{place}", "0.0")
                  .replace("{number}", "1")
                  .replace("{card}", "x");
          HttpResponse<String> response =
              cleo.person.send(parts[0], path, parts[0].equals("GET") ? "" : Map.of("text", "x"));
          assertThat(response.statusCode()).as(route).isEqualTo(404);
          assertThat(response.body()).doesNotContain("Drew", "starve");
        }
      }
    }
    assertThat(cleo.person.ok("GET", "/api/search?q=starve", "")).isEmpty();
    assertThat(cleo.person.page("/transcripts").body()).doesNotContain("Drew", "sample-staff");
    for (String closed :
        List.of(
            "/calibrate",
            "/workbench",
            "/admin",
            "/own",
            "/progress",
            "/api/loops",
            "/api/questions",
            "/api/workbench",
            "/api/team/audit",
            "/api/calibrate/ratings.csv")) {
      assertThat(cleo.person.status("GET", closed)).as(closed).isEqualTo(403);
    }
    assertThat(cleo.person.status("GET", "/stories")).isEqualTo(404);
    assertThat(cleo.person.status("POST", "/api/sessions")).isEqualTo(403);
    assertThat(ada.send("DELETE", "/api/sessions/" + drew.session, "").statusCode()).isEqualTo(204);
    assertThat(drew.person.status("GET", "/api/sessions/" + drew.session)).isEqualTo(404);
  }

  @Test
  void anInterviewerRatesWhatIsAssignedAndReadsItAfterwards() throws Exception {
    Account ines = team.member("Irene", Role.INTERVIEWER);
    Person ada = signedIn("ada");
    Person rater = signedIn("irene");
    String one = "sample-senior-dora";
    assertThat(rater.status("GET", "/api/calibrate/next")).isEqualTo(204);
    assertThat(rater.page("/calibrate").body()).contains("Nothing is assigned to you yet");
    ada.ok("POST", "/api/team/assignments", Map.of("account", ines.id(), "session", one));

    JsonNode next = rater.ok("GET", "/api/calibrate/next", "");
    assertThat(next.path("item").stringValue()).startsWith(one + "/");
    assertThat(next.has("machine")).isFalse();
    HttpResponse<String> early = rater.send("GET", "/api/sessions/" + one + "/report", "");
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("rate-first").doesNotContain("overall");
    assertThat(rater.page("/transcripts").body()).doesNotContain(one);
    assertThat(rater.status("GET", "/api/sessions/sample-staff-bert/report")).isEqualTo(404);
    assertThat(rater.status("GET", "/api/calibrate/items/sample-staff-bert/design/notifications"))
        .isEqualTo(404);

    int rated = 0;
    while (true) {
      HttpResponse<String> task = rater.send("GET", "/api/calibrate/next", "");
      if (task.statusCode() == 204) {
        break;
      }
      JsonNode paper = JSON.readTree(task.body());
      Map<String, Integer> criteria = new java.util.HashMap<>();
      paper.path("criteria").forEach(c -> criteria.put(c.path("id").stringValue(), 3));
      rater.ok(
          "POST",
          "/api/calibrate/items/" + paper.path("item").stringValue() + "/ratings",
          Map.of("rater", "Somebody Else", "overall", 3, "criteria", criteria));
      rated++;
      assertThat(rated).isLessThan(20);
    }
    assertThat(rated).isPositive();
    assertThat(
            rater
                .ok("GET", "/api/calibrate/items/" + next.path("item").stringValue(), "")
                .path("yours")
                .get(0)
                .path("rater")
                .stringValue())
        .isEqualTo("Irene");
    rater.ok("GET", "/api/sessions/" + one + "/report", "");
    assertThat(rater.page("/transcripts").body()).contains(one);
    JsonNode audit = ada.ok("GET", "/api/team/audit?q=Irene", "");
    assertThat(audit.toString()).contains("read a report", "rated an answer", one);

    ada.ok("POST", "/api/team/assignments/remove", Map.of("account", ines.id(), "session", one));
    assertThat(rater.status("GET", "/api/sessions/" + one + "/report")).isEqualTo(404);
  }

  @Test
  void anInterviewerDraftsARubricAndAnAdminSignsIt() throws Exception {
    team.member("Nadia", Role.INTERVIEWER);
    Person ines = signedIn("nadia");
    Person ada = signedIn("ada");
    String at = "/api/workbench/design/rate-limiter";
    String yaml = ines.ok("GET", at, "").path("yaml").stringValue();
    String changed = yaml + "# looked at\n";
    ines.ok("PUT", at + "/draft", Map.of("yaml", changed));
    Map<String, Object> body =
        Map.of("yaml", changed, "base", 1, "author", "Somebody Else", "note", "Looked at.");
    assertThat(ines.send("POST", at + "/publish", body).statusCode()).isEqualTo(403);
    assertThat(ada.ok("POST", at + "/publish", body).path("author").stringValue()).isEqualTo("Ada");
    for (String closed :
        List.of(at + "/analysis", at + "/fit", "/calibrate/agreement", "/calibrate/adjudicate")) {
      assertThat(ines.status("GET", closed)).as(closed).isEqualTo(403);
    }
    assertThat(ines.page("/workbench/design/rate-limiter").body())
        .doesNotContain("sample-", "id=\"what-if\"");
  }

  @Test
  void whatAMemberPractisesIsTheirsAlone() throws Exception {
    team.member("Paula", Role.INTERVIEWER);
    team.member("Theo", Role.INTERVIEWER);
    Person ines = signedIn("paula");
    Person tom = signedIn("theo");
    String session =
        ines.ok("POST", "/api/sessions", Map.of("loop", "staff-short", "mode", "practice"))
            .path("id")
            .stringValue();
    assertThat(ines.status("GET", "/api/sessions/" + session)).isEqualTo(200);
    assertThat(tom.status("GET", "/api/sessions/" + session)).isEqualTo(404);
    assertThat(ines.page("/").body()).contains("/sessions/" + session);
    assertThat(tom.page("/").body()).doesNotContain(session);
  }

  @Test
  void aLinkLooksAheadWithoutBeingUsedAndThenWorksOnce() throws Exception {
    Person ada = signedIn("ada");
    String link =
        ada.ok("POST", "/api/team/invites", Map.of("candidate", "Cleo", "loop", "staff-short"))
            .path("link")
            .stringValue();
    String path = link.substring(team.url.length());
    for (int i = 0; i < 3; i++) {
      assertThat(new Person().page(path).body()).contains("Invite for Cleo", "Ada invites you");
    }
    Person cleo = new Person();
    cleo.page(path);
    HttpResponse<String> first = cleo.form(path, "");
    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(cleo.form(path, "").headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    Person thief = new Person();
    assertThat(thief.page(path).body()).contains("used from another browser");
    HttpResponse<String> refused = thief.form(path, "");
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.body()).contains("used from another browser");
    assertThat(thief.cookie("mockloop")).isEmpty();
    assertThat(new Person().form(path, "").body()).contains("Allow cookies");
  }

  @Test
  void cookiesAreOutOfReachAndANewTokenComesWithEachSignIn() throws Exception {
    Person ada = signedIn("ada");
    HttpCookie first = ada.cookie("mockloop").orElseThrow();
    assertThat(first.isHttpOnly()).isTrue();
    HttpResponse<String> again =
        ada.send(
            "POST",
            "/api/team/sign-in",
            Map.of("email", "ada@example.com", "password", TeamServer.PASSWORD));
    assertThat(again.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Domain");
    HttpCookie second = ada.cookie("mockloop").orElseThrow();
    assertThat(second.getValue()).isNotEqualTo(first.getValue());
    HttpResponse<String> old =
        new Person().send("GET", "/api/team/audit", "", "Cookie", "mockloop=" + first.getValue());
    assertThat(old.statusCode()).isEqualTo(401);
    ada.ok("POST", "/api/team/sign-out", "");
    HttpResponse<String> out =
        new Person().send("GET", "/api/team/audit", "", "Cookie", "mockloop=" + second.getValue());
    assertThat(out.statusCode()).isEqualTo(401);
  }

  @Test
  void whatIsShownToSomebodyIsNotCached() throws Exception {
    assertThat(signedIn("ada").page("/transcripts").headers().firstValue("Cache-Control"))
        .contains("no-store");
  }

  @Test
  void tooManyWrongPasswordsAreHeldBack() throws Exception {
    team.member("Greta", Role.INTERVIEWER);
    Person guesser = new Person();
    Map<String, String> wrong =
        Map.of("email", "greta@example.com", "password", "not the password");
    for (int i = 0; i < 10; i++) {
      assertThat(guesser.send("POST", "/api/team/sign-in", wrong).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> held = guesser.send("POST", "/api/team/sign-in", wrong);
    assertThat(held.statusCode()).isEqualTo(429);
    assertThat(held.headers().firstValue("Retry-After").map(Integer::valueOf).orElseThrow())
        .isBetween(1, 900);
  }

  @Test
  void oddTokensAndCookiesAreRefusedAndNothingFails() throws Exception {
    Person odd = new Person();
    for (String token : List.of("x", "..%2F..", "%00", "a".repeat(2000), "%F0%9F%92%A9", "%20")) {
      assertThat(odd.page("/invite/" + token).statusCode()).as(token).isBetween(400, 499);
      assertThat(odd.page("/set-password/" + token).statusCode()).as(token).isBetween(400, 499);
      assertThat(odd.send("GET", "/api/invites/" + token, "").statusCode()).isBetween(400, 499);
      HttpResponse<String> cookie =
          odd.send("GET", "/api/sessions", "", "Cookie", "mockloop=" + token);
      assertThat(cookie.statusCode()).as(token).isEqualTo(401);
    }
  }

  @Test
  void anAdminManagesAccountsOverTheApi() throws Exception {
    Person ada = signedIn("ada");
    JsonNode tom =
        ada.ok(
            "POST",
            "/api/team/accounts",
            Map.of("name", "Tom", "email", "tom@example.com", "role", "interviewer"));
    String token = tom.path("link").stringValue().replaceFirst(".*/", "");
    Person person = new Person();
    HttpResponse<String> weak =
        person.send("POST", "/api/team/password/" + token, Map.of("password", "password1234"));
    assertThat(weak.statusCode()).isEqualTo(409);
    assertThat(weak.body()).contains("easy to guess");
    person.ok("POST", "/api/team/password/" + token, Map.of("password", TeamServer.PASSWORD));
    assertThat(person.ok("GET", "/api/team", "").path("role").stringValue())
        .isEqualTo("interviewer");
    String at = "/api/team/accounts/" + tom.path("id").stringValue();
    ada.ok("POST", at + "/role", Map.of("role", "admin"));
    assertThat(person.status("GET", "/api/team/audit")).isEqualTo(401);
    person = signedIn("tom");
    assertThat(person.status("GET", "/api/team/audit")).isEqualTo(200);
    ada.ok("POST", at + "/disable", "");
    assertThat(person.status("GET", "/api/team/audit")).isEqualTo(401);
    assertThat(ada.ok("GET", "/api/team/accounts", "").toString())
        .contains("Tom")
        .doesNotContain("argon2", "hash");
    assertThat(ada.send("POST", "/api/team/accounts/nobody/disable", "").statusCode())
        .isEqualTo(409);
  }

  @Test
  void anItemIsAssignedByItselfWithoutTheReport() throws Exception {
    Account ines = team.member("Olga", Role.INTERVIEWER);
    Person rater = signedIn("olga");
    JsonNode queue = signedIn("ada").ok("GET", "/api/calibrate", "");
    assertThat(queue.path("answers").intValue()).isGreaterThan(10);
    team.reception.assign(
        new Assignment(
            ines.id(),
            new dev.mockloop.interview.SessionId("sample-queue-gwen"),
            Optional.of(new dev.mockloop.rubric.QuestionId("coding/work-queue"))),
        new dev.mockloop.entry.Reception.Actor(new dev.mockloop.team.Visitor.Stranger(), "test"));
    assertThat(rater.ok("GET", "/api/calibrate", "").path("answers").intValue()).isEqualTo(1);
    assertThat(rater.status("GET", "/api/sessions/sample-queue-gwen/report")).isEqualTo(404);
  }
}
