package koalens.backend.provider.gemini;

import com.google.genai.Client;
import com.google.genai.types.File;
import com.google.genai.types.FileState;
import com.google.genai.types.GetFileConfig;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.UploadFileConfig;
import java.time.Duration;
import java.util.function.Function;
import koalens.backend.provider.Deadline;
import koalens.backend.provider.FailureKind;
import koalens.backend.provider.Media;

/// Media too large for a request: uploaded, awaited, and deleted when the answer is there.
final class GeminiFiles {
  private static final Duration FIRST_LOOK = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final Client sdk;
  private final Function<Deadline, HttpOptions> options;

  GeminiFiles(Client sdk, Function<Deadline, HttpOptions> options) {
    this.sdk = sdk;
    this.options = options;
  }

  /// Uploads and waits until the provider can read it.
  ///
  /// @throws UnreadableFileException when the provider cannot, or not in time
  File upload(Media media, Deadline deadline) throws InterruptedException {
    var config =
        UploadFileConfig.builder().mimeType(media.mimeType()).httpOptions(options.apply(deadline));
    File file = sdk.files.upload(media.content(), config.build());
    Duration pause = FIRST_LOOK;
    while (isInWork(file)) {
      if (deadline.remaining().compareTo(pause) <= 0) {
        throw new UnreadableFileException(FailureKind.TIMEOUT);
      }
      Thread.sleep(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
      var look = GetFileConfig.builder().httpOptions(options.apply(deadline)).build();
      file = sdk.files.get(name(file), look);
    }
    if (state(file) != FileState.Known.ACTIVE) {
      throw new UnreadableFileException(FailureKind.UNSUPPORTED_MEDIA);
    }
    return file;
  }

  /// Deletes it without waiting; the provider does so itself after two days.
  void delete(File file) {
    Thread.ofVirtual()
        .name("gemini-file-delete")
        .start(() -> {
          try {
            sdk.files.delete(name(file), null);
          } catch (RuntimeException e) {
            // Nothing depends on it, and it is gone in two days.
          }
        });
  }

  private static boolean isInWork(File file) {
    return state(file) == FileState.Known.PROCESSING;
  }

  private static FileState.Known state(File file) {
    return file.state().map(FileState::knownEnum).orElse(FileState.Known.STATE_UNSPECIFIED);
  }

  private static String name(File file) {
    return file.name().orElseThrow(() -> new UnreadableFileException(FailureKind.MALFORMED_ANSWER));
  }
}
