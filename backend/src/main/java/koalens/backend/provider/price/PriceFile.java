package koalens.backend.provider.price;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import koalens.backend.provider.ProviderName;

/// Reads `prices.txt`, which says itself how it is written.
final class PriceFile {
  private static final String NAME = "prices.txt";
  private static final int COLUMNS = 11;

  private final List<Price> prices = new ArrayList<>();
  private String version = "";
  private ProviderName provider = ProviderName.CLAUDE;

  private PriceFile() {}

  static PriceBook standard() {
    try (InputStream stream = PriceFile.class.getResourceAsStream(NAME)) {
      byte[] bytes = Objects.requireNonNull(stream, NAME).readAllBytes();
      return read(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A book from the text of a file.
  ///
  /// @throws IllegalArgumentException with the line that cannot be read
  static PriceBook read(String text) {
    var file = new PriceFile();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(file::line);
    return new PriceBook(file.version, file.prices);
  }

  private void line(String line) {
    try {
      if (line.startsWith("version ")) {
        version = line.substring(8).strip();
      } else if (line.startsWith("provider ")) {
        provider = ProviderName.valueOf(line.substring(9).strip().toUpperCase(Locale.ROOT));
      } else {
        prices.add(price(line.split("\\|", -1)));
      }
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(NAME + ": cannot read the line: " + line, e);
    }
  }

  private Price price(String[] columns) {
    if (columns.length != COLUMNS) {
      throw new IllegalArgumentException("it must have " + COLUMNS + " columns");
    }
    String from = columns[1].strip();
    Map<String, BigDecimal> other = other(columns[8].strip());
    return new Price(
        provider,
        columns[0].strip(),
        from.equals("-") ? LocalDate.MIN : LocalDate.parse(from),
        Long.parseLong(columns[2].strip()),
        amount(columns[3]).orElseThrow(),
        amount(columns[4]).orElseThrow(),
        amount(columns[5]),
        amount(columns[6]),
        amount(columns[7]),
        Optional.ofNullable(other.get("audio")),
        Optional.ofNullable(other.get("audio-cache")),
        Optional.ofNullable(other.get("image")),
        PriceEvidence.valueOf(columns[9].strip().toUpperCase(Locale.ROOT)),
        columns[10].strip());
  }

  private static Optional<BigDecimal> amount(String column) {
    String amount = column.strip();
    return amount.equals("-") ? Optional.empty() : Optional.of(new BigDecimal(amount));
  }

  private static Map<String, BigDecimal> other(String column) {
    return Stream.of(column.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> new BigDecimal(pair[1])));
  }
}
