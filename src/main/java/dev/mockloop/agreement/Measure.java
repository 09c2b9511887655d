package dev.mockloop.agreement;

import java.util.Optional;

/** The figures of agreement: what each is and where its formula comes from. */
public enum Measure {
  EXACT(
      "Exact agreement",
      "Share of items that both put at the same level.",
      "Williamson, Xi and Breyer 2012",
      Threshold.atLeast(0.5),
      true),
  ADJACENT(
      "Adjacent agreement",
      "Share of items that both put at the same level or one apart.",
      "Williamson, Xi and Breyer 2012",
      Threshold.atLeast(0.95),
      true),
  KAPPA(
      "Cohen's kappa",
      "Agreement on the level beyond chance; 1 is perfect, 0 is chance.",
      "Cohen 1960"),
  LINEAR_KAPPA(
      "Kappa, linear weights",
      "Kappa that counts a disagreement by its distance in levels.",
      "Cohen 1968"),
  QWK(
      "QWK",
      "Quadratic weighted kappa: counts a disagreement by its squared distance; of the ratings as they are, without rounding.",
      "Cohen 1968; Haberman 2019",
      Threshold.atLeast(0.7),
      false),
  PEARSON(
      "Pearson's r",
      "How far the two rise and fall together on a line.",
      "Pearson 1895",
      Threshold.atLeast(0.7),
      false),
  SPEARMAN("Spearman's rho", "How far the two put items in the same order.", "Spearman 1904"),
  SMD(
      "SMD",
      "Standardized mean difference: second mean less first, over the person's standard deviation, or over the pooled one of two people.",
      "Williamson, Xi and Breyer 2012; RSMTool 7",
      Threshold.within(0.15),
      false),
  RMSE("RMSE", "Root of the mean squared difference, in levels.", "Gauss 1809"),
  R2(
      "R²",
      "Share of the first one's variance that the second explains as it stands; below 0 it is worse than the mean.",
      "Wright 1921; over N as in RSMTool"),
  AC1(
      "Gwet's AC1",
      "Agreement beyond chance that stays steady when one level dominates.",
      "Gwet 2008"),
  AC2("Gwet's AC2", "AC1 with quadratic weights: near misses count for a part.", "Gwet 2014"),
  ALPHA(
      "Krippendorff's alpha",
      "Agreement beyond chance of any number of raters, ordinal, ratings may be missing.",
      "Hayes and Krippendorff 2007"),
  ICC_SINGLE(
      "ICC(2,1)",
      "How far one rater's number can stand for any other rater's.",
      "Shrout and Fleiss 1979"),
  ICC_AVERAGE(
      "ICC(2,k)",
      "How far the mean of these raters can stand for the mean of others.",
      "Shrout and Fleiss 1979"),
  PRMSE(
      "PRMSE",
      "How well the machine predicts true scores, the mean of ever so many people: 1 is perfect, 0 no better than the mean.",
      "Haberman 2008; Loukina et al. 2020"),
  DEGRADATION(
      "Degradation",
      "QWK with the machine less QWK of people with people.",
      "Williamson, Xi and Breyer 2012",
      Threshold.atLeast(-0.1),
      false),
  DISATTENUATED(
      "Disattenuated r",
      "Correlation with the machine if people were without error: r over the root of their correlation.",
      "Spearman 1904; Williamson, Xi and Breyer 2012",
      Threshold.atLeast(0.9),
      false),
  DSM(
      "Difference of standardized means",
      "Machine less people in a group, both standardized over all groups.",
      "RSMTool 7",
      Threshold.within(0.1),
      false),
  SHIFT("Shift", "Later mean less earlier mean, in levels.", "Myford and Wolfe 2009"),
  SEVERITY(
      "Severity",
      "How much harder than the average a rater is to please, in logits.",
      "Linacre 1989; Andrich 1978"),
  SHARE(
      "Largest difference of shares",
      "How far the shares of a level lie apart, at the level where they differ most.",
      "RSMTool 7",
      Threshold.within(0.05),
      true);

  private final String title;
  private final String says;
  private final String source;
  private final Optional<Threshold> threshold;
  private final boolean percent;

  Measure(String title, String says, String source) {
    this(title, says, source, Optional.empty(), false);
  }

  Measure(String title, String says, String source, Threshold threshold, boolean percent) {
    this(title, says, source, Optional.of(threshold), percent);
  }

  Measure(
      String title, String says, String source, Optional<Threshold> threshold, boolean percent) {
    this.title = title;
    this.says = says;
    this.source = source;
    this.threshold = threshold;
    this.percent = percent;
  }

  /** Its name for reading. */
  public String title() {
    return title;
  }

  /** What it is, in a sentence. */
  public String says() {
    return says;
  }

  /** Who gave the formula, and when. */
  public String source() {
    return source;
  }

  /** The bound that the field holds it to, where there is one. */
  public Optional<Threshold> threshold() {
    return threshold;
  }

  /** Whether it is a share of 1 that is shown in percent. */
  public boolean percent() {
    return percent;
  }

  /** Its name in JSON and in tables, such as {@code linear_kappa}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
