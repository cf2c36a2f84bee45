package koalens.backend.comparison.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Reads the objects of a log into [Line]s, out of their wrapping where there is one. Not
/// thread-safe.
final class LineReader implements ObjectScanner.Sink {
  private static final byte[] REQUEST = "AI Request".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] RESPONSE = "AI Response".getBytes(StandardCharsets.US_ASCII);
  private static final long LONGEST_MICROS = 24L * 3_600 * 1_000_000;
  private static final long DEAREST_MICROS = 1_000_000_000;
  private static final long MOST_TOKENS = 100_000_000;
  private static final long THOUSAND = 1_000;
  private static final long EARLIEST_MICROS = micros("2020-01-01T00:00:00Z");
  private static final long LATEST_MICROS = micros("2100-01-01T00:00:00Z");

  private final ObjectScanner scanner = new ObjectScanner();
  private final Words words;
  private final Line line = new Line();
  private byte[] wrapped = {};
  private int wrappedLength;

  LineReader(Words words) {
    this.words = words;
  }

  private static long micros(String time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time));
  }

  /// Reads the object that opens at the place; whether it is whole.
  boolean read(byte[] block, int open, int to) {
    line.clear();
    wrappedLength = 0;
    boolean whole = scanner.scan(block, open, to, this);
    int next = scanner.next();
    if (whole && line.kind == Line.Kind.OTHER && wrappedLength > 0) {
      unwrap();
    }
    resume = next;
    if (line.kind != Line.Kind.OTHER && line.analysis == 0) {
      line.analysis = line.request == 0 ? Hash.of(block, open, next) : line.request;
    }
    return whole;
  }

  private int resume;

  /// Where reading goes on.
  int next() {
    return resume;
  }

  /// What was read; changes with the next.
  Line line() {
    return line;
  }

  private void unwrap() {
    int open = 0;
    while (open < wrappedLength && wrapped[open] != '{') {
      open++;
    }
    byte[] inner = wrapped;
    int length = wrappedLength;
    wrappedLength = 0;
    if (open < length) {
      scanner.scan(inner, open, length, this);
    }
  }

  @Override
  public void field(Field field, byte[] bytes, int from, int to, boolean isText) {
    switch (field) {
      case MESSAGE_NAME -> line.kind = kind(bytes, from, to);
      case WRAPPED -> keepWrapped(bytes, from, to, isText);
      case TIME -> line.time = line.time == Line.NOT_SAID ? time(bytes, from, to) : line.time;
      case START -> line.start = time(bytes, from, to);
      case REQUEST_ID -> line.request = Hash.of(bytes, from, to);
      case ANALYSIS_ID -> line.analysis = Hash.of(bytes, from, to);
      case UNIT -> line.unit = Hash.of(bytes, from, to);
      case ITEM -> line.item = Hash.of(bytes, from, to);
      case LATENCY -> latency(Numbers.thousandths(bytes, from, to));
      case CACHE_HIT -> line.cacheHit = isTrue(bytes, from, to);
      case JOINED -> line.joined = isTrue(bytes, from, to);
      case ATTEMPT -> line.attempt = count(bytes, from, to);
      case COST -> line.cost = count(bytes, from, to, DEAREST_MICROS, Line.NO_COST);
      case INPUT -> line.input = count(bytes, from, to);
      case OUTPUT -> line.output = count(bytes, from, to);
      case CACHE_READ -> line.cacheRead = count(bytes, from, to);
      case CACHE_WRITE -> line.cacheWrite = count(bytes, from, to);
      case PROVIDER,
          ASSIGNED,
          ASSIGNMENT,
          VERSION,
          MODALITY,
          STATUS,
          MODEL,
          PROMPT,
          SCHEMA,
          VERDICT,
          PROVIDER_VERDICT,
          ENGINE_VERDICT ->
          word(field, words.word(bytes, from, to));
      case OTHER -> {}
    }
  }

  private void word(Field field, String word) {
    switch (field) {
      case PROVIDER -> line.provider = word;
      case ASSIGNED -> line.assigned = word;
      case ASSIGNMENT -> {
        line.role = Role.of(word);
        line.sticky = word.equals("sticky");
      }
      case VERSION -> line.version = word;
      case MODALITY -> line.modality = word;
      case STATUS -> line.outcome = Outcome.of(word);
      case MODEL -> line.model = word;
      case PROMPT -> line.prompt = word;
      case SCHEMA -> line.schema = word;
      case VERDICT -> line.verdict = Verdict.of(word);
      case PROVIDER_VERDICT -> line.providerVerdict = Verdict.of(word);
      case ENGINE_VERDICT -> line.engineVerdict = Verdict.of(word);
      default -> throw new IllegalStateException(field + " is no word");
    }
  }

  private static Line.Kind kind(byte[] bytes, int from, int to) {
    if (java.util.Arrays.equals(REQUEST, 0, REQUEST.length, bytes, from, to)) {
      return Line.Kind.REQUEST;
    }
    return java.util.Arrays.equals(RESPONSE, 0, RESPONSE.length, bytes, from, to)
        ? Line.Kind.RESPONSE
        : Line.Kind.OTHER;
  }

  private void latency(long micros) {
    boolean possible = micros >= 0 && micros <= LONGEST_MICROS;
    line.latency = possible ? micros : -1;
    line.absurd |= !possible;
  }

  private long time(byte[] bytes, int from, int to) {
    long micros = Numbers.micros(bytes, from, to);
    boolean possible = micros >= EARLIEST_MICROS && micros < LATEST_MICROS;
    line.absurd |= !possible && micros != Line.NOT_SAID;
    return possible ? micros : Line.NOT_SAID;
  }

  private static boolean isTrue(byte[] bytes, int from, int to) {
    return to > from && bytes[from] == 't';
  }

  private int count(byte[] bytes, int from, int to) {
    return count(bytes, from, to, MOST_TOKENS, 0);
  }

  private int count(byte[] bytes, int from, int to, long most, int otherwise) {
    long thousandths = Numbers.thousandths(bytes, from, to);
    boolean possible = thousandths >= 0 && thousandths <= most * THOUSAND;
    line.absurd |= !possible;
    return possible
        ? (int) Math.min(Integer.MAX_VALUE, (thousandths + THOUSAND / 2) / THOUSAND)
        : otherwise;
  }

  private void keepWrapped(byte[] bytes, int from, int to, boolean isText) {
    if (line.kind == Line.Kind.OTHER) {
      wrapped = wrapped.length < to - from ? new byte[(to - from) * 2] : wrapped;
      wrappedLength = isText ? unescape(bytes, from, to) : copy(bytes, from, to);
    }
  }

  // Of an object that a platform took out of its text.
  private int copy(byte[] bytes, int from, int to) {
    System.arraycopy(bytes, from, wrapped, 0, to - from);
    return to - from;
  }

  private int unescape(byte[] bytes, int from, int to) {
    int length = 0;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == '\\' && i + 1 < to) {
        i++;
        b =
            switch (bytes[i]) {
              case 'n', 'r', 't', 'b', 'f' -> ' ';
              case 'u' -> '?';
              default -> bytes[i];
            };
      }
      wrapped[length++] = b;
    }
    return length;
  }
}
