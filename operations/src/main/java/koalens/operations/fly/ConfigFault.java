package koalens.operations.fly;

/// Something wrong in a fly.toml.
///
/// @param line where, counted from 1; 0 for the file as a whole
/// @param key the key concerned, dotted
/// @param message what is wrong and how to mend it
public record ConfigFault(int line, String key, String message) {
  /// The fault as one line of text.
  public String text(String file) {
    return line == 0 ? file + ": " + message : file + ":" + line + ": " + message;
  }
}
