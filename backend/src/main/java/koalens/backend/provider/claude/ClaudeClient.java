package koalens.backend.provider.claude;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.LogLevel;
import com.anthropic.core.RequestOptions;
import com.anthropic.core.Timeout;
import com.anthropic.core.http.HttpClient;
import com.anthropic.core.http.HttpRequest;
import com.anthropic.core.http.HttpResponse;
import com.anthropic.core.http.Interceptor;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import koalens.backend.provider.Deadline;
import koalens.backend.provider.Exchange;
import koalens.backend.provider.Failure;
import koalens.backend.provider.FailureKind;
import koalens.backend.provider.ModelCapabilities;
import koalens.backend.provider.ModelClient;
import koalens.backend.provider.Prompt;
import koalens.backend.provider.ProviderException;
import koalens.backend.provider.ProviderName;
import koalens.backend.provider.Reply;
import koalens.backend.provider.wire.AnswerRecorder;
import koalens.backend.provider.wire.Endpoint;
import koalens.backend.provider.wire.HttpAnswer;
import koalens.backend.provider.wire.Json;
import koalens.backend.provider.wire.Lazy;
import koalens.backend.provider.wire.TransportFailure;

/// One of Anthropic's models. The SDK writes the request; the answer is read here, since what is
/// charged for is in parts that the SDK lets go. The SDK is loaded at the first call.
public final class ClaudeClient implements ModelClient {
  private static final Set<String> IMAGES =
      Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

  private final String model;
  private final ModelCapabilities capabilities;
  private final ClaudeRequest requests;
  private final AnswerRecorder recorder;
  private final Lazy<AnthropicClient> sdk;

  /// For that model.
  ///
  /// @param recorder reads the answers
  public ClaudeClient(String model, Endpoint endpoint, AnswerRecorder recorder) {
    this.model = model;
    this.capabilities = ClaudeModels.capabilities(model);
    this.requests = new ClaudeRequest(model, capabilities);
    this.recorder = recorder;
    this.sdk = new Lazy<>(() -> client(endpoint));
  }

  @Override
  public ProviderName name() {
    return ProviderName.CLAUDE;
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public ModelCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public Reply send(Exchange exchange, Deadline deadline) {
    checkMedia(exchange.prompt());
    ClaudeAnswer answer = ClaudeAnswer.of(message(exchange, deadline));
    answer
        .failure()
        .ifPresent(failure -> {
          throw new ProviderException(name(), model, failure);
        });
    return answer.reply().orElseThrow();
  }

  private HttpAnswer message(Exchange exchange, Deadline deadline) {
    var messages = sdk.get().messages().withRawResponse();
    try (var _ = messages.create(requests.message(exchange), within(deadline))) {
      return recorder.take().orElseThrow();
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public long countTokens(Prompt<?> prompt, Deadline deadline) {
    checkMedia(prompt);
    JsonNode tokens = Json.treeOrMissing(count(prompt, deadline).body()).path("input_tokens");
    if (!tokens.canConvertToLong()) {
      throw failed(FailureKind.MALFORMED_ANSWER);
    }
    return Json.count(tokens);
  }

  private HttpAnswer count(Prompt<?> prompt, Deadline deadline) {
    var messages = sdk.get().messages().withRawResponse();
    try (var _ = messages.countTokens(requests.count(prompt), within(deadline))) {
      return recorder.take().orElseThrow();
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public void prepare(Prompt<?> sample) {
    sdk.get();
    JsonValue.from(requests.message(Exchange.first(sample))._body());
  }

  @Override
  public void close() {
    sdk.ifMade().ifPresent(AnthropicClient::close);
  }

  private void checkMedia(Prompt<?> prompt) {
    if (!prompt.media().stream().allMatch(media -> IMAGES.contains(media.mimeType()))) {
      throw failed(FailureKind.UNSUPPORTED_MEDIA);
    }
  }

  private ProviderException failed(RuntimeException thrown) {
    Failure failure =
        TransportFailure.error(thrown)
            .map(error -> ClaudeErrors.failure(error, Instant.now()))
            .orElseGet(() -> Failure.of(TransportFailure.kind(thrown)));
    return new ProviderException(name(), model, failure, thrown);
  }

  private ProviderException failed(FailureKind kind) {
    return new ProviderException(name(), model, Failure.of(kind));
  }

  private static RequestOptions within(Deadline deadline) {
    // Zero means no limit: that of the whole request holds for its parts, and each further one
    // would wake a timer at every read.
    var limit =
        Timeout.builder()
            .request(deadline.remaining().plusMillis(1))
            .connect(Duration.ZERO)
            .write(Duration.ZERO)
            .read(Duration.ZERO);
    return RequestOptions.builder().timeout(limit.build()).followRedirects(false).build();
  }

  private AnthropicClient client(Endpoint endpoint) {
    return AnthropicOkHttpClient.builder()
        .apiKey(endpoint.apiKey())
        .baseUrl(endpoint.baseUrl())
        .maxIdleConnections(endpoint.connections())
        .keepAliveDuration(Endpoint.KEEP_ALIVE)
        .maxRetries(0)
        .logLevel(LogLevel.OFF)
        .openTelemetry(false)
        .addInterceptor(Interceptor.syncOnly(this::recorded))
        .build();
  }

  private HttpResponse recorded(HttpClient next, HttpRequest request, RequestOptions options) {
    long start = System.nanoTime();
    try (HttpResponse response = next.execute(request, options)) {
      Duration first = Duration.ofNanos(System.nanoTime() - start);
      recorder.record(
          response.statusCode(),
          HttpAnswer.headers(response.headers().names(), response.headers()::values),
          first,
          response.body());
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
