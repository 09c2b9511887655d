package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Raters who each rate one sample answer; a rating is there as a whole or not at all. */
final class CrashRater implements CrashClient {
  private final CrashPeer peer;
  private final CrashTally tally;
  private final List<Rating> promised = new ArrayList<>();
  private final List<Rating> unknown = new ArrayList<>();
  private int raters;

  private record Rating(String item, String rater, int level, int lines) {}

  CrashRater(CrashPeer peer, CrashTally tally) {
    this.peer = peer;
    this.tally = tally;
  }

  @Override
  public void act() throws IOException, InterruptedException {
    String rater = "Rater " + ++raters;
    JsonNode paper = peer.get("api/calibrate/next?rater=Rater%20" + raters).json();
    int level = 1 + raters % 5;
    Map<String, Object> criteria = new HashMap<>();
    paper.path("criteria").forEach(c -> criteria.put(c.path("id").asString(), level));
    String item = paper.path("item").asString();
    Rating rating = new Rating(item, rater, level, criteria.size() + 1);
    unknown.add(rating);
    CrashPeer.Reply reply =
        peer.send(
            "POST",
            "api/calibrate/items/" + item + "/ratings",
            Map.of("rater", rater, "overall", level, "criteria", criteria, "note", ""));
    if (reply.promised()) {
      unknown.remove(rating);
      promised.add(rating);
      tally.acknowledged();
    } else {
      assertThat(reply.status()).as(reply.text()).isEqualTo(507);
      tally.told();
    }
  }

  @Override
  public void verify() throws IOException, InterruptedException {
    List<String> table = peer.get("api/calibrate/ratings.csv").text().lines().toList();
    for (Rating rating : promised) {
      assertThat(lines(table, rating)).as("%s", rating).isEqualTo(rating.lines());
    }
    for (Rating rating : unknown) {
      assertThat(lines(table, rating)).as("%s", rating).isIn(0L, (long) rating.lines());
    }
    tally.checked(promised.size());
  }

  private static long lines(List<String> table, Rating rating) {
    return table.stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[0].equals(rating.item()) && cells[3].equals(rating.rater()))
        .peek(cells -> assertThat(Double.parseDouble(cells[5])).isEqualTo(rating.level()))
        .count();
  }

  @Override
  public void finish() throws IOException, InterruptedException {
    verify();
  }
}
