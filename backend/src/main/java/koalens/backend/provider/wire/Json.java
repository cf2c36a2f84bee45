package koalens.backend.provider.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads JSON that others wrote, strictly: nothing after its end, no name twice.
public final class Json {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  // So that sums of what a broken provider sends cannot overflow.
  private static final long MOST_TOKENS = 1_000_000_000_000L;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Json() {}

  /// The tree of a JSON text; none when it is not JSON.
  public static Optional<JsonNode> tree(String text) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      return tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /// The tree of a JSON text; a missing node when it is not JSON.
  public static JsonNode treeOrMissing(String text) {
    return tree(text).orElseGet(MissingNode::getInstance);
  }

  /// A short word of a provider's own vocabulary. What may hold anything else, such as a person's
  /// text, is none.
  public static Optional<String> code(JsonNode node) {
    return Optional.ofNullable(node.textValue()).filter(word -> CODE.matcher(word).matches());
  }

  /// A token count; 0 where there is none.
  public static long count(JsonNode node) {
    return node.canConvertToLong() ? Math.clamp(node.longValue(), 0, MOST_TOKENS) : 0;
  }
}
