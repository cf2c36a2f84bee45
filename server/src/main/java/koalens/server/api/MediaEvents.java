package koalens.server.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntConsumer;
import koalens.backend.analysis.MediaProgress;
import koalens.backend.analysis.MediaProgress.Step;
import org.jspecify.annotations.Nullable;

/// Tells a caller by server-sent events how far a reading is, then its result or problem. Ends the
/// reading when the caller is gone. Used once.
final class MediaEvents {
  static final String TYPE = "text/event-stream";

  /// How long the line may be silent before something is sent to see whether the caller is there.
  private static final long SILENCE_MS = 1_000;

  private final Function<MediaProgress, Answer> work;
  private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();

  /// @param work does the reading on another thread and tells its steps
  MediaEvents(Function<MediaProgress, Answer> work) {
    this.work = work;
  }

  private sealed interface Event {
    record Reached(String data) implements Event {}

    record Settled(Answer answer) implements Event {}

    /// The reading ended without an answer.
    record Failed() implements Event {}
  }

  void writeTo(OutputStream out, IntConsumer settled) throws IOException {
    write(out, "progress", "{\"step\":\"received\"}");
    Thread reader = Thread.ofVirtual().name("reading").start(TraceContext.continued(this::read));
    try {
      while (!writeNext(out, settled)) {
        // The next one.
      }
    } finally {
      reader.interrupt();
    }
  }

  private void read() {
    Event end = new Event.Failed();
    try {
      end = new Event.Settled(work.apply(this::reached));
    } finally {
      events.add(end);
    }
  }

  private void reached(Step step) {
    json(step).ifPresent(data -> events.add(new Event.Reached(data)));
  }

  /// Whether that was the last one.
  private boolean writeNext(OutputStream out, IntConsumer settled) throws IOException {
    switch (next()) {
      case null -> {
        out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
      case Event.Reached(var data) -> write(out, "progress", data);
      case Event.Settled(var answer) -> {
        settled.accept(answer.status());
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        write(out, answer.status() == 200 ? "result" : "problem", body);
        return true;
      }
      case Event.Failed() -> {
        settled.accept(500);
        return true;
      }
    }
    return false;
  }

  private @Nullable Event next() throws IOException {
    try {
      return events.poll(SILENCE_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server stops", e);
    }
  }

  // A picture is neither sent back nor kept.
  private static Optional<String> json(Step step) {
    return switch (step) {
      case Step.Waiting(int ahead) ->
          Optional.of("{\"step\":\"waiting\",\"ahead\":%d}".formatted(ahead));
      case Step.Looking _ -> Optional.empty();
      case Step.Reading(int done, int of) ->
          Optional.of("{\"step\":\"reading\",\"done\":%d,\"of\":%d}".formatted(done, of));
      case Step.Judging() -> Optional.of("{\"step\":\"judging\"}");
    };
  }

  // The body is one line: JSON as this server writes it.
  private static void write(OutputStream out, String event, String data) throws IOException {
    out.write("event: %s\ndata: %s\n\n".formatted(event, data).getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
