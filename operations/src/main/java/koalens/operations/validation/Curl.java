package koalens.operations.validation;

import java.util.Optional;
import java.util.stream.Collectors;

/// Writes a request as a line for the shell.
final class Curl {
  private Curl() {}

  static String line(Step step, String address, Variables variables, Optional<String> contentType) {
    var line = new StringBuilder("curl -sS -i -X ").append(step.method());
    line.append(' ').append(quoted(address));
    if (!(step.body() instanceof Body.Upload) && !step.headers().containsKey("Content-Type")) {
      contentType.ifPresent(type -> header(line, "Content-Type", type));
    }
    step.headers().forEach((name, value) -> header(line, name, variables.fill(value)));
    return line.append(body(step.body(), variables)).toString();
  }

  private static void header(StringBuilder line, String name, String value) {
    line.append(" -H ").append(quoted(name + ": " + value));
  }

  private static String body(Body body, Variables variables) {
    return switch (body) {
      case Body.Empty() -> "";
      case Body.Text(var _, var text) -> " --data-binary " + quoted(variables.fill(text));
      case Body.Filler(var _, var length) ->
          " --data-binary \"$(head -c %d /dev/zero | tr '\\0' a)\"".formatted(length);
      case Body.Upload(var field, var file, var type, var fields) ->
          fields.entrySet().stream()
                  .map(one -> " -F " + quoted(one.getKey() + "=" + one.getValue()))
                  .collect(Collectors.joining())
              + " -F "
              + quoted("%s=@%s;type=%s".formatted(field, file, type));
    };
  }

  // A name of the shell's own stays open to it; everything else is quoted whole.
  private static String quoted(String text) {
    String safe = text.replace("'", "'\\''");
    return "'" + safe.replaceAll("(\\$[A-Za-z][A-Za-z0-9]*)", "'\"$1\"'") + "'";
  }
}
