package dev.mockloop.scoring;

import java.util.List;

/**
 * What an answer earned on one criterion.
 *
 * @param id the criterion's id
 * @param title its name for people
 * @param weight its share of the question at this seniority
 * @param coverage how much of what the criterion needs is said and backed up, from 0 to 1
 * @param score from 1.0 to 5.0
 * @param level the score as a level from 1 to 5
 * @param evidence the words that earned it, in order; also those that earned nothing, with the
 *     reason
 * @param missing what a good answer says and this one does not, heaviest first
 */
public record CriterionScore(
    String id,
    String title,
    double weight,
    double coverage,
    double score,
    int level,
    List<IdeaEvidence> evidence,
    List<MissingIdea> missing) {

  public CriterionScore {
    evidence = List.copyOf(evidence);
    missing = List.copyOf(missing);
  }
}
