package koalens.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import koalens.server.api.Multipart.Part;
import org.junit.jupiter.api.Test;

/// Any bytes are taken apart as a form, or refused as none.
class MultipartTest {
  private static final String TYPE = "multipart/form-data; boundary=b0undary";

  private static byte[] form(byte[] file) {
    var form = new ByteArrayOutputStream();
    form.writeBytes(
        """
        --b0undary\r
        Content-Disposition: form-data; name="language"\r
        \r
        sv\r
        --b0undary\r
        content-disposition: form-data; filename="a.jpg"; name=image\r
        Content-Type: image/jpeg\r
        \r
        """
            .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(file);
    form.writeBytes("\r\n--b0undary--\r\n".getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }

  @Test
  void givesBackTheVeryBytesThatWereSent() {
    var random = new Random(3);
    for (int i = 0; i < 500; i++) {
      var file = new byte[random.nextInt(300)];
      random.nextBytes(file);
      List<Part> parts = Multipart.parts(TYPE, form(file));
      assertThat(parts).extracting(Part::name).containsExactly("language", "image");
      assertThat(parts.getLast().bytes()).isEqualTo(file);
    }
  }

  @Test
  void takesAnyBytesApartOrRefusesThem() {
    var random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      byte[] form = form("x".repeat(random.nextInt(40)).getBytes(StandardCharsets.UTF_8));
      for (int fault = 0; fault < random.nextInt(30); fault++) {
        form[random.nextInt(form.length)] = (byte) "\r\n-b0;=\" ax".charAt(random.nextInt(11));
      }
      byte[] bytes = i % 3 == 0 ? Arrays.copyOf(form, random.nextInt(form.length)) : form;
      try {
        int sum = Multipart.parts(TYPE, bytes).stream().mapToInt(part -> part.bytes().length).sum();
        assertThat(sum).isLessThan(bytes.length);
      } catch (ProblemException e) {
        assertThat(e.problem().kind()).isEqualTo(Problem.Kind.MALFORMED);
      }
    }
  }
}
