package koalens.backend.analysis;

import java.util.List;
import koalens.engine.knowledge.Status;
import koalens.engine.verdict.JudgedIngredient;
import koalens.engine.verdict.Judgement;
import koalens.engine.verdict.Verdict;

/// How far a text may be taken for the whole list: one read in a picture, or what a person made of
/// that. What was read is there; what was not read may be there all the same.
public enum Trust {
  /// The whole list was read well.
  WHOLE,
  /// It was read well, but there may be more of it than the picture shows.
  INCOMPLETE,
  /// It was not read well enough to settle anything.
  UNREAD;

  /// The judgement, its verdict no bolder than the reading allows.
  Judgement limit(Judgement judgement) {
    return switch (this) {
      case WHOLE -> judgement;
      case INCOMPLETE ->
          judgement.verdict().status() == Status.VEGAN ? unsettled(judgement) : judgement;
      case UNREAD -> unsettled(judgement);
    };
  }

  /// The same, or less where less is to be trusted.
  Trust doubted(boolean doubtful) {
    return doubtful && this == WHOLE ? INCOMPLETE : this;
  }

  private static Judgement unsettled(Judgement judgement) {
    List<JudgedIngredient> unrecognised =
        judgement.contents().filter(one -> one.status() == Status.UNKNOWN).toList();
    return new Judgement(
        new Verdict.Unknown(unrecognised),
        judgement.policy(),
        judgement.claimsVegan(),
        judgement.language(),
        judgement.ingredients(),
        judgement.listFound(),
        judgement.truncated());
  }
}
