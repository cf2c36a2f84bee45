package koalens.server;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.io.Console;
import java.util.Optional;
import java.util.stream.Stream;
import koalens.backend.configure.Environment;
import koalens.backend.configure.Secret;
import koalens.backend.configure.Settings;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashCommonFieldNames;
import net.logstash.logback.fieldnames.LogstashFieldNames;
import net.logstash.logback.mask.MaskingJsonGeneratorDecorator;
import org.jspecify.annotations.Nullable;

/// How a line of the log is written: for people, or as JSON in which no secret stands.
final class LogEncoders {
  private static final String PLAIN = "%d{HH:mm:ss.SSS} %-5level %logger{20} ";
  private static final String COLOURED =
      "%gray(%d{HH:mm:ss.SSS}) %highlight(%-5level) %cyan(%logger{20}) ";

  // Nobody writes a line of their own into the log, or at a terminal.
  private static final String ON_ONE_LINE = "%replace(%msg %kvp){'\\p{Cntrl}+', ' '}";

  private final LoggerContext context;
  private final Settings settings;
  private final SecretMask mask;

  LogEncoders(LoggerContext context, Settings settings) {
    this.context = context;
    this.settings = settings;
    this.mask = new SecretMask(secrets(settings).map(Secret::value).toList());
  }

  LoggerContext context() {
    return context;
  }

  // In a small Java without the module jdk.internal.le there is no console off a terminal.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean atTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /// For the console: people in development and at terminals, machines elsewhere.
  Encoder<ILoggingEvent> console() {
    boolean terminal = atTerminal();
    return settings.environment() == Environment.DEVELOPMENT || terminal ? plain(terminal) : json();
  }

  private Encoder<ILoggingEvent> plain(boolean coloured) {
    var layout = new MaskedLayout(mask);
    layout.setContext(context);
    layout.setPattern((coloured ? COLOURED : PLAIN) + ON_ONE_LINE + "%n");
    layout.start();
    var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
    encoder.setContext(context);
    encoder.setLayout(layout);
    encoder.start();
    return encoder;
  }

  /// One JSON object a line, as docs/reference/ai-log.md says.
  Encoder<ILoggingEvent> json() {
    var encoder = new LogstashEncoder();
    encoder.setContext(context);
    encoder.setFieldNames(names());
    encoder.setCustomFields(
        "{\"service.name\":\"koalens\",\"deployment.environment.name\":\"%s\"}"
            .formatted(settings.environment().word()));
    encoder.addDecorator(masking());
    encoder.start();
    return encoder;
  }

  private static LogstashFieldNames names() {
    var names = new LogstashFieldNames();
    names.setTimestamp("ts");
    names.setMessage("msg");
    names.setLogger("logger");
    names.setThread("thread");
    names.setVersion(LogstashCommonFieldNames.IGNORE_FIELD_INDICATOR);
    names.setLevelValue(LogstashCommonFieldNames.IGNORE_FIELD_INDICATOR);
    return names;
  }

  private MaskingJsonGeneratorDecorator masking() {
    var masking = new MaskingJsonGeneratorDecorator();
    masking.addValueMasker((_, value) -> masked(value));
    masking.start();
    return masking;
  }

  // Nothing tells the encoder that nothing was masked.
  private @Nullable Object masked(Object value) {
    if (value instanceof String text) {
      String without = mask.applyTo(text);
      return without.equals(text) ? null : without;
    }
    return null;
  }

  private static Stream<Secret> secrets(Settings settings) {
    return Stream.of(
            settings.geminiKey(),
            settings.anthropicKey(),
            settings.ai().logHashKey(),
            settings.people().adminKey())
        .flatMap(Optional::stream);
  }
}
