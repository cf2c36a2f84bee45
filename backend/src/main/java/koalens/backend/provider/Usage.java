package koalens.backend.provider;

import java.util.Map;

/// The tokens of one call, counted alike for every provider: a part is always within its whole.
///
/// @param input everything the model read: the cached and newly cached, and the results of tools
/// @param cacheRead the part of the input that came from a cache
/// @param cacheWriteShort the part of the input that was put into a cache for five minutes
/// @param cacheWriteLong the part of the input that was put into a cache for an hour
/// @param output everything the model wrote: thinking too
/// @param thinking the part of the output that was thinking
/// @param webSearches searches of the web that the provider made and charges by the piece
/// @param inputByModality the input by kind, where the provider says; may be less than all
/// @param cacheReadByModality the part read from a cache by kind, where the provider says
/// @param outputByModality the output by kind, where the provider says; may be less than all
public record Usage(
    long input,
    long cacheRead,
    long cacheWriteShort,
    long cacheWriteLong,
    long output,
    long thinking,
    long webSearches,
    Map<Modality, Long> inputByModality,
    Map<Modality, Long> cacheReadByModality,
    Map<Modality, Long> outputByModality) {

  /// No tokens.
  public static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0, 0, Map.of(), Map.of(), Map.of());

  /// Copies the maps.
  ///
  /// @throws IllegalArgumentException for a negative count, or a part larger than its whole
  public Usage {
    inputByModality = Map.copyOf(inputByModality);
    cacheReadByModality = Map.copyOf(cacheReadByModality);
    outputByModality = Map.copyOf(outputByModality);
    long cached = cacheRead + cacheWriteShort + cacheWriteLong;
    if (Math.min(Math.min(cacheRead, cacheWriteShort), Math.min(cacheWriteLong, thinking)) < 0
        || webSearches < 0) {
      throw new IllegalArgumentException("a token count must not be negative");
    }
    if (cached > input || thinking > output) {
      throw new IllegalArgumentException("a part must not have more tokens than its whole");
    }
  }

  /// A usage of input and output alone.
  public static Usage of(long input, long output) {
    return new Usage(input, 0, 0, 0, output, 0, 0, Map.of(), Map.of(), Map.of());
  }
}
