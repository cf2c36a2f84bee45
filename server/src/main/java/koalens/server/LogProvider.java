package koalens.server;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/// Logback without what it looks for when it begins: a configuration file, configurators and its
/// own version, each in every library, which opens them all. [Logging] says what there is to say;
/// until then, and in commands that do not serve, nothing is written.
///
/// Named by the system property `slf4j.provider`, which the start scripts set.
public final class LogProvider implements SLF4JServiceProvider {
  private static final String SLF4J = "2.0.99";

  private final LoggerContext context = new LoggerContext();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final LogbackMDCAdapter attached = new LogbackMDCAdapter();

  /// For SLF4J, which makes the one there is.
  public LogProvider() {}

  @Override
  public void initialize() {
    context.setName("default");
    context.setMDCAdapter(attached);
    context.start();
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return context;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return attached;
  }

  @Override
  public String getRequestedApiVersion() {
    return SLF4J;
  }
}
