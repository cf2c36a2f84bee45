package koalens.backend.analysis.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import koalens.backend.experiment.Assignment;
import koalens.backend.experiment.Experiment;
import koalens.backend.provider.Attempt;
import koalens.backend.provider.AttemptOutcome;
import koalens.backend.provider.Failure;
import koalens.backend.provider.Reply;
import koalens.backend.provider.Usage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// The AI request log: docs/reference/ai-log.md says what each field means. Holds no key, and of
/// what people typed at most what [LogContent] allows. Thread-safe.
public final class AiLog implements ConsultationListener {
  private static final Logger LOG = LoggerFactory.getLogger("koalens.ai");
  private static final int SCHEMA = 1;

  private final Prices prices;
  private final LogContent content;
  private final AiLedger ledger;

  /// A log with the contents allowed.
  ///
  /// @param ledger keeps the lines too, whatever the log's level
  public AiLog(Prices prices, LogContent content, AiLedger ledger) {
    this.prices = prices;
    this.content = content;
    this.ledger = ledger;
  }

  @Override
  public void chosen(Consultation consultation) {
    Assignment assignment = consultation.assignment();
    Line line = line(consultation, assignment.variant(), assignment.kind().word());
    line.log("Using provider");
  }

  @Override
  public void attempted(
      Call call, Attempt attempt, AttemptOutcome outcome, Optional<Charge> charge) {
    Line line = line(call.consultation(), call.provider().word(), assignment(call));
    line.add("attempt", attempt.number()).add("start", attempt.start().toString());
    line.add("gen_ai.provider.name", call.provider().telemetryName());
    line.add("gen_ai.operation.name", call.provider().operation());
    line.add("gen_ai.request.model", attempt.model());
    addPrompt(line);
    if (!call.media().isEmpty()) {
      line.add("media", String.join(", ", call.media()));
    }
    line.addMillis("latency_ms", outcome.took()).addMillis("queue_ms", attempt.waited());
    line.addMillis("deadline_ms", attempt.remaining());
    line.add("status", AttemptStatus.of(attempt, outcome));
    switch (outcome) {
      case AttemptOutcome.Answered _ -> {}
      case AttemptOutcome.Failed(var failure, _) -> addFailure(failure, line);
    }
    CallTally.reply(outcome).ifPresent(reply -> addReply(reply, charge, line));
    addContent(call, outcome, line);
    keep("AI Request", call.consultation(), line);
  }

  private static void addFailure(Failure failure, Line line) {
    line.add("error.type", failure.kind().word());
    failure.httpStatus().ifPresent(status -> line.add("http_status", status));
    failure.retryAfter().ifPresent(wait -> line.addMillis("retry_after_ms", wait));
    if (failure.reply().isEmpty()) {
      failure.requestId().ifPresent(id -> line.add("provider_request_id", id));
    }
  }

  private void addReply(Reply reply, Optional<Charge> charge, Line line) {
    line.add("gen_ai.response.model", reply.modelServed());
    reply.timeToFirstByte().ifPresent(time -> line.addMillis("ttfb_ms", time));
    reply.requestId().ifPresent(id -> line.add("provider_request_id", id));
    line.add("finish_reason", reply.finishReason());
    line.add("usage", JsonValues.read(reply.rawUsage()));
    Usage usage = reply.usage();
    line.add("input_tokens", usage.input()).add("output_tokens", usage.output());
    line.add("cache_read_tokens", usage.cacheRead());
    line.add("cache_write_tokens", usage.cacheWriteShort() + usage.cacheWriteLong());
    line.add("thinking_tokens", usage.thinking());
    charge.ifPresent(cost -> addCharge(cost, line));
    line.add("price_table_version", prices.version());
  }

  private static void addCharge(Charge charge, Line line) {
    line.add("cost_usd_micros", charge.micros());
    line.add("cost_input_usd_micros", charge.inputMicros());
    line.add("cost_output_usd_micros", charge.outputMicros());
    line.add("price_evidence", charge.evidence().word());
  }

  private void addContent(Call call, AttemptOutcome outcome, Line line) {
    switch (content) {
      case OFF -> {}
      case REDACTED -> {
        if (!call.names().isEmpty()) {
          line.add("prompt", Redaction.of(String.join("\n", call.names())));
        }
        CallTally.reply(outcome)
            .ifPresent(reply -> line.add("completion", Redaction.of(reply.text())));
      }
    }
  }

