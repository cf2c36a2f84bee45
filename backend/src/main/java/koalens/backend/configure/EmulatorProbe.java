package koalens.backend.configure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Finds emulated providers behind addresses that do not look like it: they announce themselves in
/// every answer.
final class EmulatorProbe {
  private static final String ANNOUNCEMENT = "X-KoaLens-Emulator";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private EmulatorProbe() {}

  /// In production, asks who listens where the settings send requests; elsewhere nobody.
  ///
  /// @throws SettingsFault when it is an emulator
  static void refuse(Settings settings) {
    if (settings.environment() != Environment.PRODUCTION) {
      return;
    }
    List<String> faults =
        Stream.of(settings.ai().geminiBaseUrl(), settings.ai().claudeBaseUrl())
            .flatMap(address -> address.stream())
            .filter(EmulatorProbe::isEmulated)
            .map(address -> "%s is an emulated provider: not in production".formatted(address))
            .toList();
    if (!faults.isEmpty()) {
      throw new SettingsFault(faults);
    }
  }

  /// Whether an emulator answers there. Who does not answer is none.
  static boolean isEmulated(URI address) {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
      return client
          .send(request, HttpResponse.BodyHandlers.discarding())
          .headers()
          .firstValue(ANNOUNCEMENT)
          .isPresent();
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
