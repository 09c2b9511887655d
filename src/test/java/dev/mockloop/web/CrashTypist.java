package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A candidate who types, hands in and begins anew, and remembers what was promised: every draft and
 * answer that was acknowledged, and those of which nobody knows because no reply came.
 */
final class CrashTypist implements CrashClient {
  private static final double HANDS_IN = 0.08;
  private static final Map<String, String> PRACTICE =
      Map.of("mode", "practice", "question", "behavioral/mentoring");

  private final CrashPeer peer;
  private final CrashTally tally;
  private final Random random;
  private final String name;
  private final List<Text> promised = new ArrayList<>();
  private final Set<Text> unknown = new HashSet<>();
  private final Map<String, String> answers = new HashMap<>();
  private Optional<String> session = Optional.empty();
  private int words;

  /** A draft, or with the number 0 an answer. */
  private record Text(String place, long number, String text) {}

  CrashTypist(CrashPeer peer, CrashTally tally, Random random, String name) {
    this.peer = peer;
    this.tally = tally;
    this.random = random;
    this.name = name;
  }

  @Override
  public void act() throws IOException, InterruptedException {
    if (session.isEmpty()) {
      begin();
      return;
    }
    JsonNode state = peer.get("api/sessions/" + session.get()).json();
    switch (state.path("phase").asString()) {
      case "lobby" -> peer.send("POST", "api/sessions/" + session.get() + "/start", "");
      case "question", "probe" -> type(state);
      case "finished" -> end();
      default -> throw new AssertionError(name + " is stuck: " + state);
    }
  }

  private void begin() throws IOException, InterruptedException {
    CrashPeer.Reply made = peer.send("POST", "api/sessions", PRACTICE);
    if (made.promised()) {
      session = Optional.of(made.json().path("id").asString());
      tally.acknowledged();
    }
  }

  private void type(JsonNode state) throws IOException, InterruptedException {
    String place = state.path("place").asString();
    long number = state.at("/draft/number").asLong();
    if (random.nextDouble() < HANDS_IN) {
      handIn(place);
      return;
    }
    for (int n = 0; n < 5; n++) {
      number++;
      Text draft = new Text(place, number, words());
      unknown.add(draft);
      CrashPeer.Reply reply =
          peer.send(
              "PUT",
              "api/sessions/" + session.orElseThrow() + "/drafts/" + place + "/" + number,
              Map.of("text", draft.text()));
      if (reply.promised()) {
        promise(draft);
      } else {
        refused(reply, draft);
        return;
      }
    }
  }

  private void handIn(String place) throws IOException, InterruptedException {
    Text answer = new Text(place, 0, words());
    unknown.add(answer);
    CrashPeer.Reply reply =
        peer.send(
            "POST",
            "api/sessions/" + session.orElseThrow() + "/answers/" + place,
            Map.of("text", answer.text()));
    if (reply.promised()) {
      promise(answer);
      answers.put(place, answer.text());
    } else {
      refused(reply, answer);
    }
  }

  private void promise(Text text) {
    promised.add(text);
    unknown.remove(text);
    tally.acknowledged();
  }

  /** The disk failed and the server said so. It is unknown still: a crash may bring it back. */
  private void refused(CrashPeer.Reply reply, Text text) throws IOException, InterruptedException {
    assertThat(reply.status()).as("%s: %s", text, reply.text()).isEqualTo(507);
    tally.told();
    JsonNode state = peer.get("api/sessions/" + session.orElseThrow()).json();
    assertThat(state.path("place").asString()).isEqualTo(text.place());
    assertThat(state.at("/draft/text").asString())
        .as("what was refused is not there")
        .isNotEqualTo(text.text());
  }

  private String words() {
    words++;
    return name
        + " wrote text "
        + words
        + ". "
        + "I asked her what she needed, because she was stuck. ".repeat(random.nextInt(4));
  }

  /** Behind a restart: the newest text is there, or one that was on its way. */
  @Override
  public void verify() throws IOException, InterruptedException {
    if (session.isEmpty()) {
      return;
    }
    JsonNode state = peer.get("api/sessions/" + session.get()).json();
    String phase = state.path("phase").asString();
    if (phase.equals("lobby")) {
      assertThat(promised).isEmpty();
    } else if (!phase.equals("finished")) {
      String place = state.path("place").asString();
      long number = state.at("/draft/number").asLong();
      long last = lastNumber(place);
      assertThat(number)
          .as("the number of the last draft at %s", place)
          .isGreaterThanOrEqualTo(last);
      if (number > 0) {
        assertIsKnown(new Text(place, number, state.at("/draft/text").asString()));
      }
      assertThat(answers).as("handed in is handed in").doesNotContainKey(place);
      tally.checked(1);
    }
  }

  private long lastNumber(String place) {
    return promised.stream()
        .filter(p -> p.place().equals(place))
        .mapToLong(Text::number)
        .max()
        .orElse(0);
  }

  private void assertIsKnown(Text text) {
    assertThat(promised.contains(text) || unknown.contains(text))
        .as("%s was sent as it is", text)
        .isTrue();
  }

  /** A session that is over shows every event; each promise is among them, once and in order. */
  private void end() throws IOException, InterruptedException {
    CrashPeer.Reply reply =
        peer.send("GET", "api/sessions/" + session.orElseThrow() + "/transcript.json", "");
    if (reply.status() == 507) {
      tally.told();
      return;
    }
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    List<Text> kept = new ArrayList<>();
    for (JsonNode event : reply.json().path("events")) {
      switch (event.path("event").asString()) {
        case "draft-saved" ->
            kept.add(
                new Text(
                    place(event), event.path("number").asLong(), event.path("text").asString()));
        case "answered" -> kept.add(new Text(place(event), 0, event.path("text").asString()));
        default -> {}
      }
    }
    kept.forEach(this::assertIsKnown);
    assertThat(kept).doesNotHaveDuplicates();
    assertThat(kept.stream().filter(promised::contains).toList())
        .as("the promises of %s", session)
        .isEqualTo(promised);
    tally.checked(promised.size());
    tally.finished();
    session = Optional.empty();
    promised.clear();
    unknown.clear();
    answers.clear();
  }

  private static String place(JsonNode event) {
    JsonNode place = event.path("place");
    return place.path("round").asInt()
        + "."
        + place.path("question").asInt()
        + (place.path("probe").asBoolean() ? "p" : "");
  }

  /** Hands in until the session is over. */
  @Override
  public void finish() throws IOException, InterruptedException {
    while (session.isPresent()) {
      JsonNode state = peer.get("api/sessions/" + session.get()).json();
      switch (state.path("phase").asString()) {
        case "lobby" -> peer.send("POST", "api/sessions/" + session.get() + "/start", "");
        case "finished" -> end();
        default -> handIn(state.path("place").asString());
      }
    }
  }
}
