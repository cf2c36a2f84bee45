package koalens.cli.rehearsal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The program that stands in for `fly`: hands its arguments to the rehearsal and prints what that
/// answers.
final class FlyProgram {
  private FlyProgram() {}

  /// Runs it.
  ///
  /// @param arguments the rehearsal's port, then those of `fly`
  public static void main(String[] arguments) throws IOException {
    List<String> asked = Arrays.asList(arguments).subList(1, arguments.length);
    int port = Integer.parseInt(arguments[0]);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var out = new DataOutputStream(socket.getOutputStream());
        var in = new DataInputStream(socket.getInputStream())) {
      out.writeUTF(Path.of("").toAbsolutePath().toString());
      out.writeInt(asked.size());
      for (String argument : asked) {
        out.writeUTF(argument);
      }
      out.writeUTF(
          asked.contains("import")
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : "");
      out.flush();
      while (in.readBoolean()) {
        System.out.println(in.readUTF());
      }
      System.exit(in.readInt());
    }
  }
}
