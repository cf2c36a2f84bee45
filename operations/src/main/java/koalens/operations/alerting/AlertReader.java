package koalens.operations.alerting;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads an alerts file. The keys are explained in `docs/reference/alerts.md`.
final class AlertReader {
  private static final Set<String> ROOT =
      new TreeSet<>(Set.of("service", "environment", "site", "channels", "alerts"));
  private static final Set<String> ALERT =
      new TreeSet<>(Set.of("name", "when", "for", "severity", "channels", "summary", "runbook"));
  private static final Set<String> SITE =
      new TreeSet<>(
          Set.of(
              "health",
              "metrics",
              "blackbox",
              "alertmanager",
              "interval",
              "groupWait",
              "slackUrlFile",
              "smtp",
              "smtpFrom",
              "smtpUser",
              "smtpPasswordFile",
              "smtpTls",
              "runbooks"));

  private final String file;

  AlertReader(String file) {
    this.file = file;
  }

  AlertFile read(String text) {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(text);
    } catch (JacksonException e) {
      throw new AlertFault(file, "is not YAML: " + e.getOriginalMessage());
    }
    requireKeys(root, ROOT, "");
    List<Channel> channels = channels(root.path("channels"));
    Set<String> names = channels.stream().map(Channel::name).collect(Collectors.toSet());
    return new AlertFile(
        text(root, "service", ""),
        text(root, "environment", ""),
        site(root.path("site")),
        channels,
        alerts(root.path("alerts"), names));
  }

  private Site site(JsonNode node) {
    requireKeys(node, SITE, "site: ");
    return new Site(
        address(node, "health"),
        address(node, "metrics"),
        text(node, "blackbox", "site: "),
        text(node, "alertmanager", "site: "),
        time(node, "interval", "site: "),
        time(node, "groupWait", "site: "),
        text(node, "slackUrlFile", "site: "),
        text(node, "smtp", "site: "),
        text(node, "smtpFrom", "site: "),
        Optional.ofNullable(node.path("smtpUser").asString(null)),
        text(node, "smtpPasswordFile", "site: "),
        node.path("smtpTls").asBoolean(true),
        address(node, "runbooks"));
  }

  private URI address(JsonNode node, String key) {
    try {
      URI address = new URI(text(node, key, "site: "));
      require(address.getHost() != null, "site: " + key + " wants http://host/path");
      return address;
    } catch (URISyntaxException e) {
      throw fault("site: " + key + " wants http://host/path");
    }
  }

  private List<Channel> channels(JsonNode node) {
    require(node.isObject() && !node.isEmpty(), "channels wants at least one channel");
    return node.properties().stream()
        .map(entry -> channel(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Channel channel(String name, JsonNode node) {
    if (node.has("slack")) {
      return new Channel.Slack(name, text(node, "slack", "channel " + name + ": "));
    }
    if (node.has("email")) {
      return new Channel.Email(name, text(node, "email", "channel " + name + ": "));
    }
    throw fault("channel " + name + " wants slack: \"#channel\" or email: address");
  }

  private List<Alert> alerts(JsonNode node, Set<String> channels) {
    require(node.isArray() && !node.isEmpty(), "alerts wants a list");
    var names = new HashSet<String>();
    var alerts = new ArrayList<Alert>();
    for (JsonNode one : node) {
      String name = one.path("name").asString("");
      require(
          name.matches("[a-z][a-z0-9_]*") && names.add(name),
          "alert %d wants a name of its own, of small letters, digits and _"
              .formatted(alerts.size() + 1));
      alerts.add(alert(name, one, channels));
    }
    return alerts;
  }

  private Alert alert(String name, JsonNode node, Set<String> channels) {
    String place = "alert " + name + ": ";
    requireKeys(node, ALERT, place);
    List<String> told = node.path("channels").valueStream().map(JsonNode::asString).toList();
    require(
        !told.isEmpty() && channels.containsAll(told),
        place + "channels wants names of " + channels);
    return new Alert(
        name,
        new ConditionReader(this, place).read(node.path("when")),
        time(node, "for", place),
        severity(node, place),
        told,
        text(node, "summary", place),
        runbook(node, place));
  }

  private URI runbook(JsonNode node, String place) {
    try {
      return new URI(text(node, "runbook", place));
    } catch (URISyntaxException e) {
      throw fault(place + "runbook wants an address, whole or from site: runbooks");
    }
  }

  private Severity severity(JsonNode node, String place) {
    String word = text(node, "severity", place);
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(word.toLowerCase(Locale.ROOT))) {
        return severity;
      }
    }
    throw fault(place + "severity wants critical or warning");
  }

  Duration time(JsonNode node, String key, String place) {
    return Times.parse(node.path(key).asString(""))
        .orElseThrow(() -> fault(place + key + " wants a time such as 30s, 5m or 1d"));
  }

  double number(JsonNode node, String key, double least, double most, String place) {
    JsonNode value = node.path(key);
    require(
        value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= most,
        place + "%s wants a number from %s to %s".formatted(key, least, most));
    return value.doubleValue();
  }

  String text(JsonNode node, String key, String place) {
    String text = node.path(key).asString("");
    require(!text.isBlank(), place + key + " is missing");
    return text;
  }

  void requireKeys(JsonNode node, Set<String> known, String place) {
    require(node.isObject(), place + "wants keys: " + String.join(", ", known));
    node.propertyNames()
        .forEach(key ->
            require(
                known.contains(key),
                place
                    + "there is no key %s; known are %s".formatted(key, String.join(", ", known))));
  }

  private void require(boolean good, String fault) {
    if (!good) {
      throw fault(fault);
    }
  }

  AlertFault fault(String fault) {
    return new AlertFault(file, fault);
  }
}
