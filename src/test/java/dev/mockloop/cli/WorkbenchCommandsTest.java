package dev.mockloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorkbenchCommandsTest {
  private static final Path RUBRIC = Path.of("rubrics/design/rate-limiter.yaml");

  @TempDir private Path folder;

  private record Ran(int code, String out, String err) {}

  private static Ran run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Mockloop.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new Ran(code, out.toString(), err.toString());
  }

  @Test
  void itemsAreListedWithWhatStandsOut() {
    Ran ran = run("calibrate", "items", "executive/cto-vision");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("23 rated answers, 7 of them good")
        .contains("vision/automation")
        .contains("good answers lack it")
        .contains("phrases that never match")
        .contains("G2");
  }

  @Test
  void aWhatIfWithTheSameRubricMovesNothing() {
    Ran ran = run("calibrate", "whatif", "design/rate-limiter", "--rubric", RUBRIC.toString());

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("0 scores change, 0 levels move");
  }

  @Test
  void aWhatIfNamesWhatMovesAndWhy() throws IOException {
    Path changed = folder.resolve("changed.yaml");
    Files.writeString(
        changed,
        Files.readString(RUBRIC)
            .replace("\ncriteria:", "\nthresholds: {staff: [1.3, 2.2, 3, 4]}\ncriteria:"));

    Ran ran =
        run(
            "calibrate",
            "whatif",
            "design/rate-limiter",
            "--rubric",
            changed.toString(),
            "--json",
            "src/calibration/set-2");

    assertThat(ran.code()).as(ran.err()).isZero();
    JsonNode report = JsonMapper.shared().readTree(ran.out());
    assertThat(report.path("changed").intValue()).isZero();
    assertThat(report.path("moved").size()).isPositive();
    assertThat(report.path("moved").get(0).path("reasons").toString()).contains("begins at");
    assertThat(report.path("before").path("n").intValue())
        .isEqualTo(report.path("after").path("n").intValue());
  }

  @Test
  void weightsAreFittedAndWrittenWhereAsked() throws IOException {
    Path out = folder.resolve("fitted.yaml");

    Ran ran = run("calibrate", "weights", "design/rate-limiter", "--out", out.toString());

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("level 5 begins at")
        .contains("held out by answer")
        .contains("RMSE");
    assertThat(out).content().contains("id: design/rate-limiter");
    assertThat(Files.readString(out).lines().count())
        .isEqualTo(Files.readString(RUBRIC).lines().count());
    assertThat(run("calibrate", "weights", "design/rate-limiter", "--out", out.toString()).err())
        .contains("exists already");
  }

  @Test
  void mistakesAreOneLineWithTheMend() throws IOException {
    Path broken = folder.resolve("broken.yaml");
    Files.writeString(broken, "id: design/rate-limiter\nkind: design\nask: x\n");
    Path other = folder.resolve("other.yaml");
    Files.copy(Path.of("rubrics/design/url-shortener.yaml"), other);

    assertThat(run("calibrate", "items", "design/url-shortener").err())
        .contains("no answer to design/url-shortener is rated");
    assertThat(run("calibrate", "items").code()).isEqualTo(2);
    assertThat(run("calibrate", "items", "design/none").err()).contains("there is no question");
    assertThat(whatif("/no/such.yaml")).contains("/no/such.yaml cannot be read");
    assertThat(whatif(broken.toString()))
        .contains("broken.yaml:1:1: the key 'criteria' is missing");
    assertThat(whatif(other.toString())).contains("is a rubric of design/url-shortener");
  }

  private static String whatif(String rubric) {
    Ran ran = run("calibrate", "whatif", "design/rate-limiter", "--rubric", rubric);
    assertThat(ran.code()).isEqualTo(1);
    return ran.err();
  }
}
