package koalens.server.api;

/// What calls would have cost that were not made: the straight line through the calls that were,
/// from characters sent to tokens used, by least squares. Thread-safe.
final class TokenEstimate {
  private double calls;
  private double characters;
  private double tokens;
  private double charactersSquared;
  private double charactersTimesTokens;

  synchronized void saw(long sent, long used) {
    calls++;
    characters += sent;
    tokens += used;
    charactersSquared += (double) sent * sent;
    charactersTimesTokens += (double) sent * used;
  }

  /// The tokens of that many calls with that many characters together; 0 as long as no call was
  /// seen.
  synchronized double tokens(long ofCalls, long ofCharacters) {
    if (calls == 0) {
      return 0;
    }
    double perCharacter = Math.max(0, slope());
    double perCall = (tokens - perCharacter * characters) / calls;
    return Math.max(0, perCall * ofCalls + perCharacter * ofCharacters);
  }

  private double slope() {
    double spread = calls * charactersSquared - characters * characters;
    return spread == 0
        ? tokens / Math.max(1, characters)
        : (calls * charactersTimesTokens - characters * tokens) / spread;
  }
}
