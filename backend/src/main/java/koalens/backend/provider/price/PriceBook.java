package koalens.backend.provider.price;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import koalens.backend.provider.ProviderName;
import koalens.backend.provider.Usage;

/// What every known model cost, costs and is announced to cost. Immutable.
public final class PriceBook {
  // A date or a state of release behind the name is the same model; any other word is another one.
  private static final Pattern RELEASE =
      Pattern.compile("(-\\d{8}|@\\d{8}|-\\d{3}|-latest|-exp|-preview(-\\d{2}-\\d{2,4})?)?");
  private static final String FAMILY_PREFIX = "models/";

  private final String version;
  private final List<Price> prices;

  PriceBook(String version, List<Price> prices) {
    this.version = version;
    this.prices = List.copyOf(prices);
  }

  /// The book that comes with this release.
  public static PriceBook standard() {
    return PriceFile.standard();
  }

  /// Which book it is; belongs beside every cost.
  public String version() {
    return version;
  }

  /// Every price in it.
  public List<Price> prices() {
    return prices;
  }

  /// What a call cost, or would cost, served at once and anywhere.
  ///
  /// @param model as asked for or as served
  /// @param day when, past or to come
  /// @return none for a model the book does not know: no cost is ever guessed
  public Optional<Cost> cost(ProviderName provider, String model, Usage usage, LocalDate day) {
    return price(provider, model, usage.input(), day).map(price -> price.of(usage));
  }

  /// The price that holds.
  ///
  /// @param promptTokens the prompt's length, cached tokens included
  public Optional<Price> price(
      ProviderName provider, String model, long promptTokens, LocalDate day) {
    return prices.stream()
        .filter(price -> price.provider() == provider && isOf(price.model(), model))
        .filter(price -> !price.from().isAfter(day) && isAbove(price, promptTokens))
        .max(Comparator.comparing(Price::from).thenComparingLong(Price::above));
  }

  /// The days after that one on which a model's price changes, as announced.
  public SortedSet<LocalDate> changesAfter(ProviderName provider, String model, LocalDate day) {
    return prices.stream()
        .filter(price -> price.provider() == provider && isOf(price.model(), model))
        .map(Price::from)
        .filter(from -> from.isAfter(day))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isAbove(Price price, long promptTokens) {
    return price.above() == 0 || promptTokens > price.above();
  }

  private static boolean isOf(String family, String model) {
    String name = model.startsWith(FAMILY_PREFIX) ? model.substring(FAMILY_PREFIX.length()) : model;
    return name.startsWith(family) && RELEASE.matcher(name.substring(family.length())).matches();
  }
}
