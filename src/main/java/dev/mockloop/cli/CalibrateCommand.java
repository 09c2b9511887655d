package dev.mockloop.cli;

import dev.mockloop.calibration.BackgroundCount;
import dev.mockloop.calibration.Evaluation;
import dev.mockloop.calibration.RatedAnswer;
import dev.mockloop.calibration.RatedSet;
import dev.mockloop.calibration.RoleConfusion;
import dev.mockloop.calibration.Scored;
import dev.mockloop.calibration.StoryFiles;
import dev.mockloop.calibration.Trial;
import dev.mockloop.live.Workshop;
import dev.mockloop.relevance.Background;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.yaml.RubricFolder;
import dev.mockloop.scoring.LevelModel;
import dev.mockloop.scoring.Scorer;
import dev.mockloop.scoring.Signal;
import dev.mockloop.scoring.Tools;
import dev.mockloop.story.opennlp.LabelledStory;
import dev.mockloop.story.opennlp.MaxentRoleReader;
import dev.mockloop.story.opennlp.RoleTrainer;
import dev.mockloop.text.ProseReader;
import dev.mockloop.text.opennlp.OpenNlpProseReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mockloop calibrate}: holds the engine against rated answers, and fits it to them. */
@Command(
    name = "calibrate",
    description = "Hold the engine against rated answers, and fit it to them.",
    mixinStandardHelpOptions = true,
    subcommands = {ItemsCommand.class, WhatIfCommand.class, WeightsCommand.class})