  @Override
  public void concluded(Conclusion conclusion) {
    Consultation consultation = conclusion.consultation();
    String assignment =
        conclusion.outcome().isShadow() ? "shadow" : consultation.assignment().kind().word();
    Line line = line(consultation, served(conclusion), assignment);
    addPrompt(line);
    conclusion.asked().ifPresent(asked -> addAsked(asked, line));
    line.addMillis("duration_ms", conclusion.duration());
    line.addMillis("overhead_ms", conclusion.betweenCalls());
    line.addMillis("deadline_ms", consultation.budget());
    line.add("status", conclusion.outcome().word());
    conclusion.failure().ifPresent(failure -> line.add("error.type", failure.word()));
    addVerdicts(conclusion.verdicts(), line);
    keep("AI Response", consultation, line);
  }

  private void addAsked(Asked asked, Line line) {
    line.add("gen_ai.request.model", asked.call().model());
    switch (asked) {
      case Asked.Answered answered -> line.add("gen_ai.response.model", answered.modelServed());
      case Asked.Unanswered _ -> {}
    }
    Spent spent = asked.spent();
    line.add("attempts", spent.attempts()).addMillis("latency_ms", asked.took());
    line.add("joined", spent.joined() > 0);
    line.add("asked", asked.ingredients());
    line.add("cache_hit", asked.remembered() > 0).add("cache_hits", asked.remembered());
    line.add("input_tokens", spent.inputTokens()).add("output_tokens", spent.outputTokens());
    line.add("cost_usd_micros", spent.costMicros());
    line.add("price_table_version", prices.version());
  }

  private static void addVerdicts(Conclusion.Verdicts verdicts, Line line) {
    line.add("verdict", verdicts.answered().word()).add("engine_verdict", verdicts.engine().word());
    verdicts.provider().ifPresent(status -> line.add("provider_verdict", status.word()));
    line.add("overruled", verdicts.overruled()).add("conflicts", verdicts.conflicts());
    line.add("confidence", verdicts.confidence());
  }

  private void keep(String message, Consultation consultation, Line line) {
    line.log(message);
    ledger.keep(AiLine.of(message, consultation, Instant.now(), line.fields));
  }

  private static String served(Conclusion conclusion) {
    boolean engineAlone = conclusion.outcome() == Conclusion.Outcome.ENGINE;
    return conclusion
        .asked()
        .filter(_ -> !engineAlone)
        .map(asked -> asked.call().provider().word())
        .orElse(Advisers.LOCAL);
  }

  private static String assignment(Call call) {
    return switch (call.part()) {
      case ASSIGNED -> call.consultation().assignment().kind().word();
      case FALLBACK -> "fallback";
      case SHADOW -> "shadow";
    };
  }

  private static void addPrompt(Line line) {
    line.add("prompt_version", Prompts.VERSION);
    line.add("prompt_hash", Prompts.HASH);
    line.add("schema_hash", Prompts.schemaHash());
  }

  private static Line line(Consultation consultation, String provider, String assignment) {
    var line = new Line(LOG.atInfo());
    line.add("log_schema", SCHEMA);
    line.add("request_id", consultation.requestId());
    line.add("analysis_id", consultation.analysisId());
    line.add("provider", provider);
    line.add("assigned_provider", consultation.assignment().variant());
    line.add("assignment", assignment);
    consultation.assignment().experiment().ifPresent(experiment -> add(experiment, line));
    consultation.mode().ifPresent(mode -> line.add("ab_mode", mode.word()));
    line.add("unit_hash", consultation.unitHash());
    consultation.assignment().bucket().ifPresent(bucket -> line.add("bucket", bucket));
    line.add("item_hash", consultation.itemHash());
    line.add("modality", consultation.modality());
    line.add("scope", consultation.scope().word());
    return line;
  }

  private static void add(Experiment experiment, Line line) {
    line.add("experiment", experiment.name());
    line.add("experiment_version", experiment.version());
  }

  /// One line being put together.
  private static final class Line {
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private LoggingEventBuilder event;

    Line(LoggingEventBuilder event) {
      this.event = event;
    }

    Line add(String name, Object value) {
      event = event.addKeyValue(name, value);
      fields.put(name, value);
      return this;
    }

    Line addMillis(String name, Duration duration) {
      return add(name, Math.round(duration.toNanos() / 1_000.0) / 1_000.0);
    }

    void log(String message) {
      event.log(message);
    }
  }
}
