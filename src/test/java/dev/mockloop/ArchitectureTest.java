package dev.mockloop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.mockloop");

  /** Each package with the packages of ours that it may use, from the ground up. */
  private static final List<List<String>> MAY_USE =
      List.of(
          List.of("store"),
          List.of("store.postgres", "store"),
          List.of("metrics", "store"),
          List.of("text"),
          List.of("text.opennlp", "text"),
          List.of("rubric", "text"),
          List.of("rubric.yaml", "rubric", "text"),
          List.of("matching", "rubric", "text"),
          List.of("discourse", "text"),
          List.of("relevance", "matching", "rubric", "text"),
          List.of("story", "discourse", "text"),
          List.of("story.opennlp", "story", "text"),
          List.of("scoring", "discourse", "matching", "relevance", "rubric", "story", "text"),
          List.of("agreement"),
          List.of(
              "calibration",
              "agreement",
              "matching",
              "rubric",
              "scoring",
              "story",
              "story.opennlp",
              "text"),
          List.of(
              "workbench",
              "agreement",
              "matching",
              "relevance",
              "rubric",
              "scoring",
              "search",
              "text"),
          List.of("interview", "rubric"),
          List.of("rating", "interview", "rubric", "text"),
          List.of("storybank"),
          List.of("revision", "rubric"),
          List.of(
              "transcript",
              "store",
              "interview",
              "rating",
              "revision",
              "rubric",
              "scoring",
              "storybank"),
          List.of("search", "interview"),
          List.of("check", "matching", "rubric", "rubric.yaml", "text"),
          List.of(
              "live",
              "store",
              "agreement",
              "rating",
              "check",
              "calibration",
              "workbench",
              "interview",
              "revision",
              "rubric",
              "rubric.yaml",
              "relevance",
              "scoring",
              "search",
              "story.opennlp",
              "storybank",
              "text",
              "text.opennlp",
              "transcript"),
          List.of("web.guard"));

  @Test
  void dependenciesPointOneWay() {
    for (List<String> row : MAY_USE) {
      String[] allowed = row.stream().map(p -> "dev.mockloop." + p).toArray(String[]::new);
      classes()
          .that()
          .resideInAPackage(allowed[0])
          .should()
          .onlyDependOnClassesThat(
              new com.tngtech.archunit.base.DescribedPredicate<>(
                  "are in " + row + " or outside Mockloop") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaClass used) {
                  return !used.getPackageName().startsWith("dev.mockloop")
                      || List.of(allowed).contains(used.getPackageName());
                }
              })
          .because(
              "dependencies point one way; move the code to where it may know this, or pass the value in")
          .check(ALL);
    }
  }

  @Test
  void eachFrameworkIsSeenOnlyWhereItBelongs() {
    only("org.apache.lucene..", "..matching..", "..search..");
    only("opennlp..", "..text.opennlp..", "..story.opennlp..");
    only("io.javalin..", "..web..");
    only("org.eclipse.jetty..", "..web..");
    only("io.prometheus..", "..metrics..");
    only("io.github.bucket4j..", "..web.guard..");
    only("gg.jte..", "..web..");
    only("org.commonmark..", "..web..");
    only("com.openhtmltopdf..", "..web..");
    only("picocli..", "..cli..");
    only("com.networknt..", "..rubric.yaml..");
    only("org.snakeyaml..", "..rubric.yaml..");
    only("java.sql..", "..store.postgres..");
    only("org.postgresql..", "..store.postgres..");
    only("com.zaxxer..", "..store.postgres..");
    only("org.flywaydb..", "..store.postgres..");
    only("com.github.difflib..", "..revision..");
    only("org.hipparchus..", "..calibration..", "..agreement..", "..workbench..");
    only("org.apache.commons.csv..", "..calibration..", "..agreement..", "..live..");
  }

  private static void only(String framework, String... home) {
    noClasses()
        .that()
        .resideOutsideOfPackages(home)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(framework)
        .because("a framework stays behind one door; use the types of the package that wraps it")
        .check(ALL);
  }

  @Test
  void theDomainKnowsNoFilesAndNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.mockloop.text",
            "dev.mockloop.rubric",
            "dev.mockloop.interview",
            "dev.mockloop.story",
            "dev.mockloop.storybank",
            "dev.mockloop.agreement",
            "dev.mockloop.rating",
            "dev.mockloop.revision",
            "dev.mockloop.discourse",
            "dev.mockloop.relevance",
            "dev.mockloop.scoring",
            "dev.mockloop.matching",
            "dev.mockloop.workbench")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.nio.file..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(java.time.Clock.class, java.io.File.class)
        .because("time and files come in from outside")
        .check(ALL);
  }

  @Test
  void packagesHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("dev.mockloop.(**)")
        .should()
        .beFreeOfCycles()
        .check(ALL);
  }

  @Test
  void enoughClassesAreSeenForTheRulesToMeanSomething() {
    assertThat(ALL).hasSizeGreaterThan(100);
  }

  @Test
  void everyPackageSaysWhatLivesThereAndIsNullMarked() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> packages =
          files
              .filter(f -> f.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .toList();
      for (Path folder : packages) {
        assertThat(folder.resolve("package-info.java"))
            .content()
            .contains("@NullMarked")
            .contains("/**");
      }
    }
  }
}
