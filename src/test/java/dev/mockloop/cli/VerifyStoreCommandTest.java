package dev.mockloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.live.CopiedSamples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyStoreCommandTest {
  private static final String SESSION = "sample-staff-bert";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void copySamples() throws IOException {
    CopiedSamples.into(folder);
  }

  private int run() {
    return Mockloop.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute("verify-store", "--transcripts", folder.toString());
  }

  private Path events() {
    return folder.resolve(SESSION).resolve("events.jsonl");
  }

  @Test
  void theSamplesAreSoundAndNothingIsChanged() {
    assertThat(run()).isZero();
    assertThat(out.toString()).contains("7 sessions, ").endsWith("all is well\n");
    assertThat(folder.resolve(".journal")).doesNotExist();
  }

  @Test
  void aDamagedLineIsNamedWithItsFileAndAllElseIsStillRead() throws IOException {
    Files.writeString(events(), Files.readString(events()).replace("\"seq\":3,", "\"seq\":33,"));
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString())
        .contains("damaged: " + events() + ":3: this line is damaged")
        .contains("7 sessions, ");
    assertThat(err.toString()).contains("1 place is damaged; restore it from a backup");
  }

  @Test
  void eventsThatDoNotFollowFromEachOtherAreFound() throws IOException {
    String text = Files.readString(events());
    String second = text.lines().skip(1).findFirst().orElseThrow();
    String created = text.lines().findFirst().orElseThrow();
    Files.writeString(events(), text.replace(second, created.replace("\"seq\":1,", "\"seq\":2,")));
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString()).contains("its lines do not follow from each other");
  }

  @Test
  void aRubricThatIsMissingIsFound() throws IOException {
    try (Stream<Path> rubrics = Files.list(folder.resolve(SESSION).resolve("rubrics"))) {
      Files.delete(rubrics.sorted().findFirst().orElseThrow());
    }
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString()).containsPattern("the rubric of [a-z-]+/[a-z-]+ is missing");
  }

  @Test
  void aTornEndIsNoDamage() throws IOException {
    Files.writeString(events(), "{\"seq\":99,\"eve", StandardOpenOption.APPEND);
    assertThat(run()).isZero();
  }

  @Test
  void ratingsOfASessionThatIsGoneAreNoted() throws IOException {
    Files.createDirectories(folder.resolve("ratings"));
    Files.writeString(
        folder.resolve("ratings/ratings.jsonl"),
        "{\"seq\":1,\"event\":\"adjudicated\",\"item\":\"gone-1/design/rate-limiter\","
            + "\"rater\":\"Ines\",\"level\":3,\"reason\":\"both\",\"at\":\"2026-01-05T12:00:00Z\"}\n");
    assertThat(run()).isZero();
    assertThat(out.toString()).contains("the session gone-1 was rated and is no longer there");
  }

  @Test
  void aCardOrDraftThatIsNoJsonIsFound() throws IOException {
    Files.createDirectories(folder.resolve("revisions"));
    Files.writeString(folder.resolve("revisions/design__rate-limiter.draft.json"), "{");
    Files.writeString(folder.resolve(SESSION).resolve("scorecard.json"), "{");
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString())
        .contains("design__rate-limiter.draft.json: this is no JSON; mend or delete it")
        .contains("delete scorecard.json and it is made again");
    assertThat(err.toString()).contains("2 places are damaged");
  }
}
