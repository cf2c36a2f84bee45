package koalens.backend.analysis.advice;

import java.io.InputStream;
import java.util.List;

/// The lines of the AI request log that were kept. Thread-safe.
///
/// Every method throws [koalens.backend.analysis.LedgerException] when the database cannot be
/// asked.
public interface AiLines {
  /// The lines of one version of an experiment, as the log has them, in no order. The caller closes
  /// the stream.
  InputStream lines(String version);

  /// The versions of experiments there are, the last written first.
  List<String> versions();
}
