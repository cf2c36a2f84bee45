package koalens.backend.configure;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import koalens.backend.analysis.Durability;
import koalens.backend.analysis.KnownLabelOptions;
import koalens.backend.people.JwtSettings;
import koalens.backend.reading.ReadingLimits;
import koalens.backend.storage.DatabaseAddress;

/// Reads every variable and gathers the faults, so that all can be named at once.
final class SettingsReader {
  private static final Pattern ORIGIN =
      Pattern.compile("[a-z][a-z0-9+.-]*://[A-Za-z0-9.\\-\\[\\]:]+");
  private static final Pattern LOCAL_PAGE =
      Pattern.compile(
          "(?i)https?://(([^/]+\\.)?localhost|127(\\.\\d+){3}|\\[::1]|0\\.0\\.0\\.0)(:\\d+)?");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:%_\\-\\[\\]]+");

  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]+");

  private static final int LEAST_OF_A_KEY = 16;

  private final Map<String, String> environment;
  private final List<String> faults = new ArrayList<>();

  SettingsReader(Map<String, String> environment) {
    this.environment = environment;
  }

  Settings settings() {
    var ai = new AiSettingsReader(this);
    Environment where = environment();
    Path data = path(Variable.DATA_DIR, text(Variable.DATA_DIR));
    var settings =
        new Settings(
            host(),
            integer(Variable.PORT, 0, 65_535),
            metricsPort(),
            where,
            ai.provider(),
            secret(Variable.GEMINI_API_KEY),
            secret(Variable.ANTHROPIC_API_KEY),
            ai.settings(where),
            choice(Variable.LOG_LEVEL, LogLevel.class),
            database(data),
            choice(Variable.LEDGER_DURABILITY, Durability.class),
            integer(Variable.LEDGER_JOURNAL_BYTES, 65_536, 1_073_741_824),
            data,
            knowledge(),
            origins(where),
            people(),
            limits(),
            new ProviderSettingsReader(this).settings(),
            media());
    if (!faults.isEmpty()) {
      throw new SettingsFault(faults);
    }
    return settings;
  }

  private Optional<Integer> metricsPort() {
    return given(Variable.METRICS_PORT).map(_ -> integer(Variable.METRICS_PORT, 0, 65_535));
  }

  private Optional<Path> knowledge() {
    String folder = text(Variable.KNOWLEDGE_DIR);
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Path knowledge = path(Variable.KNOWLEDGE_DIR, folder);
    if (!Files.isDirectory(knowledge)) {
      faults.add("KNOWLEDGE_DIR must be a folder that koalens knowledge import made");
    }
    return Optional.of(knowledge);
  }

  private PeopleSettings people() {
    int days = integer(Variable.RETENTION_DAYS, 0, 36_500);
    return new PeopleSettings(
        issuer(),
        adminKey(),
        choice(Variable.ANONYMOUS_CALLERS, PeopleSettings.Anonymous.class),
        integer(Variable.ANALYSES_PER_MONTH, 0, 1_000_000),
        integer(Variable.REQUESTS_PER_MINUTE, 0, 1_000_000),
        integer(Variable.DEVICES_PER_DAY, 0, 1_000_000),
        trustedProxies(),
        addressHeader(),
        days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days)));
  }

  private Optional<Secret> adminKey() {
    Optional<Secret> key = secret(Variable.ADMIN_KEY);
    if (key.map(given -> given.value().length() < LEAST_OF_A_KEY).orElse(false)) {
      faults.add("ADMIN_KEY must have at least %d characters".formatted(LEAST_OF_A_KEY));
    }
    return key;
  }

  private Optional<JwtSettings> issuer() {
    Optional<URI> issuer = webAddress(Variable.AUTH_ISSUER);
    Optional<URI> keys = webAddress(Variable.AUTH_JWKS_URL);
    Optional<String> audience = given(Variable.AUTH_AUDIENCE);
    if (issuer.isPresent() && audience.isEmpty()) {
      faults.add("AUTH_AUDIENCE must be set beside AUTH_ISSUER, for example authenticated");
    }
    if (issuer.isEmpty() && (keys.isPresent() || audience.isPresent())) {
      faults.add("AUTH_ISSUER must be set beside AUTH_AUDIENCE and AUTH_JWKS_URL");
    }
    return issuer.map(from -> new JwtSettings(from, audience.orElse(""), keys));
  }

  private Optional<URI> webAddress(Variable variable) {
    Optional<URI> address = given(variable).flatMap(SettingsReader::uri);
    boolean usable = address.map(SettingsReader::isWebAddress).orElse(false);
    if (given(variable).isPresent() && !usable) {
      faults.add("%s must be an https address; http is for this machine alone".formatted(variable));
    }
    return usable ? address : Optional.empty();
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isWebAddress(URI address) {
    String host = String.valueOf(address.getHost());
    boolean near = host.equals("localhost") || host.equals("127.0.0.1");
    return address.getHost() != null
        && ("https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && near));
  }

  private List<AddressRange> trustedProxies() {
    try {
      return Stream.of(text(Variable.TRUSTED_PROXIES).split(",", -1))
          .map(String::strip)
          .filter(range -> !range.isEmpty())
          .map(AddressRange::of)
          .toList();
    } catch (IllegalArgumentException e) {
      faults.add("TRUSTED_PROXIES must be addresses such as 10.0.0.0/8 or ::1, with commas");
      return List.of();
    }
  }

  private String addressHeader() {
    String name = text(Variable.CLIENT_ADDRESS_HEADER);
    if (!HEADER.matcher(name).matches()) {
      faults.add("CLIENT_ADDRESS_HEADER must be a header's name, such as Fly-Client-IP");
    }
    return name;
  }

  private Limits limits() {
    return new Limits(
        integer(Variable.MAX_BODY_BYTES, 1024, 104_857_600),
        integer(Variable.MAX_DISCARDED_BYTES, 0, 104_857_600),
        integer(Variable.MAX_HEADER_BYTES, 1024, 1_048_576),
        integer(Variable.MAX_TEXT_CHARACTERS, 1, 1_000_000),
        integer(Variable.MAX_INGREDIENTS, 1, 100_000),
        integer(Variable.MAX_DEPTH, 1, 100),
        integer(Variable.MAX_CONCURRENT_REQUESTS, 1, 100_000),
        integer(Variable.MAX_CONNECTIONS, 1, 1_000_000),
        Duration.ofMillis(integer(Variable.REQUEST_TIMEOUT_MS, 100, 600_000)),
        Duration.ofMillis(integer(Variable.IDLE_CONNECTION_MS, 1_000, 3_600_000)),
        Duration.ofMillis(integer(Variable.SHUTDOWN_GRACE_MS, 0, 600_000)),
        new KnownLabelOptions(
            integer(Variable.KNOWN_LABELS_BYTES, 0, 1_073_741_824),
            Duration.ofMinutes(integer(Variable.KNOWN_LABELS_MINUTES, 1, 10_080))));
  }

  private MediaSettings media() {
    return new MediaSettings(
        integer(Variable.MAX_MEDIA_BYTES, 1024, 209_715_200),
        integer(Variable.MAX_HELD_MEDIA_BYTES, 1024, 1_073_741_824),
        Duration.ofMillis(integer(Variable.MEDIA_TIMEOUT_MS, 1_000, 600_000)),
        Duration.ofMillis(integer(Variable.MEDIA_SILENCE_MS, 1_000, 600_000)),
        integer(Variable.MAX_READINGS, 1, 64),
        integer(Variable.MAX_WAITING_READINGS, 0, 1_000),
        new ReadingLimits(
            integer(Variable.MAX_PICTURE_PIXELS, 10_000, 200_000_000),
            Duration.ofSeconds(integer(Variable.MAX_FILM_SECONDS, 1, 600)),
            Duration.ofMillis(integer(Variable.MAX_DECODING_MS, 1_000, 600_000)),
            integer(Variable.MAX_READ_LINES, 10, 1_000),
            integer(Variable.MAX_READ_FRAMES, 1, 30),
            Duration.ofMillis(integer(Variable.MAX_FILM_READING_MS, 100, 600_000)),
            integer(Variable.READING_THREADS, 1, 32)));
  }

  void fault(String sentence) {
    faults.add(sentence);
  }

  Optional<String> given(Variable variable) {
    return Optional.ofNullable(environment.get(variable.name()))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  String text(Variable variable) {
    return given(variable).orElse(variable.defaultValue());
  }

  private String host() {
    String host = text(Variable.HOST);
    if (!HOST.matcher(host).matches()) {
      faults.add("HOST must be an address or a host name, such as 127.0.0.1");
    }
    return host;
  }

  int integer(Variable variable, int least, int most) {
    try {
      int value = Integer.parseInt(text(variable));
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, with the range.
    }
    faults.add("%s must be a whole number from %d to %d".formatted(variable, least, most));
    return least;
  }

  private Environment environment() {
    return given(Variable.APP_ENV).isEmpty() && given(Variable.NODE_ENV).isPresent()
        ? choice(Variable.NODE_ENV, Environment.class)
        : choice(Variable.APP_ENV, Environment.class);
  }

  <E extends Enum<E>> E choice(Variable variable, Class<E> choices) {
    E[] constants = choices.getEnumConstants();
    Optional<E> chosen =
        Arrays.stream(constants).filter(c -> word(c).equalsIgnoreCase(text(variable))).findFirst();
    if (chosen.isEmpty()) {
      String words = Stream.of(constants).map(this::word).collect(Collectors.joining(", "));
      faults.add("%s must be one of %s".formatted(variable, words));
    }
    return chosen.orElse(constants[0]);
  }

  private String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  Optional<Secret> secret(Variable variable) {
    return given(variable).map(Secret::new);
  }

  private DatabaseAddress database(Path data) {
    var own = new DatabaseAddress.SqliteFile(data.resolve("koalens.db"));
    try {
      return given(Variable.DATABASE_URL).map(DatabaseAddress::of).orElse(own);
    } catch (IllegalArgumentException e) {
      faults.add("DATABASE_URL " + e.getMessage());
      return own;
    }
  }

  Path path(Variable variable, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      faults.add("%s must name a path on this machine".formatted(variable));
      return Path.of(variable.defaultValue());
    }
  }

  private List<String> origins(Environment where) {
    List<String> origins =
        Stream.of(text(Variable.CORS_ORIGIN).split(",", -1))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .toList();
    if (origins.contains("*") ? origins.size() > 1 : !origins.stream().allMatch(this::isOrigin)) {
      faults.add("CORS_ORIGIN must be * or origins such as https://app.example.org, with commas");
    }
    if (where == Environment.PRODUCTION && origins.stream().anyMatch(SettingsReader::isLocalPage)) {
      faults.add("CORS_ORIGIN may not name a page of localhost in production");
    }
    return origins;
  }

  // An installed app has an origin such as capacitor://localhost, which no web page can have.
  private static boolean isLocalPage(String origin) {
    return LOCAL_PAGE.matcher(origin).matches();
  }

  private boolean isOrigin(String origin) {
    return ORIGIN.matcher(origin).matches();
  }
}
