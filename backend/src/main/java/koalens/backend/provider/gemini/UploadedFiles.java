package koalens.backend.provider.gemini;

import com.google.genai.types.File;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import koalens.backend.provider.Media;

/// The media that lie with the provider while a call is under way, so that a second try need not
/// bring them again. Thread-safe: a call is on one thread, and each thread sees its own.
final class UploadedFiles {
  private final ThreadLocal<Map<Media, File>> files = ThreadLocal.withInitial(HashMap::new);

  /// Those of this thread's call; what is put there stays until they are taken.
  Map<Media, File> ofCall() {
    return files.get();
  }

  /// Those of this thread's call, for the last time.
  Collection<File> take() {
    Collection<File> taken = files.get().values();
    files.remove();
    return taken;
  }
}
