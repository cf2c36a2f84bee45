package koalens.operations.alerting;

import java.util.LinkedHashMap;
import java.util.Map;

/// Maps that are written in the order they are given, so that the same alerts make the same bytes.
final class Ordered {
  private Ordered() {}

  static Map<String, Object> of(String one, Object first, String other, Object second) {
    var map = new LinkedHashMap<String, Object>();
    map.put(one, first);
    map.put(other, second);
    return map;
  }

  static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
    map.put(key, value);
    return map;
  }
}
