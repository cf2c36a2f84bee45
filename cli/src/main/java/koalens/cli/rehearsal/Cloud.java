package koalens.cli.rehearsal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Stands in for Fly: keeps apps on this machine, does what its `fly` is asked, and records it.
/// Thread-safe.
final class Cloud implements AutoCloseable {
  private final ServerSocket door;
  private final Path folder;
  private final Koalens koalens;
  private final Map<String, App> apps = new TreeMap<>();

  private Cloud(ServerSocket door, Path folder, Koalens koalens) {
    this.door = door;
    this.folder = folder;
    this.koalens = koalens;
  }

  /// A cloud without apps.
  static Cloud open(Path folder, Koalens koalens) throws IOException {
    Files.createDirectories(folder);
    var cloud =
        new Cloud(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), folder, koalens);
    cloud.writeProgram();
    Thread.ofVirtual().start(cloud::accept);
    return cloud;
  }

  private void writeProgram() throws IOException {
    var quoted = new ArrayList<String>();
    String port = String.valueOf(door.getLocalPort());
    Programs.java(Programs.classPath(), FlyProgram.class, port)
        .forEach(word -> quoted.add("'" + word.replace("'", "'\\''") + "'"));
    Files.writeString(program(), "#!/bin/sh\nexec " + String.join(" ", quoted) + " \"$@\"\n");
    if (!program().toFile().setExecutable(true)) {
      throw new IOException(program() + " cannot be made executable");
    }
  }

  /// The program that is `fly` here.
  Path program() {
    return folder.resolve("fly");
  }

  /// An app; made when it is new.
  synchronized App app(String name) throws IOException {
    @org.jspecify.annotations.Nullable App there = apps.get(name);
    if (there != null) {
      return there;
    }
    App made = App.make(name, folder.resolve(name), koalens);
    apps.put(name, made);
    return made;
  }

  /// What `fly` was asked so far, a line each.
  List<String> calls() throws IOException {
    Path calls = folder.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        Thread.ofVirtual().start(() -> serve(caller));
      } catch (IOException e) {
        // The door was closed, or the caller went away at once.
      }
    }
  }

  private void serve(Socket caller) {
    try (caller;
        var in = new DataInputStream(caller.getInputStream());
        var out = new DataOutputStream(caller.getOutputStream())) {
      FlyCall call = read(in);
      Files.writeString(
          folder.resolve("calls"),
          "fly " + String.join(" ", call.arguments()) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      int code = answer(call, line -> say(out, line));
      out.writeBoolean(false);
      out.writeInt(code);
    } catch (IOException e) {
      // Whoever called was stopped.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static FlyCall read(DataInputStream in) throws IOException {
    Path where = Path.of(in.readUTF());
    int count = in.readInt();
    var arguments = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      arguments.add(in.readUTF());
    }
    return new FlyCall(where, arguments, in.readUTF());
  }

  private static void say(DataOutputStream out, String line) {
    try {
      out.writeBoolean(true);
      out.writeUTF(line);
      out.flush();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private int answer(FlyCall call, java.util.function.Consumer<String> say)
      throws IOException, InterruptedException {
    App app = app(call.app());
    return switch (call.command()) {
      case "deploy" -> app.deploy(call, say);
      case "releases" -> app.releases(say);
      case "secrets" -> app.secrets(call, say);
      default -> {
        say.accept("Error: unknown command \"" + call.command() + "\" for \"flyctl\"");
        yield 1;
      }
    };
  }

  @Override
  public synchronized void close() {
    try {
      door.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
    apps.values().forEach(App::close);
  }
}
