package dev.mockloop.scoring;

import dev.mockloop.discourse.Move;
import dev.mockloop.discourse.MoveEvidence;
import dev.mockloop.discourse.Remark;
import dev.mockloop.discourse.Shape;
import dev.mockloop.matching.Evidence;
import dev.mockloop.rubric.Idea;
import dev.mockloop.text.Span;
import java.util.List;

/** Tells how each mention of an idea stands in its sentence and what backs it there. */
final class IdeaReader {
  private final boolean story;

  IdeaReader(boolean story) {
    this.story = story;
  }

  IdeaEvidence read(Idea idea, Evidence found, List<Statement> statements) {
    Statement statement = at(found.span(), statements);
    return new IdeaEvidence(
        idea.id(),
        idea.says(),
        found.span(),
        standing(statement, found.span()),
        backing(statement.remark()));
  }

  /** Statements do not overlap and stand in order, so the one around a span is found by halving. */
  private static Statement at(Span span, List<Statement> statements) {
    int low = 0;
    int high = statements.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (statements.get(middle).remark().span().start() <= span.start()) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return statements.get(low);
  }

  private Standing standing(Statement statement, Span said) {
    Remark remark = statement.remark();
    if (statement.echo()) {
      return Standing.ECHOED;
    }
    if (remark.denies(said)) {
      return Standing.NEGATED;
    }
    if (remark.shape() == Shape.LIST) {
      return Standing.LISTED;
    }
    if (remark.shape() == Shape.NOTE && remark.kinds() == 0) {
      return Standing.NAMED;
    }
    return story && remark.hypothetical() ? Standing.HYPOTHETICAL : Standing.ASSERTED;
  }

  private static List<Move> backing(Remark remark) {
    return remark.moves().stream().map(MoveEvidence::move).distinct().toList();
  }
}
