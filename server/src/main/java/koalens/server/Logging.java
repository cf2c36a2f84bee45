package koalens.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.List;
import koalens.backend.configure.AiSettings;
import koalens.backend.configure.LogLevel;
import koalens.backend.configure.Settings;
import org.slf4j.LoggerFactory;

/// How the process logs: lines for people in development, JSON for machines elsewhere.
final class Logging {
  // Their lines on info tell of every start and connection.
  private static final List<String> TALKATIVE =
      List.of("io.helidon", "com.zaxxer.hikari", "org.flywaydb", "org.jdbi", "org.sqlite");

  // A whole stack of causes, where KoalensServer says in one sentence what to do.
  private static final String START_FAILURES = "io.helidon.webserver.LoomServer";

  // On debug it writes down every path, and with it what people ask for.
  private static final String PATHS = "io.helidon.webserver.http1";

  private Logging() {}

  static void configure(Settings settings) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    Level level = Level.toLevel(settings.logLevel().name());
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(level);
    var encoders = new LogEncoders(context, settings);
    root.addAppender(console(context, encoders.console()));
    settings
        .ai()
        .logDirectory()
        .ifPresent(folder -> {
          root.addAppender(file("combined", folder, encoders, settings.ai()));
          root.addAppender(errors(folder, encoders, settings.ai()));
        });
    boolean quiet = settings.logLevel() == LogLevel.INFO;
    TALKATIVE.forEach(name -> context.getLogger(name).setLevel(quiet ? Level.WARN : level));
    context.getLogger(PATHS).setLevel(level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN);
    context.getLogger(START_FAILURES).setLevel(Level.OFF);
  }

  private static RollingFileAppender<ILoggingEvent> errors(
      Path folder, LogEncoders encoders, AiSettings settings) {
    var threshold = new ThresholdFilter();
    threshold.setLevel(Level.ERROR.levelStr);
    threshold.start();
    RollingFileAppender<ILoggingEvent> errors = file("error", folder, encoders, settings);
    errors.addFilter(threshold);
    return errors;
  }

  // Each line is written before the logging call returns: nothing waits in memory at a stop.
  private static RollingFileAppender<ILoggingEvent> file(
      String name, Path folder, LogEncoders encoders, AiSettings settings) {
    var file = new RollingFileAppender<ILoggingEvent>();
    file.setContext(encoders.context());
    file.setName(name);
    file.setFile(folder.resolve(name + ".log").toString());
    file.setEncoder(encoders.json());
    var rolling = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
    rolling.setContext(encoders.context());
    rolling.setParent(file);
    rolling.setFileNamePattern(folder.resolve(name + ".%d.%i.log.gz").toString());
    rolling.setMaxFileSize(new FileSize(settings.logFileBytes()));
    rolling.setTotalSizeCap(new FileSize(settings.logTotalBytes()));
    rolling.start();
    file.setRollingPolicy(rolling);
    file.start();
    return file;
  }

  private static ConsoleAppender<ILoggingEvent> console(
      LoggerContext context, Encoder<ILoggingEvent> encoder) {
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setEncoder(encoder);
    console.start();
    return console;
  }
}
