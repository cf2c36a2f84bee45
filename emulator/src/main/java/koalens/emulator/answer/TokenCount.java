package koalens.emulator.answer;

/// Counts tokens as roughly as a rehearsal needs: four characters are one.
public final class TokenCount {
  private static final int CHARACTERS = 4;

  private TokenCount() {}

  /// Tokens of a text.
  public static int of(String text) {
    return (text.length() + CHARACTERS - 1) / CHARACTERS;
  }

  /// Tokens of a prompt.
  ///
  /// @param image what the provider charges for an image
  /// @param video what it charges for a video
  public static int of(Prompt prompt, int image, int video) {
    int media = prompt.media().stream().mapToInt(one -> one.isVideo() ? video : image).sum();
    int schema = prompt.schema().map(tree -> of(tree.toString())).orElse(0);
    return Math.max(1, of(prompt.text()) + of(prompt.instructions()) + schema + media);
  }
}
