package dev.mockloop.workbench;

/**
 * How a criterion does over the rated answers. Correlations are NaN where one side is constant.
 *
 * @param criterion its id
 * @param title its name for people
 * @param weight its share of the question
 * @param mean mean coverage, from 0 to 1
 * @param touched share of answers in which it earns anything
 * @param discrimination correlation of its coverage with the rating
 * @param rest correlation of its coverage with that of the other criteria by their weights: the
 *     item-total correlation, corrected for overlap by leaving the item out of the total (Henrysson
 *     1963)
 */
public record CriterionItem(
    String criterion,
    String title,
    double weight,
    double mean,
    double touched,
    double discrimination,
    double rest) {}
