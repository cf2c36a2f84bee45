package koalens.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.List;
import koalens.backend.configure.AiSettings;
import koalens.backend.configure.Environment;
import koalens.backend.configure.LogLevel;
import koalens.backend.configure.Settings;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashCommonFieldNames;
import net.logstash.logback.fieldnames.LogstashFieldNames;
import org.slf4j.LoggerFactory;

/// How the process logs: lines for people in development, JSON for machines elsewhere.
final class Logging {
  // Their lines on info tell of every start and connection.
  private static final List<String> TALKATIVE =
      List.of("io.helidon", "com.zaxxer.hikari", "org.flywaydb", "org.jdbi", "org.sqlite");

  // A whole stack of causes, where KoalensServer says in one sentence what to do.
  private static final String START_FAILURES = "io.helidon.webserver.LoomServer";

  private Logging() {}

  static void configure(Settings settings) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    Level level = Level.toLevel(settings.logLevel().name());
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(level);
    root.addAppender(console(context, encoder(settings.environment(), context)));
    settings
        .ai()
        .logDirectory()
        .ifPresent(folder -> root.addAppender(file(context, folder, settings.ai())));
    boolean quiet = settings.logLevel() == LogLevel.INFO;
    TALKATIVE.forEach(name -> context.getLogger(name).setLevel(quiet ? Level.WARN : level));
    context.getLogger(START_FAILURES).setLevel(Level.OFF);
  }

  private static RollingFileAppender<ILoggingEvent> file(
      LoggerContext context, Path folder, AiSettings settings) {
    var file = new RollingFileAppender<ILoggingEvent>();
    file.setContext(context);
    file.setName("combined");
    file.setFile(folder.resolve("combined.log").toString());
    file.setEncoder(json(context));
    var rolling = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
    rolling.setContext(context);
    rolling.setParent(file);
    rolling.setFileNamePattern(folder.resolve("combined.%d.%i.log.gz").toString());
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

  private static Encoder<ILoggingEvent> encoder(Environment environment, LoggerContext context) {
    return switch (environment) {
      case DEVELOPMENT -> plain(context);
      case STAGING, PRODUCTION -> json(context);
    };
  }

  private static Encoder<ILoggingEvent> plain(LoggerContext context) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{20} %msg %kvp%n");
    encoder.start();
    return encoder;
  }

  // As docs/reference/ai-log.md says.
  private static LogstashFieldNames fields() {
    var fields = new LogstashFieldNames();
    fields.setTimestamp("ts");
    fields.setMessage("msg");
    fields.setLogger("logger");
    fields.setThread("thread");
    fields.setVersion(LogstashCommonFieldNames.IGNORE_FIELD_INDICATOR);
    fields.setLevelValue(LogstashCommonFieldNames.IGNORE_FIELD_INDICATOR);
    return fields;
  }

  private static Encoder<ILoggingEvent> json(LoggerContext context) {
    var encoder = new LogstashEncoder();
    encoder.setContext(context);
    encoder.setFieldNames(fields());
    encoder.start();
    return encoder;
  }
}
