package koalens.operations.alerting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Makes the configuration of Alertmanager: one receiver for each set of channels.
final class AlertmanagerConfig {
  private static final String TEXT =
      "{{ range .Alerts }}{{ .Annotations.summary }}: {{ .Annotations.description }}"
          + " {{ .Annotations.runbook_url }}{{ \"\\n\" }}{{ end }}";

  private AlertmanagerConfig() {}

  static String write(AlertFile file) {
    Map<String, List<String>> receivers = receivers(file);
    var root = new LinkedHashMap<String, Object>();
    root.put("global", global(file.site()));
    root.put("route", route(file, receivers));
    root.put("inhibit_rules", inhibition(file));
    root.put(
        "receivers",
        receivers.entrySet().stream()
            .map(entry -> receiver(file, entry.getKey(), entry.getValue()))
            .toList());
    return Yaml.write(root);
  }

  // Receiver → the names of its channels.
  private static Map<String, List<String>> receivers(AlertFile file) {
    var receivers = new TreeMap<String, List<String>>();
    file.alerts().forEach(alert -> receivers.put(receiver(alert), alert.channels()));
    return receivers;
  }

  private static String receiver(Alert alert) {
    return alert.channels().stream().sorted().collect(Collectors.joining("-and-"));
  }

  private static Map<String, Object> global(Site site) {
    var global = new LinkedHashMap<String, Object>();
    global.put("slack_api_url_file", site.slackUrlFile());
    global.put("smtp_smarthost", site.smtp());
    global.put("smtp_from", site.smtpFrom());
    site.smtpUser()
        .ifPresent(user -> {
          global.put("smtp_auth_username", user);
          global.put("smtp_auth_password_file", site.smtpPasswordFile());
        });
    global.put("smtp_require_tls", site.smtpTls());
    return global;
  }

  private static Map<String, Object> route(AlertFile file, Map<String, List<String>> receivers) {
    var route = new LinkedHashMap<String, Object>();
    route.put("receiver", receivers.keySet().iterator().next());
    route.put("group_by", List.of("alertname", "environment"));
    route.put("group_wait", Times.write(file.site().groupWait()));
    route.put("group_interval", Times.write(file.site().groupWait().multipliedBy(10)));
    route.put("repeat_interval", "4h");
    var routes = new ArrayList<Map<String, Object>>();
    receivers.keySet().forEach(name -> routes.add(branch(file, name)));
    route.put("routes", routes);
    return route;
  }

  private static Map<String, Object> branch(AlertFile file, String receiver) {
    String names = names(file, alert -> receiver(alert).equals(receiver));
    var branch = new LinkedHashMap<String, Object>();
    branch.put("receiver", receiver);
    branch.put("matchers", List.of("alertname=~\"" + names + "\""));
    return branch;
  }

  // While nothing answers, everything else is noise, but not that nobody hears of it.
  private static List<Map<String, Object>> inhibition(AlertFile file) {
    Predicate<Alert> isDown = alert -> alert.condition() instanceof Condition.HealthIsNot;
    Predicate<Alert> isUnheard = alert -> alert.condition() instanceof Condition.Undelivered;
    String down = names(file, isDown);
    if (down.isEmpty()) {
      return List.of();
    }
    var rule = new LinkedHashMap<String, Object>();
    rule.put("source_matchers", List.of("alertname=~\"" + down + "\""));
    rule.put(
        "target_matchers", List.of("alertname!~\"" + names(file, isDown.or(isUnheard)) + "\""));
    rule.put("equal", List.of("environment"));
    return List.of(rule);
  }

  private static String names(AlertFile file, Predicate<Alert> wanted) {
    return file.alerts().stream().filter(wanted).map(Alert::name).collect(Collectors.joining("|"));
  }

  private static Map<String, Object> receiver(AlertFile file, String name, List<String> told) {
    var receiver = new LinkedHashMap<String, Object>();
    receiver.put("name", name);
    List<Channel> channels =
        file.channels().stream().filter(channel -> told.contains(channel.name())).toList();
    List<Map<String, Object>> slack = new ArrayList<>();
    List<Map<String, Object>> email = new ArrayList<>();
    for (Channel channel : channels) {
      switch (channel) {
        case Channel.Slack(var _, var room) -> slack.add(slack(room));
        case Channel.Email(var _, var to) -> email.add(email(to));
      }
    }
    putUnlessEmpty(receiver, "slack_configs", slack);
    putUnlessEmpty(receiver, "email_configs", email);
    return receiver;
  }

  private static void putUnlessEmpty(Map<String, Object> map, String key, List<?> list) {
    if (!list.isEmpty()) {
      map.put(key, list);
    }
  }

  private static Map<String, Object> slack(String channel) {
    var slack = new LinkedHashMap<String, Object>();
    slack.put("channel", channel);
    slack.put("send_resolved", true);
    slack.put("title", "[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }}");
    slack.put("text", TEXT);
    return slack;
  }

  private static Map<String, Object> email(String to) {
    var email = new LinkedHashMap<String, Object>();
    email.put("to", to);
    email.put("send_resolved", true);
    return email;
  }
}
