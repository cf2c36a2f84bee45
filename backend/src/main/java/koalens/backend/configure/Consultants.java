package koalens.backend.configure;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import koalens.backend.analysis.advice.AdviceOptions;
import koalens.backend.analysis.advice.Advisers;
import koalens.backend.analysis.advice.AiLedger;
import koalens.backend.analysis.advice.AiLog;
import koalens.backend.analysis.advice.Prices;
import koalens.backend.provider.Provider;
import koalens.backend.provider.price.PriceBook;

/// The providers there are keys for, ready to be consulted; without a key nobody. Thread-safe;
/// close it to let connections go.
public final class Consultants implements AutoCloseable {
  private final List<Provider> providers;
  private final Advisers advisers;
  private final AtomicReference<AiLedger> ledger;

  private Consultants(
      List<Provider> providers, Advisers advisers, AtomicReference<AiLedger> ledger) {
    this.providers = providers;
    this.advisers = advisers;
    this.ledger = ledger;
  }

  /// Those the settings allow.
  ///
  /// @throws SettingsFault when production would ask an emulated provider
  public static Consultants of(Settings settings) {
    EmulatorProbe.refuse(settings);
    List<Provider> providers = List.copyOf(Providers.of(settings));
    var ledger = new AtomicReference<>(AiLedger.NONE);
    AiLedger keeping = line -> ledger.get().keep(line);
    return new Consultants(providers, advisers(settings, providers, keeping), ledger);
  }

  private static Advisers advisers(Settings settings, List<Provider> providers, AiLedger ledger) {
    if (providers.isEmpty()) {
      return Advisers.none();
    }
    Prices prices = new BookPrices(PriceBook.standard());
    var advisers = new Advisers(providers, options(settings), prices);
    advisers.addListener(new AiLog(prices, settings.ai().logContent(), ledger));
    return advisers;
  }

  private static AdviceOptions options(Settings settings) {
    AiSettings ai = settings.ai();
    return new AdviceOptions(
        settings.aiProvider().word(),
        ai.experiment(),
        ai.mode(),
        ai.pictures(),
        ai.budget(),
        ai.firstPercent(),
        ai.mostIngredients(),
        ai.maxOutputTokens(),
        ai.cacheEntries(),
        ai.cacheLife(),
        LogHashKey.of(settings));
  }

  /// Keeps what the AI log says from now on here too.
  void keepLinesIn(AiLedger keeper) {
    ledger.set(keeper);
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
