package dev.mockloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.live.CopiedSamples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RatingsCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void copySamples() throws IOException {
    CopiedSamples.into(folder);
  }

  private int run(String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of("ratings"));
    all.addAll(List.of(words));
    all.addAll(List.of("--rubrics", "rubrics", "--transcripts", folder.toString()));
    CommandLine line = Mockloop.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return line.execute(all.toArray(String[]::new));
  }

  @Test
  void ratingsGoOutAndComeBackAndAWrongLineChangesNothing() throws IOException {
    assertThat(run("export")).isZero();
    assertThat(out.toString())
        .startsWith("item,question,round,rater,criterion,rating,date,note\r\n")
        .contains(
            "sample-staff-bert/executive/debt-vs-features,executive/debt-vs-features,executive,Tom,overall,4,2026-09-13T11:48:00Z,")
        .doesNotContain(",machine,");
    String table = out.toString();

    Path file = folder.resolve("more.csv");
    Files.writeString(file, table.replace(",Tom,", ",Bo,").replace(",Ines,", ",machine,"));
    assertThat(run("import", file.toString())).isZero();
    assertThat(out.toString()).startsWith("18 ratings read, 18 of them new, ");
    Path written = folder.resolve("out.csv");
    assertThat(run("export", "--machine", "--out", written.toString())).isZero();
    assertThat(written).content().contains(",Bo,overall,4,").contains(",machine,overall,");

    String log = Files.readString(folder.resolve("ratings/ratings.jsonl"));
    Files.writeString(file, "item,rater,criterion,rating\nnowhere,Bo,overall,3\n");
    assertThat(run("import", file.toString())).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("mockloop: " + file + ": Line 2: 'nowhere' is no item")
        .hasLineCount(1);
    assertThat(folder.resolve("ratings/ratings.jsonl")).content().isEqualTo(log);
  }

  @Test
  void whatCannotBeReadOrIsNoCommandIsOneLine() {
    assertThat(run("import", folder.resolve("none.csv").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("cannot be read; name a CSV file").hasLineCount(1);
    assertThat(Mockloop.commandLine().setErr(new PrintWriter(err)).execute("ratings")).isEqualTo(2);
  }
}
