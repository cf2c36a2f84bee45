package koalens.backend.analysis.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koalens.backend.provider.Provider;

/// The providers there are, by name, in the order they stand in for each other. Immutable.
record Colleagues(Map<String, Provider> byName) {

  static Colleagues of(List<Provider> providers) {
    var byName = new LinkedHashMap<String, Provider>();
    providers.forEach(provider -> byName.put(provider.name().word(), provider));
    return new Colleagues(byName);
  }

  Optional<Provider> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// Who may stand in for the provider.
  Optional<Provider> insteadOf(Provider provider) {
    return byName.values().stream().filter(other -> other.name() != provider.name()).findFirst();
  }
}
