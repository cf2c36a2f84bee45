package koalens.backend.analysis;

import java.util.List;
import java.util.Optional;
import koalens.backend.reading.LabelReading;
import koalens.engine.verdict.LabelOptions;

/// What somebody wants to know.
///
/// @param input the label
/// @param userId what the caller calls itself, when it does: a label for statistics, never proof
/// @param language the language for reasons: `sv`, `en`, or [#AS_DETECTED]
/// @param options the language the label is said to be in, and which doubts decide
/// @param provider who is to answer, when the request says so: one of
///   [koalens.backend.analysis.advice.Advisers#names()]
/// @param requestId the mark this request carries through answer, log and ledger
/// @param person the id of the person who proved to be asking, and in whose history it goes
public record AnalysisRequest(
    Input input,
    Optional<String> userId,
    String language,
    LabelOptions options,
    Optional<String> provider,
    String requestId,
    Optional<String> person) {

  /// A request of nobody in particular.
  public AnalysisRequest(
      Input input,
      Optional<String> userId,
      String language,
      LabelOptions options,
      Optional<String> provider,
      String requestId) {
    this(input, userId, language, options, provider, requestId, Optional.empty());
  }

  /// A request of nobody in particular that leaves open who is to answer.
  public AnalysisRequest(
      Input input,
      Optional<String> userId,
      String language,
      LabelOptions options,
      String requestId) {
    this(input, userId, language, options, Optional.empty(), requestId);
  }

  /// Asks for reasons in the language of the label; in Swedish when that language has none.
  public static final String AS_DETECTED = "und";

  /// A label in one of its two forms.
  public sealed interface Input {
    /// The text that places in the answer refer to.
    String labelText();

    /// How far that may be taken for the whole list.
    Trust trust();
  }

  /// A list that came already divided, one ingredient each.
  public record Ingredients(List<String> ingredients) implements Input {
    /// Copies the list.
    public Ingredients {
      ingredients = List.copyOf(ingredients);
    }

    @Override
    public String labelText() {
      return String.join(", ", ingredients);
    }

    @Override
    public Trust trust() {
      return Trust.WHOLE;
    }
  }

  /// A label text read in a photo or film.
  ///
  /// @param labelText the text to judge: of all ways it was read, the one to be most careful with
  /// @param trust how far that may be trusted
  /// @param doubtful whether an animal was read somewhere, though not in the text to judge: however
  ///   well a provider reads the list, that is not vegan for sure
  /// @param reading everything that was read
  public record Read(String labelText, Trust trust, boolean doubtful, LabelReading reading)
      implements Input {}

  /// A label text, with or without headings.
  ///
  /// @param trust how far it may be taken for the whole list
  public record Text(String text, Trust trust) implements Input {
    /// A whole label text.
    public Text(String text) {
      this(text, Trust.WHOLE);
    }

    @Override
    public String labelText() {
      return text;
    }
  }
}
