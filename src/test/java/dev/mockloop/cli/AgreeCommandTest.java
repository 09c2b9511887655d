package dev.mockloop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgreeCommandTest {
  private static final String RSMTOOL = "src/test/resources/agreement/rsmtool.csv";
  private static final String HOSTILE =
      """
      item,group:=cmd|' /C calc'!A0,<script>alert(1)</script>,"=HYPERLINK(""http://x"")",machine
      <img src=x onerror=alert(2)>,"</table><script>alert(3)</script>",3,4,3
      2,plain,2,2,2.4
      3,plain,5,4,4.6
      """;

  @TempDir Path folder;

  private record Run(int code, String out, String err) {}

  private static Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Mockloop.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(args);
    return new Run(code, out.toString(), err.toString());
  }

  private String table(String text) throws Exception {
    return Files.writeString(folder.resolve("ratings.csv"), text).toString();
  }

  @Test
  void aTableIsPrintedWithIntervalsThresholdsAndVerdicts() {
    Run run = run("agree", RSMTOOL);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("mean of people : machine, 200 items")
        .containsPattern("QWK +0\\.833  \\[0\\.7\\d\\d, 0\\.8\\d\\d\\] +pass \\(at least 0\\.70\\)")
        .containsPattern("Disattenuated r +0\\.853 .*LOOK \\(at least 0\\.90\\)")
        .containsPattern("PRMSE +0\\.6")
        .contains("severity of raters in logits")
        .contains("l1 Vulcan")
        .doesNotContain("NaN");
  }

  @Test
  void jsonHasEveryFigureWithItsInterval() {
    JsonNode json = JsonMapper.shared().readTree(run("agree", RSMTOOL, "--format", "json").out());

    JsonNode pair = json.at("/pairs/3");
    assertThat(pair.path("first").asString()).isEqualTo("h1");
    assertThat(pair.path("second").asString()).isEqualTo("h2");
    assertThat(pair.at("/figures/qwk/value").asDouble())
        .isCloseTo(0.8333333333333334, within(1e-12));
    assertThat(pair.at("/figures/qwk/interval").size()).isEqualTo(2);
    assertThat(pair.at("/figures/qwk/passes").asBoolean()).isTrue();
    assertThat(json.at("/machine/prmse/value").isNumber()).isTrue();
    assertThat(json.at("/facets/convergence/iterations").asInt()).isPositive();
    assertThat(json.path("groups").size()).isEqualTo(4);
    assertThat(run("agree", RSMTOOL, "--json").out())
        .isEqualTo(run("agree", RSMTOOL, "--format", "json").out());
  }

  @Test
  void theSystemCanHaveAnotherNameAndColumnsCanBeMapped() throws Exception {
    String file =
        table("essay,h1,h2,score,text\na,3,4,3.2,hello\nb,2,2,2.4,you\nc,5,4,4.5,there\n");
    Run run =
        run("agree", file, "--system", "score", "--map", "item=essay", "--map", "ignore=text");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("mean of people : score").contains("PRMSE");
  }

  @Test
  void wrongUseAndBadTablesAreOneClearLine() throws Exception {
    assertThat(run("agree", "no-such.csv").err())
        .isEqualTo(
            "mockloop: no-such.csv: the file cannot be read; name a CSV file that is there\n");
    String file = table("item,a,b\n1,3,x\n");
    Run bad = run("agree", file);
    assertThat(bad.code()).isEqualTo(1);
    assertThat(bad.err().lines()).hasSize(1);
    assertThat(bad.err()).contains("ratings.csv: line 2: 'x' under 'b' is no rating");
    assertThat(run("agree", RSMTOOL, "--map", "who=h1"))
        .matches(r -> r.code() == 2 && r.err().contains("FIELD one of item, rater"));
    assertThat(run("agree", RSMTOOL, "--system", "robot").err())
        .contains("there is no rater 'robot'");
    assertThat(run("agree", RSMTOOL, "--criterion", "depth").err()).contains("there is no 'depth'");
  }

  @Test
  void oneRaterAndNoOverlapAreToldToHaveNothingToCompare() throws Exception {
    for (String text : List.of("item,a\n1,3\n", "item,a,b\n1,3,\n2,,4\n")) {
      assertThat(run("agree", table(text)))
          .matches(r -> r.code() == 1)
          .extracting(Run::err)
          .asString()
          .contains("no two raters have rated the same item");
    }
  }

  @Test
  void noCellOfAnExportStartsAFormula() throws Exception {
    String csv = run("agree", table(HOSTILE), "--format", "csv").out();

    try (var parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(csv))) {
      var rows = parser.getRecords();
      assertThat(rows).isNotEmpty();
      assertThat(rows)
          .allSatisfy(
              row -> {
                for (String name : List.of("name", "first", "second")) {
                  assertThat(row.get(name)).doesNotStartWith("=").doesNotStartWith("@");
                }
                assertThat(row.get("value")).matches("-?[0-9.E-]*");
              });
      assertThat(rows).anyMatch(row -> row.get("first").startsWith("'=HYPERLINK"));
    }
  }

  @Test
  void namesFromTheTableNeverBecomeMarkupInTheFile() throws Exception {
    Path out = folder.resolve("report.html");
    Run run = run("agree", table(HOSTILE), "--html", out.toString());
    String html = Files.readString(out);

    assertThat(run.err()).isEmpty();
    assertThat(html)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert")
        .doesNotContain("<img");
    assertThat(html.split("<script", -1)).hasSize(3);
    assertThat(html)
        .contains("default-src &#39;none&#39;")
        .doesNotContainPattern("(src|href)=\"http");
  }
}
