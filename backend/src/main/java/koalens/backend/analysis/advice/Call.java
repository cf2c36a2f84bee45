package koalens.backend.analysis.advice;

import java.util.List;
import koalens.backend.provider.ProviderName;

/// One provider asked in one consultation.
///
/// @param consultation the consultation
/// @param part why it is asked
/// @param provider whose model
/// @param model the model asked for
/// @param names the ingredients put to it, as printed on the label
/// @param media what it is shown, each by type, size and hash
public record Call(
    Consultation consultation,
    Part part,
    ProviderName provider,
    String model,
    List<String> names,
    List<String> media) {

  /// Copies the lists.
  public Call {
    names = List.copyOf(names);
    media = List.copyOf(media);
  }

  /// Shows no ingredient: they are what a person typed.
  @Override
  public String toString() {
    return "Call[%s, %s, %s, %d names]".formatted(part, provider, model, names.size());
  }
}
