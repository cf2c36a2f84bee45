package koalens.backend.provider.gemini;

import com.google.genai.types.File;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import koalens.backend.provider.Media;
import koalens.backend.provider.Prompt;

/// The media that lie with the provider while a prompt is asked about, so that a second try need
/// not bring them again. Thread-safe; of each prompt's map one thread at a time makes use.
final class UploadedFiles {
  private final Map<Prompt<?>, Map<Media, File>> files = new ConcurrentHashMap<>();

  /// Those of a prompt; what is put there stays until they are taken.
  Map<Media, File> of(Prompt<?> prompt) {
    return files.computeIfAbsent(prompt, _ -> new ConcurrentHashMap<>());
  }

  /// Those of a prompt, for the last time.
  Iterable<File> take(Prompt<?> prompt) {
    Map<Media, File> taken = files.remove(prompt);
    return taken == null ? List.of() : taken.values();
  }
}
