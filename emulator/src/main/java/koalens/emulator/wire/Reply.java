package koalens.emulator.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What an API answers, before anything goes wrong on the way.
///
/// @param status the HTTP status
/// @param headers names and values, `Content-Type` among them
/// @param pieces the body; more than one when it is streamed, each sent when it is due
/// @param usage what the call is charged for
public record Reply(int status, Map<String, String> headers, List<Content> pieces, Usage usage) {
  /// Copies headers and pieces.
  public Reply {
    headers = Map.copyOf(headers);
    pieces = List.copyOf(pieces);
  }

  /// The tokens of a call as this emulator counts them.
  ///
  /// @param model what served it; empty when none did
  /// @param inputTokens of the prompt
  /// @param outputTokens of the answer
  public record Usage(String model, int inputTokens, int outputTokens) {
    /// Nothing was served.
    public static final Usage NONE = new Usage("", 0, 0);
  }

  /// A JSON body.
  public static Reply json(int status, String json) {
    return of(status, "application/json; charset=UTF-8", json);
  }

  /// A body of this type.
  public static Reply of(int status, String contentType, String body) {
    return new Reply(
        status, Map.of("Content-Type", contentType), List.of(Content.of(body)), Usage.NONE);
  }

  /// Server-sent events, each already in its wire form.
  public static Reply events(List<String> events) {
    return new Reply(
        200,
        Map.of("Content-Type", "text/event-stream; charset=utf-8", "Cache-Control", "no-cache"),
        events.stream().map(Content::of).collect(Collectors.toList()),
        Usage.NONE);
  }

  /// The same with one more header.
  public Reply with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, pieces, usage);
  }

  /// The same with these headers too.
  public Reply with(Map<String, String> others) {
    var more = new LinkedHashMap<>(headers);
    more.putAll(others);
    return new Reply(status, more, pieces, usage);
  }

  /// The same, charged.
  public Reply with(Usage usage) {
    return new Reply(status, headers, pieces, usage);
  }

  /// Whether the body comes in pieces.
  public boolean streamed() {
    return pieces.size() > 1;
  }
}
