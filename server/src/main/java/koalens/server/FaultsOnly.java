package koalens.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;

/// How a process logs before a server takes over, and in tools that start none: faults only, out of
/// the way of their output. Logback finds it as a service. In Java and not in XML, which takes as
/// long to read at start as the engine's knowledge.
public final class FaultsOnly extends ContextAwareBase implements Configurator {
  /// Logback makes one.
  public FaultsOnly() {}

  @Override
  public ExecutionStatus configure(LoggerContext loggers) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(loggers);
    encoder.setPattern("%-5level %logger{20} %msg %kvp%n");
    encoder.start();
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(loggers);
    console.setTarget(ConsoleTarget.SystemErr.getName());
    console.setEncoder(encoder);
    console.start();
    Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(console);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
