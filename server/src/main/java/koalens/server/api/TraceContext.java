package koalens.server.api;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/// The trace that a caller's request belongs to, from the header `traceparent` as W3C Trace Context
/// describes it. While a request is answered, the lines its thread logs carry `trace_id`, the
/// caller's, and `span_id`, this server's own. A header that is not valid counts as none.
final class TraceContext {
  static final String HEADER = "traceparent";

  private static final Scope NONE = () -> {};
  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");
  private static final String TRACE = "trace_id";
  private static final String SPAN = "span_id";

  private TraceContext() {}

  /// The time a request is answered in.
  interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  /// Begins it.
  ///
  /// @param header what the caller sent
  static Scope enter(Optional<String> header) {
    Optional<String> trace = header.flatMap(TraceContext::traceId);
    if (trace.isEmpty()) {
      return NONE;
    }
    MDC.put(TRACE, trace.get());
    MDC.put(SPAN, HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1));
    return TraceContext::leave;
  }

  /// The work, done within the trace of the thread that calls this.
  static Runnable continued(Runnable work) {
    Map<String, String> marks = MDC.getCopyOfContextMap();
    return () -> {
      if (marks != null) {
        MDC.setContextMap(marks);
      }
      work.run();
    };
  }

  private static void leave() {
    MDC.remove(TRACE);
    MDC.remove(SPAN);
  }

  /// The trace's id; nothing when the header is not valid.
  static Optional<String> traceId(String header) {
    Matcher parts = FORM.matcher(header);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String version = parts.group(1);
    boolean longer = parts.group(4) != null;
    boolean known = !version.equals("ff") && !(version.equals("00") && longer);
    boolean named = !isZero(parts.group(2)) && !isZero(parts.group(3));
    return known && named ? Optional.of(parts.group(2)) : Optional.empty();
  }

  private static boolean isZero(String digits) {
    return digits.chars().allMatch(digit -> digit == '0');
  }
}
