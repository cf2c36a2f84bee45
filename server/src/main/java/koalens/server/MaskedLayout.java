package koalens.server;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines for people in which no secret stands, not even in the stack of a failure.
final class MaskedLayout extends PatternLayout {
  private final Pattern masked;
  private final String mask;

  /// @param masked regular expressions of what may not stand in a line
  /// @param mask what stands there instead
  MaskedLayout(List<String> masked, String mask) {
    this.masked = Pattern.compile(String.join("|", masked));
    this.mask = Matcher.quoteReplacement(mask);
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    return masked.matcher(super.doLayout(event)).replaceAll(mask);
  }
}
