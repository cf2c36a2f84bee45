package koalens.backend.analysis;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import koalens.engine.verdict.LabelOptions;

/// What somebody wants to know of a photo or film.
///
/// @param medium its bytes; nobody writes into them
/// @param userId what the caller calls itself, when it does: a label for statistics, never proof
/// @param language the language for reasons and advice: `sv`, `en`, or
///   [AnalysisRequest#AS_DETECTED]
/// @param options the language the label is said to be in, and which doubts decide
/// @param provider who is to look at it too, when the request says so: one of
///   [koalens.backend.analysis.advice.Advisers#names()]
/// @param requestId the mark this request carries through answer, log and ledger
/// @param person the id of the person who proved to be asking, and in whose history it goes
public record MediaRequest(
    Medium medium,
    Optional<String> userId,
    String language,
    LabelOptions options,
    Optional<String> provider,
    String requestId,
    Optional<String> person) {

  /// A request of nobody in particular.
  public MediaRequest(
      Medium medium,
      Optional<String> userId,
      String language,
      LabelOptions options,
      Optional<String> provider,
      String requestId) {
    this(medium, userId, language, options, provider, requestId, Optional.empty());
  }

  /// A photo or film as it came.
  public sealed interface Medium {
    /// Its bytes; nobody writes into them.
    byte[] bytes();

    /// A mark that tells it from others: of its content, in hexadecimal digits.
    default String digest() {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }

    /// Its kind, as in the log: `image` or `video`.
    String modality();
  }

  /// A photo: JPEG, PNG, WebP, HEIC or AVIF.
  public static final class Photo implements Medium {
    private final byte[] bytes;

    /// Takes the bytes over: nobody writes into them any more.
    public Photo(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public byte[] bytes() {
      return bytes;
    }

    @Override
    public String modality() {
      return "image";
    }
  }

  /// A film: MP4, MOV or WebM.
  public static final class Film implements Medium {
    private final byte[] bytes;

    /// Takes the bytes over: nobody writes into them any more.
    public Film(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public byte[] bytes() {
      return bytes;
    }

    @Override
    public String modality() {
      return "video";
    }
  }

  AnalysisRequest asking(AnalysisRequest.Input input) {
    return new AnalysisRequest(input, userId, language, options, provider, requestId, person);
  }
}
