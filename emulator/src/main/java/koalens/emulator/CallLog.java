package koalens.emulator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import koalens.emulator.scenario.Fault;
import koalens.emulator.wire.Json;
import koalens.emulator.wire.ServedCall;
import tools.jackson.databind.node.ObjectNode;

/// Writes the record of every call, one JSON object a line, each there when the call is over.
/// Thread-safe.
public final class CallLog implements AutoCloseable {
  private final Writer writer;

  private CallLog(Writer writer) {
    this.writer = writer;
  }

  /// Writes nothing.
  public static CallLog none() {
    return new CallLog(Writer.nullWriter());
  }

  /// Adds to the end of a file.
  ///
  /// @throws IOException when it cannot be written
  public static CallLog to(Path file) throws IOException {
    BufferedWriter writer =
        Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return new CallLog(writer);
  }

  /// Writes one call.
  public synchronized void add(ServedCall call) {
    try {
      writer.write(Json.write(json(call)) + "\n");
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the record of calls cannot be written", e);
    }
  }

  private static ObjectNode json(ServedCall call) {
    return Json.object()
        .put("provider", call.provider())
        .put("requestId", call.requestId())
        .put("method", call.method())
        .put("path", call.path())
        .put("received", call.received().toString())
        .put("serviceMs", call.serviceTime().toNanos() / 1e6)
        .put("status", call.status())
        .put("fault", call.fault().map(Fault::word).orElse(""))
        .put("model", call.usage().model())
        .put("inputTokens", call.usage().inputTokens())
        .put("outputTokens", call.usage().outputTokens());
  }

  @Override
  public synchronized void close() throws IOException {
    writer.close();
  }
}
