package koalens.operations.alerting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the configuration of the blackbox exporter, which asks for the health from outside.
final class BlackboxConfig {
  static final String MODULE = "koalens_health";

  private BlackboxConfig() {}

  static String write() {
    var http = new LinkedHashMap<String, Object>();
    http.put("method", "GET");
    http.put("preferred_ip_protocol", "ip4");
    http.put("follow_redirects", false);
    http.put("valid_status_codes", List.of(200));
    http.put("fail_if_body_not_matches_regexp", List.of("\"status\"\\s*:\\s*\"ok\""));
    var module = new LinkedHashMap<String, Object>();
    module.put("prober", "http");
    module.put("timeout", "5s");
    module.put("http", http);
    return Yaml.write(Map.of("modules", Map.of(MODULE, module)));
  }
}
