package koalens.server.api;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import koalens.server.TestServer;

/// A photo or film on its way to a server.
final class SentMedium {
  private static final String BOUNDARY = "b0undary";

  private final byte[] bytes;

  SentMedium(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A photo of printed lines.
  static byte[] photo(String... lines) throws IOException {
    var image = new BufferedImage(1200, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 1200, 400);
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 36));
    for (int i = 0; i < lines.length; i++) {
      graphics.drawString(lines[i], 90, 120 + i * 52);
    }
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }

  /// A film of a label whose text is [#FILMED].
  static byte[] film() throws IOException {
    try (InputStream film = SentMedium.class.getResourceAsStream("label.mp4")) {
      return Objects.requireNonNull(film).readAllBytes();
    }
  }

  /// What the film shows.
  static final String FILMED = "Ingredienser: vatten, socker, rapsolja, salt.";

  /// Sends it in a field of a form, under a name and a type that are not its own.
  HttpResponse<String> asForm(
      TestServer server, String path, String field, Map<String, String> texts, String... headers) {
    var body = new ByteArrayOutputStream();
    texts.forEach((name, text) ->
        write(body, "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text));
    write(
        body,
        "Content-Disposition: form-data; name=\"%s\"; filename=\"label.txt\"\r\n".formatted(field)
            + "Content-Type: text/plain\r\n\r\n");
    body.writeBytes(bytes);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return server.send(
        server
            .request(path, headers)
            .setHeader("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void write(ByteArrayOutputStream body, String part) {
    String before = body.size() == 0 ? "--" : "\r\n--";
    body.writeBytes((before + BOUNDARY + "\r\n" + part).getBytes(StandardCharsets.UTF_8));
  }
}
