package koalens.backend.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import koalens.backend.reading.UnusableMedia.Fault;

/// Decodes what the JDK cannot, by FFmpeg in a process of its own: whatever foreign bytes do to it,
/// its memory and threads are gone when it ends, and it always ends in time. The bytes reach it as
/// a file that is unlinked before it is read, so that nothing outlives a crash. Thread-safe.
final class MediaProgram {
  /// How many frames a second of a film are looked at.
  static final int FRAMES_A_SECOND = 6;

  /// The exit code of a program whose libraries are missing.
  private static final int CANNOT_BEGIN = 127;

  private static final int LARGEST_PHOTO = 4600;
  private static final int LARGEST_FRAME = 1920;
  private static final long LARGEST_ALLOCATION = 512L << 20;

  private final ReadingLimits limits;
  private final Natives natives;

  MediaProgram(ReadingLimits limits, Natives natives) {
    this.limits = limits;
    this.natives = natives;
  }

  /// The photo as a person sees it.
  GreyImage photo(byte[] bytes, MediaFormat format) {
    var photos = new ArrayList<GreyImage>();
    run(
        bytes,
        command(format, LARGEST_PHOTO, "-frames:v", "1", "-xerror"),
        frames -> photos.add(frames.next()));
    return photos.getFirst();
  }

  /// Gives every looked-at frame of a film to the consumer, as a person sees it.
  void film(byte[] bytes, MediaFormat format, Consumer<GreyImage> consumer) {
    requireLength(bytes, format);
    long most = FRAMES_A_SECOND * limits.filmLength().toSeconds() + 1;
    run(
        bytes,
        command(format, LARGEST_FRAME),
        frames -> {
          int count = 0;
          for (GreyImage frame = frames.next(); frame != null; frame = frames.next()) {
            if (++count > most) {
              throw tooLong();
            }
            consumer.accept(frame);
          }
        });
  }

  private interface Reading {
    void from(PgmStream frames) throws IOException;
  }

  private List<String> command(MediaFormat format, int largest, String... more) {
    var command = new ArrayList<>(input(natives.ffmpeg(), format));
    command.addAll(List.of(more));
    command.addAll(List.of("-an", "-sn", "-dn", "-threads", "1"));
    command.addAll(List.of("-vf", filters(format, largest)));
    command.addAll(List.of("-f", "image2pipe", "-c:v", "pgm", "pipe:1"));
    return command;
  }

  private List<String> input(String program, MediaFormat format) {
    var input = new ArrayList<>(List.of(program, "-v", "error"));
    input.addAll(List.of("-protocol_whitelist", "fd,pipe", "-max_alloc", "" + LARGEST_ALLOCATION));
    input.addAll(List.of("-max_pixels", "" + limits.pixels(), "-threads", "2"));
    if (format == MediaFormat.WEBP && program.equals(natives.ffmpeg())) {
      // Turned by its EXIF part afterwards, as JPEG is.
      input.add("-noautorotate");
    }
    input.addAll(List.of("-f", format.demuxer(), "-fd", "0", "-i", "fd:"));
    return input;
  }

  private static String filters(MediaFormat format, int largest) {
    String side = "'min(%d,max(iw,ih))'".formatted(largest);
    String scale =
        "scale=w=%1$s:h=%1$s:force_original_aspect_ratio=decrease,format=gray".formatted(side);
    return format.kind() == MediaFormat.Kind.FILM ? "fps=" + FRAMES_A_SECOND + "," + scale : scale;
  }

  // What knows its length is refused before it is decoded; a stream without one is counted.
  private void requireLength(byte[] bytes, MediaFormat format) {
    var command = new ArrayList<>(input(natives.ffprobe(), format));
    command.addAll(
        List.of("-show_entries", "format=duration:stream=codec_type", "-of", "default=nw=1"));
    String facts = output(bytes, command);
    if (!facts.contains("codec_type=video")) {
      throw facts.contains("codec_type=")
          ? new UnusableMedia(Fault.NO_PICTURE, "the film has no picture")
          : damaged();
    }
    double seconds =
        facts
            .lines()
            .filter(line -> line.matches("duration=[0-9.]+"))
            .mapToDouble(line -> Double.parseDouble(line.substring("duration=".length())))
            .findFirst()
            .orElse(0);
    if (seconds > limits.filmLength().toSeconds()) {
      throw tooLong();
    }
  }

  private UnusableMedia tooLong() {
    return new UnusableMedia(
        Fault.TOO_LARGE,
        "a film may have %d seconds: send a shorter one"
            .formatted(limits.filmLength().toSeconds()));
  }

  private static UnusableMedia damaged() {
    return new UnusableMedia(
        Fault.DAMAGED, "the file is damaged, not complete, or cannot be decoded");
  }

  private String output(byte[] bytes, List<String> command) {
    var text = new StringBuilder();
    withProcess(
        bytes,
        command,
        process ->
            text.append(
                new String(process.getInputStream().readNBytes(65_536), StandardCharsets.UTF_8)));
    return text.toString();
  }

  private void run(byte[] bytes, List<String> command, Reading reading) {
    withProcess(
        bytes,
        command,
        process -> {
          try (var stream = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            var frames = new PgmStream(stream, limits.pixels());
            reading.from(frames);
            if (frames.count() == 0) {
              requireRuns(process);
              throw damaged();
            }
          }
        });
  }

  // What could not even begin says nothing about the medium.
  private static void requireRuns(Process process) {
    int code =
        process.onExit().completeOnTimeout(process, 1, TimeUnit.SECONDS).join().isAlive()
            ? 0
            : process.exitValue();
    if (code == CANNOT_BEGIN) {
      throw new IllegalStateException("the media program does not run on this machine");
    }
  }

  private interface Use {
    void of(Process process) throws IOException;
  }

  private void withProcess(byte[] bytes, List<String> command, Use use) {
    var overdue = new AtomicBoolean();
    try {
      Process process = start(bytes, command);
      CompletableFuture<Void> watch = watch(process, limits.decoding(), overdue);
      try {
        use.of(process);
      } finally {
        watch.cancel(false);
        process.destroyForcibly();
        process.onExit().join();
      }
    } catch (IOException e) {
      throw overdue.get()
          ? new UnusableMedia(Fault.TOO_LARGE, "decoding took too long")
          : damaged();
    }
    if (overdue.get()) {
      throw new UnusableMedia(
          Fault.TOO_LARGE, "decoding took too long: send a shorter or smaller one");
    }
  }

  private static CompletableFuture<Void> watch(
      Process process, Duration longest, AtomicBoolean overdue) {
    return CompletableFuture.runAsync(
        () -> {
          overdue.set(true);
          process.destroyForcibly();
        },
        CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
  }

  private Process start(byte[] bytes, List<String> command) {
    Path file = natives.temporaryFile();
    try {
      Files.write(file, bytes);
      var builder =
          new ProcessBuilder(command)
              .redirectInput(file.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      // It learns nothing of this process, keys above all; its libraries lie beside it and do not
      // find each other by themselves.
      builder.environment().clear();
      builder
          .environment()
          .put("LD_LIBRARY_PATH", String.valueOf(Path.of(command.getFirst()).getParent()));
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("the media program cannot be started", e);
    } finally {
      natives.delete(file);
    }
  }
}
