package koalens.operations.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import koalens.operations.diagnosis.Asking.Reply;

/// Looks a running server over for the troubles of the runbook. Only asks; changes nothing.
public final class Diagnosis implements AutoCloseable {
  // The failures that a retry does not mend: a person has to.
  private static final List<String> OF_KEYS =
      List.of("authentication", "quota_exhausted", "billing", "model_not_found");
  private static final double ENOUGH_TO_SEE_BOTH = 20;

  private final Patient patient;
  private final Asking asking = new Asking();

  /// A diagnosis that has not begun.
  public Diagnosis(Patient patient) {
    this.patient = patient;
  }

  /// What was found, in the runbook's order. A server that nobody reaches is one trouble, not six.
  public List<Symptom> symptoms() throws InterruptedException {
    Reply health = asking.get(patient.at("/health"));
    String command = "curl -sS -m 10 -i " + patient.at("/health");
    if (!health.ok()) {
      return Stream.concat(
              Stream.of(Symptom.trouble("deploy", unhealthy(health), command)), alerts().stream())
          .toList();
    }
    Reply ready = asking.get(patient.at("/ready"));
    Reply figures =
        asking.get(patient.metrics().map(Object::toString).orElse(patient.at("/metrics")));
    var found = new ArrayList<Symptom>();
    found.add(deploy(ready));
    found.add(keys(ready, figures));
    found.add(webApp());
    found.add(cors());
    found.add(split(ready, figures));
    found.addAll(alerts());
    return found;
  }

  private String unhealthy(Reply health) {
    return health.answered()
        ? "/health answers %d: no machine serves; fly status and fly logs say why"
            .formatted(health.status())
        : "nobody answers at %s (%s): no machine runs, or the address is wrong"
            .formatted(patient.server(), health.body());
  }

  private Symptom deploy(Reply ready) throws InterruptedException {
    Reply version = asking.get(patient.at("/version"));
    String command = "curl -sS " + patient.at("/version") + "; curl -sS " + patient.at("/ready");
    String answers = version.json().path("commit").asString("");
    if (answers.isEmpty()) {
      return Symptom.trouble("deploy", "/version names no commit: is this KoaLens?", command);
    }
    Optional<String> wanted = patient.commit().filter(commit -> !answers.startsWith(commit));
    if (wanted.isPresent()) {
      return Symptom.trouble(
          "deploy",
          "commit %s answers, not %s: the deployment did not get through; koalens deploy says why"
              .formatted(answers, wanted.get()),
          command);
    }
    String unready = unready(ready);
    return unready.isEmpty()
        ? Symptom.well(
            "deploy",
            "commit %s answers in %s"
                .formatted(answers, version.json().path("environment").asString("?")),
            command)
        : Symptom.trouble("deploy", "not ready: " + unready, command);
  }

  private static String unready(Reply ready) {
    return ready.json().path("checks").properties().stream()
        .filter(check -> !check.getValue().path("ready").asBoolean(true))
        .map(check -> check.getKey() + " " + check.getValue().path("detail").asString(""))
        .collect(Collectors.joining("; "));
  }

  private static String provider(Reply ready) {
    return ready.json().path("checks").path("provider").path("detail").asString("");
  }

  private Symptom keys(Reply ready, Reply figures) {
    String detail = provider(ready);
    String command = "curl -sS %s | jq .checks.provider".formatted(patient.at("/ready"));
    var refused = new TreeMap<String, Double>();
    Map<String, Double> failed =
        new Figures(figures.body())
            .sums("gen_ai_client_operation_duration_seconds_count", "error_type", "");
    OF_KEYS.stream()
        .filter(failed::containsKey)
        .forEach(kind -> refused.put(kind, failed.get(kind)));
    if (!refused.isEmpty()) {
      return Symptom.trouble(
          "keys",
          "calls were refused: %s; put the key right with koalens secrets push (%s)"
              .formatted(counts(refused), detail),
          patient.logs() + " | jq 'select(.[\"error.type\"])'");
    }
    if (detail.contains("circuit open")) {
      return Symptom.trouble("keys", "a provider is left alone after failures: " + detail, command);
    }
    boolean none = detail.contains("gemini: no key") && detail.contains("claude: no key");
    return none
        ? Symptom.untold("keys", "no provider has a key: the engine answers alone", command)
        : Symptom.well("keys", detail, command);
  }

