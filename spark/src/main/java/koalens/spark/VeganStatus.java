package koalens.spark;

import koalens.engine.parsing.ParsingLimits;
import koalens.engine.verdict.LabelEngine;
import koalens.engine.verdict.Verdict;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/// A function of Spark's from a label text to `vegan`, `non-vegan`, `maybe-vegan` or `unknown`; of
/// no text there is no status. Asks nobody and keeps nothing.
///
/// Only this travels to the machines that run it: each makes one engine when the first row comes
/// (some tenths of a second and tens of megabytes), which serves all its threads.
public final class VeganStatus implements UDF1<String, String> {
  private static final long serialVersionUID = 1;

  /// What it is called in SQL.
  public static final String NAME = "vegan_status";

  /// Makes it known to a session.
  public static void register(SparkSession session) {
    session.udf().register(NAME, new VeganStatus(), DataTypes.StringType);
  }

  @Override
  public @Nullable String call(@Nullable String text) {
    return text == null ? null : word(Engine.ONE.judgeText(text).verdict());
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Vegan() -> "vegan";
      case Verdict.NonVegan(var _) -> "non-vegan";
      case Verdict.MaybeVegan(var _) -> "maybe-vegan";
      case Verdict.Unknown(var _) -> "unknown";
    };
  }

  /// Made where it is used, once a process: an engine is not sent over the network.
  private static final class Engine {
    // As for a label of any length on a package; a longer text is judged as far as that, with care.
    private static final LabelEngine ONE =
        LabelEngine.standard(new ParsingLimits(100_000, 5_000, 12));
  }
}
