package koalens.backend.reading;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import koalens.backend.reading.UnusableMedia.Fault;

/// Decodes what the JDK cannot, by FFmpeg in a process of its own. Thread-safe.
final class MediaProgram {
  /// How many frames a second of a film are looked at.
  static final int FRAMES_A_SECOND = 6;

  /// The exit code of a program whose libraries are missing.
  private static final int CANNOT_BEGIN = 127;

  private static final int LARGEST_PHOTO = 4600;
  private static final int LARGEST_FRAME = 1920;
  private static final long LARGEST_ALLOCATION = 512L << 20;

  /// A photo of 48 megapixels has 192 tiles and some fifty more for what lies beside it.
  private static final int MOST_STREAMS = 512;

  private static final int LONGEST_FACTS = 65_536;

  private final ReadingLimits limits;
  private final Natives natives;
  private final MediaProcesses processes;

  MediaProgram(ReadingLimits limits, Natives natives) {
    this.limits = limits;
    this.natives = natives;
    this.processes = new MediaProcesses(limits.decoding(), natives);
  }

  /// The photo as a person sees it, its tiles laid together.
  GreyImage photo(byte[] bytes, MediaFormat format) {
    Optional<TiledPicture> tiled = tiled(bytes, format);
    String scaled = scaled(LARGEST_PHOTO);
    List<String> filters =
        tiled
            .map(picture -> List.of("-filter_complex", "[0:g:" + picture.group() + "]" + scaled))
            .orElseGet(() -> List.of("-vf", scaled, "-map", single(format)));
    GreyImage photo = photo(bytes, command(format, filters, "-frames:v", "1", "-xerror"));
    tiled.ifPresent(picture -> picture.requireShape(photo, LARGEST_PHOTO));
    return photo;
  }

  private GreyImage photo(byte[] bytes, List<String> command) {
    var photos = new ArrayList<GreyImage>();
    run(bytes, command, frames -> photos.add(frames.next()));
    return photos.getFirst();
  }

  // Of several pictures in a file the one that it is of: no tile or thumbnail passes for it.
  private static String single(MediaFormat format) {
    return isHeif(format) ? "0:V:disp:default" : "0:V";
  }

  private static boolean isHeif(MediaFormat format) {
    return format == MediaFormat.HEIC || format == MediaFormat.AVIF;
  }

  private Optional<TiledPicture> tiled(byte[] bytes, MediaFormat format) {
    if (!isHeif(format)) {
      return Optional.empty();
    }
    Optional<TiledPicture> tiled = TiledPicture.primary(facts(bytes, format, TiledPicture.FACTS));
    tiled
        .map(TiledPicture::canvas)
        .ifPresent(canvas -> Photos.requireSize(canvas.width(), canvas.height(), limits));
    return tiled;
  }

  /// Gives every looked-at frame of a film to the consumer, as a person sees it.
  void film(byte[] bytes, MediaFormat format, Consumer<GreyImage> consumer) {
    requireLength(bytes, format);
    long most = FRAMES_A_SECOND * limits.filmLength().toSeconds() + 1;
    run(
        bytes,
        command(format, List.of("-vf", "fps=" + FRAMES_A_SECOND + "," + scaled(LARGEST_FRAME))),
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

  private List<String> command(MediaFormat format, List<String> filters, String... more) {
    var command = new ArrayList<>(input(natives.ffmpeg(), format));
    command.addAll(List.of(more));
    command.addAll(List.of("-an", "-sn", "-dn", "-threads", "1"));
    command.addAll(filters);
    command.addAll(List.of("-f", "image2pipe", "-c:v", "pgm", "pipe:1"));
    return command;
  }

  private List<String> input(String program, MediaFormat format) {
    var input = new ArrayList<>(List.of(program, "-v", "error"));
    input.addAll(List.of("-protocol_whitelist", "fd,pipe", "-max_alloc", "" + LARGEST_ALLOCATION));
    input.addAll(List.of("-max_pixels", "" + limits.pixels(), "-threads", "2"));
    input.addAll(List.of("-max_streams", "" + MOST_STREAMS));
    if (format == MediaFormat.WEBP && program.equals(natives.ffmpeg())) {
      // Turned by its EXIF part afterwards, as JPEG is.
      input.add("-noautorotate");
    }
    input.addAll(List.of("-f", format.demuxer(), "-fd", "0", "-i", "fd:"));
    return input;
  }

  private static String scaled(int largest) {
    String side = "'min(%d,max(iw,ih))'".formatted(largest);
    return "scale=w=%1$s:h=%1$s:force_original_aspect_ratio=decrease,format=gray".formatted(side);
  }

  // What knows its length is refused before it is decoded; a stream without one is counted.
  private void requireLength(byte[] bytes, MediaFormat format) {
    String facts = facts(bytes, format, "format=duration:stream=codec_type");
    if (!facts.contains("codec_type=video")) {
      throw new UnusableMedia(Fault.NO_PICTURE, "the film has no picture");
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

  // Of what is in the file, named as the prober names it; its streams' types are asked for too.
  private String facts(byte[] bytes, MediaFormat format, String entries) {
    var command = new ArrayList<>(input(natives.ffprobe(), format));
    command.addAll(List.of("-show_entries", entries, "-of", "default=nw=1"));
    String facts = output(bytes, command);
    if (!facts.contains("codec_type=")) {
      throw damaged();
    }
    return facts;
  }

  private UnusableMedia tooLong() {
    return new UnusableMedia(
        Fault.TOO_LARGE,
        "a film may have %d seconds: send a shorter one"
            .formatted(limits.filmLength().toSeconds()));
  }

  static UnusableMedia damaged() {
    return new UnusableMedia(
        Fault.DAMAGED, "the file is damaged, not complete, or cannot be decoded");
  }

  private String output(byte[] bytes, List<String> command) {
    var text = new StringBuilder();
    processes.run(
        bytes,
        command,
        process -> {
          byte[] said = process.getInputStream().readNBytes(LONGEST_FACTS);
          requireRuns(process, said.length);
          text.append(new String(said, StandardCharsets.UTF_8));
        });
    return text.toString();
  }

  private void run(byte[] bytes, List<String> command, Reading reading) {
    processes.run(
        bytes,
        command,
        process -> {
          try (var stream = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            var frames = new PgmStream(stream, limits.pixels());
            reading.from(frames);
            if (frames.count() == 0) {
              requireRuns(process, 0);
              throw damaged();
            }
          }
        });
  }

  // What could not even begin says nothing about the medium.
  private static void requireRuns(Process process, int said) {
    int code =
        said > 0 || process.onExit().completeOnTimeout(process, 1, SECONDS).join().isAlive()
            ? 0
            : process.exitValue();
    if (code == CANNOT_BEGIN) {
      throw new IllegalStateException("the media program does not run on this machine");
    }
  }
}
