package dev.mockloop.calibration;

import dev.mockloop.scoring.AnswerCard;

/**
 * A rated answer with the machine's score.
 *
 * @param card its card
 * @param score the overall score to be judged; that of a model which has not seen the question
 * @param keywords how many of the rubric's ideas have a phrase anywhere in it, however it stands
 */
public record Scored(RatedAnswer answer, AnswerCard card, double score, double keywords) {}
