package koalens.backend.configure;

/// Every environment variable the application reads, with its default.
enum Variable {
  PORT("8080", "port to listen on, 0 to 65535; 0 takes any free one"),
  HOST("0.0.0.0", "address to listen on"),
  METRICS_PORT(
      "", "port of its own for /metrics, 0 to 65535, where nobody else gets in; not set: at PORT"),
  APP_ENV("development", "development, staging or production"),
  NODE_ENV("", "stands in for APP_ENV when that is not set"),
  AI_PROVIDER(
      "",
      "local, gemini or claude: who answers what the engine cannot settle; not set: whoever's key"
          + " is there, gemini before claude, else local"),
  GEMINI_API_KEY("", "key for Google Gemini", true),
  ANTHROPIC_API_KEY("", "key for Anthropic Claude", true),
  GEMINI_MODEL_NAME("gemini-3.5-flash-lite", "model of Google Gemini"),
  CLAUDE_MODEL_NAME("claude-haiku-5-5", "model of Anthropic Claude"),
  GEMINI_BASE_URL("", "where Gemini is reached; not set: at Google"),
  ANTHROPIC_BASE_URL("", "where Claude is reached; not set: at Anthropic"),
  ENABLE_AB_TEST(
      "false",
      "true or false: whether requests are split between Gemini and Claude, by user where they name"
          + " one; needs both keys"),
  AB_MODE(
      "split", "split: each request goes to one provider; shadow: to both, the assigned answers"),
  AB_EXPERIMENT("gemini-claude", "name of the experiment; another name assigns users anew"),
  AB_WEIGHT_GEMINI("50", "share of Gemini against AB_WEIGHT_CLAUDE, 0 to 1000000"),
  AB_WEIGHT_CLAUDE("50", "share of Claude against AB_WEIGHT_GEMINI, 0 to 1000000"),
  AI_PICTURES(
      "unsure",
      "unsure, always or never: which photos and films a provider is shown outside experiments:"
          + " those whose reading here settles nothing, all while they are read here, or none"),
  AI_PICTURE_SIDE(
      "2048", "longest side of a picture that a provider is shown in pixels, 256 to 8000"),
  AI_DEADLINE_MS(
      "8000",
      "longest wait for providers in one analysis, retries and fallback included, in ms, 100 to"
          + " 600000"),
  AI_FIRST_PERCENT(
      "60", "share of that time for the first provider where there is a second, 1 to 100"),
  AI_MAX_INGREDIENTS(
      "200", "ingredients put into one question at most, 1 to 10000; the rest stays as judged"),
  AI_MAX_OUTPUT_TOKENS("8192", "longest answer of a model in tokens, 256 to 1000000"),
  AI_CACHE_ENTRIES("100000", "answers on ingredients kept in memory, 0 to 10000000"),
  AI_CACHE_HOURS("720", "how long a kept answer is good in hours, 1 to 8760"),
  AI_LOG_CONTENT(
      "",
      "off or redacted: whether the log of AI requests holds what was asked and answered; not set:"
          + " redacted in staging, else off"),
  LOG_HASH_KEY(
      "",
      "what marks of users and items in the log are keyed with, the same on servers whose logs are"
          + " read together; not set: a random key kept in DATA_DIR",
      true),
  LOG_DIR("", "folder for combined.log and error.log, one JSON object a line; not set: no files"),
  LOG_FILE_MEGABYTES("100", "size at which combined.log is packed away, 1 to 100000"),
  LOG_TOTAL_MEGABYTES("2000", "size of all log files together, 1 to 10000000"),
  AI_ATTEMPTS("3", "requests to a provider in one call at most, a repair apart, 1 to 10"),
  AI_ATTEMPT_TIMEOUT_MS("20000", "longest wait for one request to a provider in ms, 100 to 600000"),
  AI_LEAST_TIME_MS(
      "250", "a provider is not asked again with less time than this left, in ms, 0 to 600000"),
  AI_BACKOFF_MS(
      "250",
      "upper bound of the random wait before the first retry in ms, 0 to 60000; it doubles with"
          + " each"),
  AI_LONGEST_BACKOFF_MS("5000", "what that bound does not exceed, in ms, 0 to 600000"),
  AI_RETRY_PERCENT("10", "retries for a hundred calls at most in the long run, 0 to 100"),
  AI_CONCURRENT_CALLS("32", "requests to a model at once, 1 to 100000"),
  AI_QUEUE_MS("500", "longest wait for a place among them in ms, 0 to 600000"),
  AI_CIRCUIT_CALLS("20", "of so many requests the share of failures is watched, 2 to 10000"),
  AI_CIRCUIT_PERCENT("50", "share of failures at which a model is left alone, 1 to 100"),
  AI_CIRCUIT_OPEN_MS("30000", "how long it is left alone in ms, 10 to 3600000"),
  AI_BLOCKED_MS(
      "300000", "how long it is after a wrong key or an unpaid bill in ms, 10 to 86400000"),
  AI_MAX_ANSWER_BYTES("4194304", "longest answer of a provider in bytes, 1024 to 104857600"),
  GEMINI_INLINE_BYTES(
      "12582912",
      "pictures and films up to this size together travel in the request to Gemini, larger are"
          + " uploaded, in bytes, 0 to 104857600"),
  LOG_LEVEL("info", "trace, debug, info, warn or error"),
  DATABASE_URL(
      "",
      "postgres://user:password@host:5432/database, or sqlite:path/to/file; not set: koalens.db in"
          + " DATA_DIR",
      true),
  LEDGER_JOURNAL_BYTES(
      "8388608",
      "size in bytes of each of the two files that hold analyses while the database is gone, 65536"
          + " to 1073741824"),
  LEDGER_DURABILITY("process", "what an answered analysis outlives: process (a kill) or power"),
  DATA_DIR("./data", "folder for what the application keeps"),
  KNOWLEDGE_DIR(
      "", "folder that koalens knowledge import wrote; not set: the engine's own knowledge"),
  CORS_ORIGIN(
      "",
      "web origins that may call, separated by commas, or *; no localhost in production; not set:"
          + " none"),
  AUTH_ISSUER(
      "",
      "OpenID Connect provider whose tokens prove who calls, such as https://abc.supaba"
          + "se.co/auth/v1"),
  AUTH_AUDIENCE(
      "", "for whom its tokens must be, such as authenticated; needed beside AUTH_ISSUER"),
  AUTH_JWKS_URL("", "where it publishes its keys; not set: as its discovery document says"),
  ADMIN_KEY(
      "",
      "key that operators show as a bearer token, 16 characters or more; not set: no operators",
      true),
  ANONYMOUS_CALLERS("allowed", "allowed or refused: whether callers without a token get analyses"),
  ANALYSES_PER_MONTH(
      "15", "analyses a person may have in a calendar month of UTC, 0 to 1000000; 0 is no limit"),
  REQUESTS_PER_MINUTE(
      "120", "requests a minute by address and by person, 0 to 1000000; 0 is no limit"),
  DEVICES_PER_DAY("100", "devices an address may register a day, 0 to 1000000; 0 is no limit"),
  TRUSTED_PROXIES(
      "",
      "addresses of proxies whose CLIENT_ADDRESS_HEADER is believed, such as 10.0.0.0/8, with"
          + " commas"),
  CLIENT_ADDRESS_HEADER(
      "X-Forwarded-For",
      "header in which trusted proxies name the caller, such as Fly-Client-IP; of a list, the last"
          + " that is no trusted proxy"),
  RETENTION_DAYS(
      "0", "days after which analyses that are no favourites are deleted, 0 to 36500; 0 is never"),
  MAX_BODY_BYTES("1048576", "largest request body in bytes, 1024 to 104857600"),
  MAX_DISCARDED_BYTES(
      "104857600", "how much of a larger body is read and thrown away, 0 to 104857600"),
  MAX_HEADER_BYTES("16384", "largest request head in bytes, 1024 to 1048576"),
  MAX_TEXT_CHARACTERS("20000", "longest label text or ingredient in characters, 1 to 1000000"),
  MAX_INGREDIENTS("2000", "longest ingredient list, parts included, 1 to 100000"),
  MAX_DEPTH("12", "deepest brackets read as parts, 1 to 100"),
  KNOWN_LABELS_BYTES(
      "33554432",
      "memory for what the engine said of labels lately, so that the same label is answered sooner,"
          + " in bytes, 0 to 1073741824; 0 keeps nothing"),
  KNOWN_LABELS_MINUTES("60", "how long a label is kept there at most in minutes, 1 to 10080"),
  MAX_CONCURRENT_REQUESTS("256", "requests at once, 1 to 100000; more are answered with 503"),
  MAX_CONNECTIONS("4096", "open connections at once, 1 to 1000000"),
  REQUEST_TIMEOUT_MS(
      "10000",
      "longest wait for a request, the ledger, or a caller to take a part of an export, in ms, 100"
          + " to 600000"),
  IDLE_CONNECTION_MS("60000", "how long an idle connection stays open in ms, 1000 to 3600000"),
  MAX_MEDIA_BYTES("20971520", "largest photo or film in bytes, 1024 to 209715200"),
  MAX_HELD_MEDIA_BYTES(
      "134217728",
      "requests with photos and films in memory at once, together, in bytes, 1024 to 1073741824;"
          + " more are answered with 503"),
  MAX_PICTURE_PIXELS("60000000", "most pixels of a photo or frame, 10000 to 200000000"),
  MAX_FILM_SECONDS("60", "longest film in seconds, 1 to 600"),
  MAX_DECODING_MS("20000", "longest time to decode a photo or film in ms, 1000 to 600000"),
  MAX_READ_LINES("150", "most lines of text read in a picture, 10 to 1000"),
  MAX_FILM_READING_MS(
      "6000",
      "after that no further frame of a film is begun, the second one apart, in ms, 100 to 600000"),
  MAX_READ_FRAMES("4", "most frames of a film that are read, 1 to 30"),
  MAX_READINGS(
      "1",
      "photos and films read at once, 1 to 64; each takes some 400 MB outside the heap while it"
          + " looks"),
  MAX_WAITING_READINGS(
      "8", "photos and films that wait for a reader, 0 to 1000; more are answered with 503"),
  READING_THREADS("2", "lines of text recognised at once in a picture, 1 to 32"),
  MEDIA_TIMEOUT_MS(
      "300000", "longest wait for all of a photo or film to arrive in ms, 1000 to 600000"),
  MEDIA_SILENCE_MS(
      "10000", "longest wait for a further part of it meanwhile in ms, 1000 to 600000"),
  SHUTDOWN_GRACE_MS("10000", "longest wait for requests under way at a stop in ms, 0 to 600000");

  private final String defaultValue;
  private final String meaning;
  private final boolean secret;

  Variable(String defaultValue, String meaning) {
    this(defaultValue, meaning, false);
  }

  Variable(String defaultValue, String meaning, boolean secret) {
    this.defaultValue = defaultValue;
    this.meaning = meaning;
    this.secret = secret;
  }

  String defaultValue() {
    return defaultValue;
  }

  boolean secret() {
    return secret;
  }

  SettingDocumentation documentation() {
    String shown = defaultValue.isEmpty() ? "not set" : defaultValue;
    return new SettingDocumentation(name(), shown, meaning, secret);
  }
}
