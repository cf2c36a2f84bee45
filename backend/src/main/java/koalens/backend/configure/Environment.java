package koalens.backend.configure;

import java.util.Locale;

/// Where the application runs.
public enum Environment {
  /// On a developer's machine: plain logs, `.env` is read.
  DEVELOPMENT,
  /// The rehearsal of production.
  STAGING,
  /// Where people are.
  PRODUCTION;

  /// The word used in settings and answers.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
