package koalens.backend.provider.gemini;

import com.google.genai.Client;
import com.google.genai.types.DeleteFileConfig;
import com.google.genai.types.File;
import com.google.genai.types.FileState;
import com.google.genai.types.GetFileConfig;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.UploadFileConfig;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import koalens.backend.provider.Deadline;
import koalens.backend.provider.FailureKind;
import koalens.backend.provider.Media;

/// Media too large for a request: uploaded, awaited, and deleted when the call is over.
final class GeminiFiles {
  private static final Duration FIRST_LOOK = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration TIME_TO_DELETE = Duration.ofSeconds(10);

  private final Client sdk;
  private final Function<Deadline, HttpOptions> options;

  GeminiFiles(Client sdk, Function<Deadline, HttpOptions> options) {
    this.sdk = sdk;
    this.options = options;
  }

  /// Uploads it unless that was done, and waits until the provider can read it.
  ///
  /// @param uploaded what is there already, and what is to be deleted in the end
  /// @throws UnreadableFileException when the provider cannot, or not in time
  File ready(Media media, Map<Media, File> uploaded, Deadline deadline)
      throws InterruptedException {
    File file = uploaded.get(media);
    if (file == null) {
      file = upload(media, deadline);
      // Before the wait: whatever comes of it, the file is there.
      uploaded.put(media, file);
    }
    File settled = settled(file, deadline);
    if (state(settled) != FileState.Known.ACTIVE) {
      throw new UnreadableFileException(FailureKind.UNSUPPORTED_MEDIA);
    }
    uploaded.put(media, settled);
    return settled;
  }

  private File upload(Media media, Deadline deadline) {
    var config =
        UploadFileConfig.builder().mimeType(media.mimeType()).httpOptions(options.apply(deadline));
    return sdk.files.upload(media.content(), config.build());
  }

  private File settled(File uploaded, Deadline deadline) throws InterruptedException {
    File file = uploaded;
    Duration pause = FIRST_LOOK;
    while (isInWork(file)) {
      if (deadline.remaining().compareTo(pause) <= 0) {
        throw UnreadableFileException.notYet(pause);
      }
      Thread.sleep(pause);
      Duration next = pause.multipliedBy(2);
      pause = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
      var look = GetFileConfig.builder().httpOptions(options.apply(deadline)).build();
      file = sdk.files.get(name(file), look);
    }
    return file;
  }

  /// Deletes it without waiting; the provider does so itself after two days.
  void delete(File file) {
    Thread.ofVirtual()
        .name("gemini-file-delete")
        .start(() -> {
          try {
            var own = options.apply(Deadline.in(TIME_TO_DELETE));
            sdk.files.delete(name(file), DeleteFileConfig.builder().httpOptions(own).build());
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