  private static String counts(Map<String, Double> sums) {
    return sums.entrySet().stream()
        .map(entry -> "%s %.0f".formatted(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private Symptom webApp() throws InterruptedException {
    String command = "curl -sS -i " + patient.at("/");
    Reply page = asking.get(patient.at("/"));
    if (!page.ok() || !page.body().contains("<script")) {
      return Symptom.trouble(
          "web app",
          "/ answers %d without the app: build it into the server (npm run bundle in web/)"
              .formatted(page.status()),
          command);
    }
    String script = page.body().replaceFirst("(?s).*<script[^>]*src=\"([^\"]+)\".*", "$1");
    Reply code = asking.get(patient.at(script.startsWith("/") ? script : "/" + script));
    return code.ok()
        ? Symptom.well("web app", "the page and its script come", command)
        : Symptom.trouble(
            "web app",
            "the page names %s, which answers %d: page and script are of different builds"
                .formatted(script, code.status()),
            command);
  }

  private Symptom cors() throws InterruptedException {
    if (patient.origin().isEmpty()) {
      return Symptom.untold("cors", "say the page's origin with --origin", "");
    }
    String origin = patient.origin().get();
    Map<String, String> headers =
        Map.of(
            "Origin", origin,
            "Access-Control-Request-Method", "POST",
            "Access-Control-Request-Headers", "content-type");
    Reply preflight = asking.ask("OPTIONS", patient.at("/analyze-text"), headers);
    String allowed = preflight.headers().firstValue("Access-Control-Allow-Origin").orElse("");
    String command =
        "curl -sS -i -X OPTIONS %s -H 'Origin: %s' -H 'Access-Control-Request-Method: POST'"
            .formatted(patient.at("/analyze-text"), origin);
    if (allowed.equals(origin) || allowed.equals("*")) {
      return Symptom.well("cors", origin + " is let in", command);
    }
    String slash = origin.endsWith("/") ? "; an origin has no slash at its end" : "";
    return Symptom.trouble(
        "cors",
        "%s is not let in: CORS_ORIGIN must hold it letter by letter, and a secret of that name wins over [env]%s"
            .formatted(origin, slash),
        command);
  }

  private Symptom split(Reply ready, Reply figures) {
    String detail = provider(ready);
    String command = "curl -sS %s | jq .checks.provider".formatted(patient.at("/ready"));
    if (!detail.startsWith("experiment ")) {
      return Symptom.untold(
          "split",
          "no experiment runs (ENABLE_AB_TEST and both keys start one): " + detail,
          command);
    }
    if (!figures.ok()) {
      return Symptom.untold(
          "split", "its figures cannot be read: say where with --metrics", command);
    }
    Map<String, Double> shares =
        new Figures(figures.body())
            .sums("koalens_ai_consultations_total", "assigned", "assignment=\"(sticky|random)\"");
    double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    String counted = shares.isEmpty() ? "nobody was assigned yet" : counts(shares);
    return shares.size() < 2 && all >= ENOUGH_TO_SEE_BOTH
        ? Symptom.trouble(
            "split",
            "only one provider is assigned (%s): look at AB_WEIGHT_*".formatted(counted),
            command)
        : Symptom.well("split", "%s; %s".formatted(detail, counted), command);
  }

  private List<Symptom> alerts() throws InterruptedException {
    return new Watchers(patient, asking).symptoms();
  }

  @Override
  public void close() {
    asking.close();
  }
}
