package koalens.backend.configure;

import java.util.List;
import koalens.backend.analysis.advice.AdviceOptions;
import koalens.backend.analysis.advice.Advisers;
import koalens.backend.analysis.advice.AiLog;
import koalens.backend.analysis.advice.Prices;
import koalens.backend.provider.Provider;
import koalens.backend.provider.price.PriceBook;

/// The providers there are keys for, ready to be consulted; without a key nobody. Thread-safe;
/// close it to let connections go.
public final class Consultants implements AutoCloseable {
  private final List<Provider> providers;
  private final Advisers advisers;

  private Consultants(List<Provider> providers, Advisers advisers) {
    this.providers = providers;
    this.advisers = advisers;
  }

  /// Those the settings allow.
  ///
  /// @throws SettingsFault when production would ask an emulated provider
  public static Consultants of(Settings settings) {
    EmulatorProbe.refuse(settings);
    List<Provider> providers = List.copyOf(Providers.of(settings));
    return new Consultants(providers, advisers(settings, providers));
  }

  private static Advisers advisers(Settings settings, List<Provider> providers) {
    if (providers.isEmpty()) {
      return Advisers.none();
    }
    Prices prices = new BookPrices(PriceBook.standard());
    var advisers = new Advisers(providers, options(settings), prices);
    advisers.addListener(new AiLog(prices, settings.ai().logContent()));
    return advisers;
  }

  private static AdviceOptions options(Settings settings) {
    AiSettings ai = settings.ai();
    return new AdviceOptions(
        settings.aiProvider().word(),
        ai.experiment(),
        ai.mode(),
        ai.budget(),
        ai.mostIngredients(),
        ai.maxOutputTokens(),
        ai.cacheEntries(),
        ai.cacheLife(),
        LogHashKey.of(settings));
  }

  /// Who is consulted.
  public Advisers advisers() {
    return advisers;
  }

  List<Provider> providers() {
    return providers;
  }

  @Override
  public void close() {
    advisers.close();
    providers.forEach(Provider::close);
  }
}
