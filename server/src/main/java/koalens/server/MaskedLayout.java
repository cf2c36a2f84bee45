package koalens.server;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;

/// Lines for people in which no secret stands, not even in the stack of a failure.
final class MaskedLayout extends PatternLayout {
  private final SecretMask mask;

  MaskedLayout(SecretMask mask) {
    this.mask = mask;
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    return mask.applyTo(super.doLayout(event));
  }
}
