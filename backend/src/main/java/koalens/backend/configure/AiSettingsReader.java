package koalens.backend.configure;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import koalens.backend.analysis.advice.LogContent;
import koalens.backend.analysis.advice.Mode;
import koalens.backend.analysis.advice.PictureUse;
import koalens.backend.experiment.Experiment;
import koalens.backend.experiment.Variant;

/// Reads what is said of providers and experiments.
///
/// @param reader reads single variables and gathers the faults
record AiSettingsReader(SettingsReader reader) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:/@-]{1,100}");
  private static final long MEGABYTE = 1L << 20;

  AiSettings settings(Environment environment) {
    return new AiSettings(
        name(Variable.GEMINI_MODEL_NAME),
        address(Variable.GEMINI_BASE_URL, environment),
        name(Variable.CLAUDE_MODEL_NAME),
        address(Variable.ANTHROPIC_BASE_URL, environment),
        experiment(),
        reader.choice(Variable.AB_MODE, Mode.class),
        reader.choice(Variable.AI_PICTURES, PictureUse.class),
        reader.integer(Variable.AI_PICTURE_SIDE, 256, 8_000),
        Duration.ofMillis(reader.integer(Variable.AI_DEADLINE_MS, 100, 600_000)),
        reader.integer(Variable.AI_FIRST_PERCENT, 1, 100),
        reader.integer(Variable.AI_MAX_INGREDIENTS, 1, 10_000),
        reader.integer(Variable.AI_MAX_OUTPUT_TOKENS, 256, 1_000_000),
        reader.integer(Variable.AI_CACHE_ENTRIES, 0, 10_000_000),
        Duration.ofHours(reader.integer(Variable.AI_CACHE_HOURS, 1, 8_760)),
        logContent(environment),
        reader.secret(Variable.LOG_HASH_KEY),
        reader.given(Variable.LOG_DIR).map(folder -> reader.path(Variable.LOG_DIR, folder)),
        MEGABYTE * reader.integer(Variable.LOG_FILE_MEGABYTES, 1, 100_000),
        MEGABYTE * reader.integer(Variable.LOG_TOTAL_MEGABYTES, 1, 10_000_000));
  }

  // Without a choice, whoever's key is there.
  AiProvider provider() {
    boolean gemini = reader.given(Variable.GEMINI_API_KEY).isPresent();
    boolean claude = reader.given(Variable.ANTHROPIC_API_KEY).isPresent();
    if (reader.given(Variable.AI_PROVIDER).isEmpty()) {
      return gemini ? AiProvider.GEMINI : claude ? AiProvider.CLAUDE : AiProvider.LOCAL;
    }
    AiProvider provider = reader.choice(Variable.AI_PROVIDER, AiProvider.class);
    switch (provider) {
      case GEMINI -> needKey("AI_PROVIDER is gemini", Variable.GEMINI_API_KEY, "AI_PROVIDER");
      case CLAUDE -> needKey("AI_PROVIDER is claude", Variable.ANTHROPIC_API_KEY, "AI_PROVIDER");
      case LOCAL -> {}
    }
    return provider;
  }

  private void needKey(String wish, Variable key, String other) {
    if (reader.given(key).isEmpty()) {
      reader.fault("%s but %s is not set: set it, or change %s".formatted(wish, key, other));
    }
  }

  private Optional<Experiment> experiment() {
    String name = name(Variable.AB_EXPERIMENT);
    int gemini = reader.integer(Variable.AB_WEIGHT_GEMINI, 0, 1_000_000);
    int claude = reader.integer(Variable.AB_WEIGHT_CLAUDE, 0, 1_000_000);
    if (reader.choice(Variable.ENABLE_AB_TEST, Switch.class) == Switch.FALSE) {
      return Optional.empty();
    }
    String wish = "ENABLE_AB_TEST is true";
    needKey(wish, Variable.GEMINI_API_KEY, "ENABLE_AB_TEST");
    needKey(wish, Variable.ANTHROPIC_API_KEY, "ENABLE_AB_TEST");
    if (gemini + claude == 0) {
      reader.fault("AB_WEIGHT_GEMINI and AB_WEIGHT_CLAUDE must not both be 0");
      return Optional.empty();
    }
    var variants = List.of(new Variant("gemini", gemini), new Variant("claude", claude));
    return Optional.of(new Experiment(name, variants));
  }

  private enum Switch {
    FALSE,
    TRUE
  }

  private LogContent logContent(Environment environment) {
    if (reader.given(Variable.AI_LOG_CONTENT).isPresent()) {
      return reader.choice(Variable.AI_LOG_CONTENT, LogContent.class);
    }
    return switch (environment) {
      case STAGING -> LogContent.REDACTED;
      case DEVELOPMENT, PRODUCTION -> LogContent.OFF;
    };
  }

  private String name(Variable variable) {
    String name = reader.text(variable);
    if (!NAME.matcher(name).matches()) {
      reader.fault("%s must be a name such as %s".formatted(variable, variable.defaultValue()));
      return variable.defaultValue();
    }
    return name;
  }

  private Optional<URI> address(Variable variable, Environment environment) {
    Optional<URI> address = reader.given(variable).flatMap(AiSettingsReader::uri);
    if (reader.given(variable).isPresent() && address.isEmpty()) {
      reader.fault("%s must be an address such as https://api.example.org".formatted(variable));
    }
    if (environment == Environment.PRODUCTION && address.filter(Loopback::isMeant).isPresent()) {
      reader.fault(
          "%s must not name this machine in production: only an emulated provider listens here"
              .formatted(variable));
    }
    return address;
  }

  private static Optional<URI> uri(String text) {
    try {
      var uri = new URI(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
