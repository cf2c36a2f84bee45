package koalens.backend.provider.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import koalens.backend.provider.Modality;
import koalens.backend.provider.ProviderName;
import koalens.backend.provider.Usage;
import org.jspecify.annotations.Nullable;

/// What a model costs from a day on, in US dollars for a million tokens, which is micro-dollars for
/// one. Where a special price is not set, the plain one of its kind holds.
///
/// @param provider whose model
/// @param model the model, without its date
/// @param from the first day it holds
/// @param above holds for prompts of more tokens than this
/// @param input for reading a token
/// @param output for writing a token
/// @param cacheRead for reading a token from a cache
/// @param cacheWriteShort for reading a token and caching it for five minutes
/// @param cacheWriteLong for reading a token and caching it for an hour
/// @param audio for reading a token of sound
/// @param audioCacheRead for reading a token of sound from a cache
/// @param imageOutput for drawing a token of a picture
/// @param evidence how well the price is known
/// @param source where it is from, and of when
public record Price(
    ProviderName provider,
    String model,
    LocalDate from,
    long above,
    BigDecimal input,
    BigDecimal output,
    Optional<BigDecimal> cacheRead,
    Optional<BigDecimal> cacheWriteShort,
    Optional<BigDecimal> cacheWriteLong,
    Optional<BigDecimal> audio,
    Optional<BigDecimal> audioCacheRead,
    Optional<BigDecimal> imageOutput,
    PriceEvidence evidence,
    String source) {
  private static final BigDecimal SEARCH = new BigDecimal("10000");

  /// What a usage costs at this price.
  public Cost of(Usage usage) {
    return new Cost(
        input(usage), output(usage), BigDecimal.valueOf(usage.webSearches()).multiply(SEARCH));
  }

  private BigDecimal input(Usage usage) {
    long cachedAudio = tokens(usage.cacheReadByModality().get(Modality.AUDIO), usage.cacheRead());
    long written = usage.cacheWriteShort() + usage.cacheWriteLong();
    long plain = usage.input() - usage.cacheRead() - written;
    long allAudio = tokens(usage.inputByModality().get(Modality.AUDIO), usage.input());
    long plainAudio = Math.clamp(allAudio - cachedAudio, 0, plain);
    BigDecimal cached = cacheRead.orElse(input);
    return cost(plain - plainAudio, input)
        .add(cost(plainAudio, audio.orElse(input)))
        .add(cost(usage.cacheRead() - cachedAudio, cached))
        .add(cost(cachedAudio, audioCacheRead.orElse(cached)))
        .add(cost(usage.cacheWriteShort(), cacheWriteShort.orElse(input)))
        .add(cost(usage.cacheWriteLong(), cacheWriteLong.orElse(input)));
  }

  private BigDecimal output(Usage usage) {
    long images = tokens(usage.outputByModality().get(Modality.IMAGE), usage.output());
    return cost(usage.output() - images, output).add(cost(images, imageOutput.orElse(output)));
  }

  // A part that the provider counts higher than its whole is as large as its whole.
  private static long tokens(@Nullable Long part, long whole) {
    return part == null ? 0 : Math.min(part, whole);
  }

  private static BigDecimal cost(long tokens, BigDecimal price) {
    return price.multiply(BigDecimal.valueOf(tokens));
  }
}
