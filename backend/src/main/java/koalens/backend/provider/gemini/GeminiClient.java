package koalens.backend.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.genai.Client;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.Content;
import com.google.genai.types.CountTokensConfig;
import com.google.genai.types.File;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import com.google.genai.types.Part;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import koalens.backend.provider.Deadline;
import koalens.backend.provider.Exchange;
import koalens.backend.provider.Failure;
import koalens.backend.provider.FailureKind;
import koalens.backend.provider.Media;
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
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;

/// One of Google's Gemini models. The SDK writes the request; the answer is read here, since the
/// SDK lets go of the hint when to try again. The SDK is loaded at the first call.
public final class GeminiClient implements ModelClient {
  private static final Set<String> MEDIA =
      Set.of(
          "image/jpeg",
          "image/png",
          "image/webp",
          "image/heic",
          "image/heif",
          "video/mp4",
          "video/mpeg",
          "video/mov",
          "video/quicktime",
          "video/avi",
          "video/x-flv",
          "video/mpg",
          "video/webm",
          "video/wmv",
          "video/3gpp");

  private final String model;
  private final int maxInlineBytes;
  private final ModelCapabilities capabilities;
  private final GeminiRequest requests;
  private final AnswerRecorder recorder;
  private final UploadedFiles uploads = new UploadedFiles();
  private final Lazy<Client> sdk;

  /// For that model.
  ///
  /// @param recorder reads the answers
  /// @param maxInlineBytes media up to this size together travel in the request, larger are
  ///   uploaded
  public GeminiClient(
      String model, Endpoint endpoint, AnswerRecorder recorder, int maxInlineBytes) {
    this.model = model;
    this.maxInlineBytes = maxInlineBytes;
    this.capabilities = GeminiModels.capabilities(model);
    this.requests = new GeminiRequest(capabilities);
    this.recorder = recorder;
    this.sdk = new Lazy<>(() -> client(endpoint));
  }

  @Override
  public ProviderName name() {
    return ProviderName.GEMINI;
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
    Prompt<?> prompt = exchange.prompt();
    checkMedia(prompt);
    HttpAnswer http = answer(() -> generate(exchange, parts(prompt, deadline), deadline));
    GeminiAnswer answer = GeminiAnswer.of(http);
    answer
        .failure()
        .ifPresent(failure -> {
          throw new ProviderException(name(), model, failure);
        });
    return answer.reply().orElseThrow();
  }

  @Override
  public long countTokens(Prompt<?> prompt, Deadline deadline) {
    checkMedia(prompt);
    HttpAnswer http;
    try {
      http = answer(() -> count(prompt, parts(prompt, deadline), deadline));
    } finally {
      forget();
    }
    JsonNode tokens = Json.treeOrMissing(http.body()).path("totalTokens");
    if (!tokens.canConvertToLong()) {
      throw new ProviderException(name(), model, Failure.of(FailureKind.MALFORMED_ANSWER));
    }
    return Json.count(tokens);
  }

  @Override
  public void prepare(Prompt<?> sample) {
    sdk.get();
    requests.contents(Exchange.first(sample), List.of()).forEach(Content::toJson);
  }

  @Override
  public void close() {
    sdk.ifMade().ifPresent(Client::close);
  }

  @Override
  public void forget() {
    uploads.take().forEach(file -> files().delete(file));
  }

  private interface Call {
    void make() throws InterruptedException;
  }

  private HttpAnswer answer(Call call) {
    try {
      call.make();
      return recorder.take().orElseThrow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(Failure.of(FailureKind.CANCELLED), e);
    } catch (UnreadableFileException e) {
      throw failed(e.failure(), e);
    } catch (RuntimeException e) {
      throw failed(failure(e), e);
    } finally {
      recorder.take();
    }
  }

  private void checkMedia(Prompt<?> prompt) {
    if (!prompt.media().stream().allMatch(media -> MEDIA.contains(media.mimeType()))) {
      throw new ProviderException(name(), model, Failure.of(FailureKind.UNSUPPORTED_MEDIA));
    }
  }

  private void generate(Exchange exchange, List<Part> media, Deadline deadline) {
    List<Content> contents = requests.contents(exchange, media);
    sdk.get()
        .models
        .generateContent(model, contents, requests.config(exchange.prompt(), within(deadline)));
  }

  private void count(Prompt<?> prompt, List<Part> media, Deadline deadline) {
    var config = CountTokensConfig.builder().httpOptions(within(deadline)).build();
    sdk.get().models.countTokens(model, requests.counted(prompt, media), config);
  }

  private List<Part> parts(Prompt<?> prompt, Deadline deadline) throws InterruptedException {
    long size = prompt.media().stream().mapToLong(Media::size).sum();
    var parts = new ArrayList<Part>();
    for (Media media : prompt.media()) {
      parts.add(size <= maxInlineBytes ? inline(media) : uploaded(media, deadline));
    }
    return parts;
  }

  private static Part inline(Media media) {
    return Part.fromBytes(media.content(), media.mimeType());
  }

  private Part uploaded(Media media, Deadline deadline) throws InterruptedException {
    File file = files().ready(media, uploads.ofCall(), deadline);
    return Part.fromUri(file.uri().orElse(""), media.mimeType());
  }

  private GeminiFiles files() {
    return new GeminiFiles(sdk.get(), GeminiClient::within);
  }

  private static Failure failure(Exception thrown) {
    return TransportFailure.error(thrown)
        .map(error -> GeminiErrors.failure(error, Instant.now()))
        .orElseGet(() -> Failure.of(TransportFailure.kind(thrown)));
  }

  private ProviderException failed(Failure failure, Exception cause) {
    return new ProviderException(name(), model, failure, cause);
  }

  // The SDK also tells the server, so that it stops when nobody waits any more.
  private static HttpOptions within(Deadline deadline) {
    // Zero would mean no limit.
    long left = deadline.remaining().toMillis() + 1;
    return HttpOptions.builder().timeout((int) Math.min(left, Integer.MAX_VALUE)).build();
  }

  private Client client(Endpoint endpoint) {
    var http =
        new OkHttpClient.Builder()
            .connectionPool(connections(endpoint.connections()))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .connectTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .addInterceptor(this::recorded)
            .build();
    // One attempt is not enough to stop the SDK's own waiting: it sleeps after the last as well,
    // when the status is on its list.
    var once = HttpRetryOptions.builder().attempts(1).httpStatusCodes(List.of()).build();
    return Client.builder()
        .apiKey(endpoint.apiKey())
        .vertexAI(false)
        .httpOptions(HttpOptions.builder().baseUrl(endpoint.baseUrl()).retryOptions(once).build())
        .clientOptions(ClientOptions.builder().customHttpClient(http).build())
        .build();
  }

  private static ConnectionPool connections(int idle) {
    return new ConnectionPool(idle, Endpoint.KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS);
  }

  private Response recorded(Interceptor.Chain chain) throws IOException {
    long start = System.nanoTime();
    try (Response response = chain.proceed(chain.request())) {
      Duration first = Duration.ofNanos(System.nanoTime() - start);
      ResponseBody body = Objects.requireNonNull(response.body());
      HttpAnswer answer =
          recorder.record(
              response.code(),
              HttpAnswer.headers(response.headers().names(), response.headers()::values),
              first,
              body.byteStream());
      return response
          .newBuilder()
          .body(ResponseBody.create(answer.body(), body.contentType()))
          .build();
    }
  }
}
