package koalens.operations.validation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Stream;

/// A step's request with the target's address and variables filled in. Immutable.
record Request(Step step, Target target, Resources resources) {
  private static final String BOUNDARY = "koalens-validation-7f3a9c51";

  /// The values for its names.
  Variables variables() {
    return new Variables(target.variables());
  }

  /// A variable the step needs and the target has not.
  Optional<String> missingVariable() {
    String text = step.body() instanceof Body.Text(var _, var body) ? body : "";
    return Stream.of(
            step.needs().stream().map(name -> "${" + name + "}"),
            Stream.of(step.target(), text),
            step.headers().values().stream())
        .flatMap(texts -> texts)
        .map(variables()::missing)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// The request as Java sends it.
  ///
  /// @throws IOException when a file to send cannot be read
  HttpRequest build(Duration timeout) throws IOException {
    var builder =
        HttpRequest.newBuilder(URI.create(address(variables())))
            .timeout(timeout)
            .method(step.method(), publisher());
    contentType().ifPresent(type -> builder.setHeader("Content-Type", type));
    step.headers().forEach((name, value) -> builder.setHeader(name, variables().fill(value)));
    return builder.build();
  }

  /// The request as a line for the shell; secrets stand as `$NAMES` of the shell's own.
  String curl() {
    return Curl.line(step, address(shown()), shown(), contentType());
  }

  private Variables shown() {
    var values = new HashMap<>(target.variables());
    target.secrets().forEach(name -> values.computeIfPresent(name, (key, _) -> "$" + key));
    return new Variables(values);
  }

  private String address(Variables variables) {
    return target.address(variables.fill(step.target()));
  }

  private Optional<String> contentType() {
    return switch (step.body()) {
      case Body.Empty() -> Optional.empty();
      case Body.Text(var type, var _) -> Optional.of(type);
      case Body.Filler(var type, var _) -> Optional.of(type);
      case Body.Upload upload -> Optional.of("multipart/form-data; boundary=" + BOUNDARY);
    };
  }

  private BodyPublisher publisher() throws IOException {
    return switch (step.body()) {
      case Body.Empty() -> BodyPublishers.noBody();
      case Body.Text(var _, var text) -> BodyPublishers.ofString(variables().fill(text));
      case Body.Filler(var _, var length) -> BodyPublishers.ofString("a".repeat(length));
      case Body.Upload upload -> BodyPublishers.ofByteArray(form(upload));
    };
  }

  private byte[] form(Body.Upload upload) throws IOException {
    var form = new ByteArrayOutputStream();
    upload.fields().forEach((name, value) -> form.writeBytes(field(name, value)));
    form.writeBytes(
        """
        --%s\r
        Content-Disposition: form-data; name="%s"; filename="%s"\r
        Content-Type: %s\r
        \r
        """
            .formatted(BOUNDARY, upload.field(), upload.resource(), upload.contentType())
            .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(resources.bytes(upload.resource()));
    form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }

  private static byte[] field(String name, String value) {
    return """
    --%s\r
    Content-Disposition: form-data; name="%s"\r
    \r
    %s\r
    """
        .formatted(BOUNDARY, name, value)
        .getBytes(StandardCharsets.UTF_8);
  }
}
