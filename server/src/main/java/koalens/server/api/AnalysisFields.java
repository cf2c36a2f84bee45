package koalens.server.api;

import io.helidon.http.HeaderNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import koalens.backend.analysis.AnalysisRequest;
import koalens.engine.verdict.LabelOptions;
import koalens.engine.verdict.Policy;

/// Checks the fields that every analysis takes, whatever it is of. Each method throws a
/// [ProblemException] that names the field when it cannot be used. Immutable.
final class AnalysisFields {
  private static final int LONGEST_USER_ID = 200;

  private final List<String> providers;
  private final Languages languages;

  /// @param providers who may be asked for by name
  AnalysisFields(List<String> providers, Languages languages) {
    this.providers = List.copyOf(providers);
    this.languages = languages;
  }

  Optional<String> userId(Optional<String> given) {
    given.ifPresent(AnalysisFields::requireUserId);
    return given;
  }

  private static void requireUserId(String userId) {
    if (isBlank(userId) || userId.codePoints().anyMatch(Character::isISOControl)) {
      throw Problem.inField("userId", "userId must have visible characters only").exception();
    }
    requireLength("userId", userId, LONGEST_USER_ID);
  }

  /// The language of the reasons: as wanted, else as the caller's program prefers, else the
  /// label's.
  String language(Optional<String> wanted, Call call) {
    return wanted
        .map(languages::requireKnown)
        .filter(languages::isSpoken)
        .or(() -> call.header(HeaderNames.ACCEPT_LANGUAGE).flatMap(languages::preferred))
        .orElse(AnalysisRequest.AS_DETECTED);
  }

  LabelOptions options(Optional<String> language, Optional<String> policy) {
    return new LabelOptions(
        language.map(languages::requireKnown),
        policy.map(AnalysisFields::policy).orElse(Policy.STRICT));
  }

  private static Policy policy(String word) {
    try {
      return Policy.named(word);
    } catch (IllegalArgumentException e) {
      throw Problem.inField("policy", "policy must be strict or pragmatic").exception();
    }
  }

  Optional<String> provider(Optional<String> given) {
    Optional<String> name = given.map(word -> word.toLowerCase(Locale.ROOT));
    if (name.isPresent() && !providers.contains(name.get())) {
      throw Problem.inField("provider", "provider must be " + String.join(" or ", providers))
          .exception();
    }
    return name;
  }

  static void requireLength(String field, String value, int longest) {
    if (value.length() > longest) {
      throw Problem.inField(field, "%s may have %d characters".formatted(field, longest))
          .exception();
    }
  }

  /// Whether a text names nothing: of spaces, controls and invisible marks alone.
  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!isInvisible(text.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInvisible(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.FORMAT;
  }
}