final class CalibrateCommand implements Runnable {
  private static final Path DATA = Path.of("src", "calibration");
  private static final Path RESOURCES = Path.of("src", "main", "resources", "dev", "mockloop");
  private static final String STORIES = "stories";
  private static final String LABELLED = "story-roles.jsonl";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "name a calibration: evaluate, fit, items, whatif or weights");
  }

  @Command(
      name = "evaluate",
      description = {
        "Print how scores agree with people's ratings.",
        "Each answer is scored by a level model that was fitted without its question."
      },
      mixinStandardHelpOptions = true)
  int evaluate(
      @Parameters(
              arity = "0..*",
              paramLabel = "DIR",
              description =
                  "Folders with answers.jsonl and ratings.csv (default: every set under src/calibration).")
          @Nullable List<Path> sets,
      @Option(names = "--rubrics", paramLabel = "DIR", description = "The rubric folder.")
          @Nullable Path rubrics,
      @Option(
              names = "--shipped",
              description =
                  "Score with the level model that ships, also where it has seen the answers.")
          boolean shipped,
      @Option(names = "--answers", description = "Print each answer with its ratings and score.")
          boolean answers,
      @Option(
              names = "--folds",
              paramLabel = "N",
              description =
                  "Read the labelled stories by models trained in N folds (default: each story by a model without it).")
          @Nullable Integer folds,
      @Option(names = "--no-roles", description = "Leave out the story roles.") boolean noRoles) {
    List<Path> folders = sets == null || sets.isEmpty() ? ratedSets() : sets;
    Trial trial = trial(rubrics);
    List<RatedAnswer> all = read(folders);
    PrintWriter out = spec.commandLine().getOut();
    List<Scored> scored = shipped ? trial.asShipped(all) : trial.heldOut(all, fitting(all));
    if (answers) {
      scored.forEach(s -> out.println(row(s)));
    }
    out.println(EvaluationText.of(Evaluation.of(scored)));
    if (folders.size() > 1) {
      for (Path folder : folders) {
        List<String> ids = RatedSet.read(folder).stream().map(RatedAnswer::id).toList();
        out.println("only " + folder);
        out.println(
            EvaluationText.of(
                Evaluation.of(
                    scored.stream().filter(s -> ids.contains(s.answer().id())).toList())));
      }
    }
    if (!noRoles) {
      roles(folders, out, folds);
    }
    out.flush();
    return 0;
  }

  /** What the level models are fitted on: the sets that ship, and those that are judged. */
  private static List<RatedAnswer> fitting(List<RatedAnswer> judged) {
    List<RatedAnswer> all =
        new ArrayList<>(Files.isDirectory(DATA) ? read(ratedSets()) : List.of());
    judged.stream()
        .filter(j -> all.stream().noneMatch(a -> a.id().equals(j.id())))
        .forEach(all::add);
    return all;
  }

  private static String row(Scored s) {
    return String.format(
        Locale.ROOT,
        "%-24s %-14s %5.2f %5.2f %s",
        s.answer().id(),
        s.answer().kind(),
        s.answer().mean(),
        s.score(),
        String.join(" ", s.card().doubts().stream().map(d -> d.kind().id()).toList()));
  }

  private static void roles(List<Path> folders, PrintWriter out, @Nullable Integer folds) {
    if (!Files.isDirectory(DATA.resolve(STORIES))) {
      return;
    }
    RoleTrainer trainer = new RoleTrainer(OpenNlpProseReader.load());
    List<LabelledStory> training = StoryFiles.folder(DATA.resolve(STORIES));
    for (Path folder : folders) {
      if (Files.exists(folder.resolve(LABELLED))) {
        out.println(
            EvaluationText.of(
                "story roles of " + folder,
                RoleConfusion.of(trainer, training, StoryFiles.lines(folder.resolve(LABELLED)))));
      }
    }
    out.println(
        EvaluationText.of(
            "story roles of " + DATA.resolve(STORIES) + ", each story read by a model without it",
            RoleConfusion.crossValidated(
                trainer, training, folds == null ? training.size() : folds)));
  }

  @Command(
      name = "fit",
      description = "Make the engine's models again from src/calibration.",
      mixinStandardHelpOptions = true)
  int fit(
      @Option(names = "--rubrics", paramLabel = "DIR", description = "The rubric folder.")
          @Nullable Path rubrics,
      @Option(
              names = "--out",
              paramLabel = "DIR",
              description = "Where the models go (default: among the resources of the source).")
          @Nullable Path out)
      throws IOException {
    Path target = out == null ? RESOURCES : out;
    List<LabelledStory> stories = StoryFiles.folder(DATA.resolve(STORIES));
    List<RatedAnswer> rated = read(ratedSets());
    List<String> texts = new ArrayList<>(rated.stream().map(RatedAnswer::text).toList());
    stories.forEach(s -> texts.add(String.join("\n", s.sentences())));
    ProseReader reader = OpenNlpProseReader.load();
    String background = BackgroundCount.of(texts);
    String roles = new RoleTrainer(reader).train(stories);
    // the level model is fitted on what the two others make of the answers
    Scorer scorer =
        new Scorer(
            new Tools(
                reader, MaxentRoleReader.of(roles), Background.of(background), LevelModel.load()));
    LevelModel model = new Trial(catalogue(rubrics), scorer).fit(rated);
    write(target.resolve("relevance/background.tsv"), background);
    write(target.resolve("story/roles.tsv"), roles);
    write(target.resolve("scoring/level-model.properties"), properties(model));
    spec.commandLine()
        .getOut()
        .println(
            "fitted on "
                + rated.size()
                + " rated answers and "
                + stories.size()
                + " stories; build again to use it");
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static String properties(LevelModel model) {
    StringBuilder text = new StringBuilder("# made by: mockloop calibrate fit\n");
    text.append(
        String.format(
            Locale.ROOT, "base=%.3f%nstory-base=%.3f%n", model.base(), model.storyBase()));
    for (Signal signal : Signal.values()) {
      text.append(String.format(Locale.ROOT, "%s=%.3f%n", signal.id(), model.weight(signal)));
    }
    return text.toString();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }

  private static Trial trial(@Nullable Path rubrics) {
    return new Trial(catalogue(rubrics), Workshop.batchScorer());
  }

  private static Catalogue catalogue(@Nullable Path rubrics) {
    return RubricFolder.read(Folders.rubrics(rubrics)).catalogue();
  }

  private static List<RatedAnswer> read(List<Path> folders) {
    return folders.stream().flatMap(f -> RatedSet.read(f).stream()).toList();
  }

  private static List<Path> ratedSets() {
    try (Stream<Path> folders = Files.list(DATA)) {
      return folders.filter(f -> Files.exists(f.resolve("ratings.csv"))).sorted().toList();
    } catch (IOException e) {
      throw new Failure(DATA + " cannot be read; run this in the project's folder, or name a set");
    }
  }
}
