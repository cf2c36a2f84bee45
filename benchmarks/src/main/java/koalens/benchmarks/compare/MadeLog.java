package koalens.benchmarks.compare;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;

/// A log of an experiment of any size, its lines as a server writes them. The same seed gives the
/// same bytes.
public final class MadeLog {
  /// Which lines it has.
  public enum Kind {
    /// Only `AI Request`, as short as they come: about two million in a gigabyte.
    REQUESTS,
    /// All lines of an analysis, as docs/reference/ai-log.md shows them.
    WHOLE
  }

  private static final Instant BEGIN = Instant.parse("2026-11-20T00:00:00Z");
  private static final int BUFFER = 1 << 20;

  private final SplittableRandom random = new SplittableRandom(7);
  private final Kind kind;
  private final long analyses;
  private final long spanMillis;

  /// @param bytes about how large
  public MadeLog(Kind kind, long bytes) {
    this.kind = kind;
    this.analyses = bytes / bytesOfAnalysis(kind);
    this.spanMillis = 7L * 86_400_000;
  }

  private static int bytesOfAnalysis(Kind kind) {
    return switch (kind) {
      case REQUESTS -> 500;
      case WHOLE -> 2_560;
    };
  }

  long analyses() {
    return analyses;
  }

  /// Writes it.
  public void write(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      for (long i = 0; i < analyses; i++) {
        out.write(analysis(i).getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private String analysis(long number) {
    var call = new Call(number);
    return switch (kind) {
      case REQUESTS -> call.shortRequest();
      case WHOLE -> call.using() + call.request() + call.response();
    };
  }

  /// One analysis and the call made for it.
  private final class Call {
    private final String analysis;
    private final boolean gemini = random.nextBoolean();
    private final boolean fails = random.nextInt(100) == 0;
    private final long begin;
    private final long unit = random.nextLong();
    private final long item = random.nextLong();
    private final int micros = (int) (400_000 * Math.exp(0.5 * random.nextGaussian(0, 1)));
    private final int input = 200 + random.nextInt(400);
    private final int output = 30 + random.nextInt(90);
    private final String verdict = random.nextInt(10) < 6 ? "vegan" : "non-vegan";

    Call(long number) {
      begin = BEGIN.toEpochMilli() + number * spanMillis / analyses;
      analysis =
          String.format(
              "%08x-%04x-7%03x-8%03x-%012x",
              begin >>> 16,
              begin & 0xffff,
              random.nextInt(1 << 12),
              random.nextInt(1 << 12),
              random.nextLong() >>> 16);
    }

    private String provider() {
      return gemini ? "gemini" : "claude";
    }

    private String model() {
      return gemini ? "gemini-3.8-flash" : "claude-haiku-5-5";
    }

    private String time(long millis) {
      return Instant.ofEpochMilli(millis).toString();
    }

    String shortRequest() {
      return String.format(
          Locale.ROOT,
          """
          {"ts":"%s","level":"INFO","msg":"AI Request","analysis_id":"%s","provider":"%s",\
          "assigned_provider":"%s","assignment":"sticky","unit_hash":"%016x","item_hash":"%016x",\
          "modality":"text","attempt":1,"gen_ai.response.model":"%s","prompt_hash":\
          "9d5ed678fe57bcca","latency_ms":%d.%03d,"status":"%s","input_tokens":%d,\
          "output_tokens":%d,"cost_usd_micros":%d}
          """,
          time(begin + micros / 1_000),
          analysis,
          provider(),
          provider(),
          unit,
          item,
          model(),
          micros / 1_000,
          micros % 1_000,
          fails ? "timeout" : "ok",
          input,
          output,
          input / 4 + output);
    }

    private String common(String message, long at) {
      return String.format(
          """
          {"ts":"%s","level":"INFO","logger":"koalens.ai","thread":"","msg":"%s","log_schema":1,\
          "request_id":"%s","analysis_id":"%s","provider":"%s","assigned_provider":"%s",\
          "assignment":"sticky","experiment":"gemini-claude","experiment_version":\
          "gemini:50,claude:50","ab_mode":"split","unit_hash":"%016x","bucket":0.2696,\
          "item_hash":"%016x","modality":"text","scope":"list\"\
          """,
          time(at), message, analysis, analysis, provider(), provider(), unit, item);
    }

    String using() {
      return common("Using provider", begin) + "}\n";
    }

    String request() {
      return common("AI Request", begin + micros / 1_000)
          + String.format(
              Locale.ROOT,
              """
              ,"attempt":1,"start":"%s","gen_ai.provider.name":"gcp.gemini",\
              "gen_ai.operation.name":"generate_content","gen_ai.request.model":"%s",\
              "gen_ai.response.model":"%s","prompt_version":"1","prompt_hash":"9d5ed678fe57bcca",\
              "schema_hash":"610c39845fee0b1c","latency_ms":%d.%03d,"deadline_ms":7998.2,\
              "status":"%s","provider_request_id":"mAITaLCkMt","finish_reason":"STOP",\
              "usage":{"promptTokenCount":%d,"candidatesTokenCount":%d,"totalTokenCount":%d},\
              "input_tokens":%d,"output_tokens":%d,"cache_read_tokens":0,"cache_write_tokens":0,\
              "thinking_tokens":0,"cost_usd_micros":%d,"price_table_version":"2026-11-23"}
              """,
              time(begin),
              model(),
              model(),
              micros / 1_000,
              micros % 1_000,
              fails ? "timeout" : "ok",
              input,
              output,
              input + output,
              input,
              output,
              input / 4 + output);
    }

    String response() {
      return common("AI Response", begin + micros / 1_000 + 2)
          + String.format(
              Locale.ROOT,
              """
              ,"gen_ai.request.model":"%s","gen_ai.response.model":"%s","prompt_version":"1",\
              "prompt_hash":"9d5ed678fe57bcca","schema_hash":"610c39845fee0b1c","attempts":1,\
              "latency_ms":%d.%03d,"duration_ms":%d,"overhead_ms":1.3,"deadline_ms":8000,\
              "status":"%s","asked":4,"cache_hit":false,"cache_hits":0,"input_tokens":%d,\
              "output_tokens":%d,"cost_usd_micros":%d,"price_table_version":"2026-11-23",\
              "verdict":"%s","engine_verdict":"%s","provider_verdict":"%s","overruled":0,\
              "conflicts":0,"confidence":1}
              """,
              model(),
              model(),
              micros / 1_000,
              micros % 1_000,
              micros / 1_000 + 2,
              fails ? "engine" : "ok",
              input,
              output,
              input / 4 + output,
              verdict,
              verdict,
              verdict);
    }
  }
}
