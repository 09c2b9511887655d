package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An author who saves drafts of a rubric and publishes it. */
final class CrashEditor implements CrashClient {
  private static final String RUBRIC = "api/workbench/behavioral/mentoring";
  private static final double PUBLISHES = 0.2;

  private final CrashPeer peer;
  private final CrashTally tally;
  private final Random random;

  /** What was published under a note; the notes are all different. */
  private final Map<String, String> published = new HashMap<>();

  private final Map<String, Integer> promised = new HashMap<>();
  private final Set<Optional<String>> drafts = new HashSet<>(Set.of(Optional.empty()));
  private Optional<String> shipped = Optional.empty();
  private int takes;

  CrashEditor(CrashPeer peer, CrashTally tally, Random random) {
    this.peer = peer;
    this.tally = tally;
    this.random = random;
  }

  @Override
  public void act() throws IOException, InterruptedException {
    JsonNode state = peer.get(RUBRIC).json();
    if (shipped.isEmpty()) {
      shipped = Optional.of(state.path("yaml").asString());
    }
    String take = "Take " + ++takes;
    String yaml = shipped.get() + "# " + take + "\n";
    if (random.nextDouble() < PUBLISHES) {
      publish(take, yaml, state.path("version").asInt());
    } else {
      save(yaml, state.path("version").asInt());
    }
  }

  private void publish(String take, String yaml, int base)
      throws IOException, InterruptedException {
    published.put(take, yaml);
    // what is published is no draft any more, or still is when the crash comes in between
    drafts.add(Optional.empty());
    CrashPeer.Reply reply =
        peer.send(
            "POST",
            RUBRIC + "/publish",
            Map.of("yaml", yaml, "base", base, "author", "Ana", "note", take));
    if (told(reply)) {
      promised.put(take, reply.json().path("version").asInt());
    }
  }

  private void save(String yaml, int base) throws IOException, InterruptedException {
    drafts.add(Optional.of(yaml));
    if (told(peer.send("PUT", RUBRIC + "/draft", Map.of("yaml", yaml, "base", base)))) {
      drafts.clear();
      drafts.add(Optional.of(yaml));
    }
  }

  private boolean told(CrashPeer.Reply reply) {
    if (reply.promised()) {
      tally.acknowledged();
      return true;
    }
    assertThat(reply.status()).as(reply.text()).isEqualTo(507);
    tally.told();
    return false;
  }

  @Override
  public void verify() throws IOException, InterruptedException {
    JsonNode state = peer.get(RUBRIC).json();
    Map<String, Integer> versions = new HashMap<>();
    String newest = "";
    for (JsonNode version : state.path("versions")) {
      newest = version.path("note").asString();
      Integer before = versions.put(newest, version.path("version").asInt());
      assertThat(before).as("%s was published once", newest).isNull();
    }
    assertThat(versions).containsAllEntriesOf(promised);
    if (published.containsKey(newest)) {
      assertThat(state.path("yaml").asString()).isEqualTo(published.get(newest));
    }
    JsonNode draft = state.path("draft");
    assertThat(
            draft.isObject()
                ? Optional.of(draft.path("yaml").asString())
                : Optional.<String>empty())
        .isIn(drafts);
    tally.checked(promised.size() + 1L);
  }

  @Override
  public void finish() throws IOException, InterruptedException {
    verify();
  }
}
