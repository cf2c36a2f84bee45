package koalens.operations.fly;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// What fly.toml must be beyond its keys: flyctl's rules, and what a Java server needs of Fly.
final class RuleCheck {
  private static final Pattern SECRET =
      Pattern.compile(".*(_KEY|_TOKEN|_SECRET|PASSWORD|DATABASE_URL)");
  private static final Set<String> NEEDS_CHECK = Set.of("bluegreen");
  private static final Set<String> REFUSES_MOUNTS = Set.of("canary", "bluegreen");
  private static final int LEAST_MEMORY_MB = 512;

  private final Path file;
  private final TomlTable toml;
  private final List<ConfigFault> faults = new ArrayList<>();

  private RuleCheck(Path file, TomlTable toml) {
    this.file = file;
    this.toml = toml;
  }

  static List<ConfigFault> faults(Path file, TomlTable toml) {
    var check = new RuleCheck(file, toml);
    check.names();
    check.dockerfile();
    check.strategy();
    check.service();
    check.metrics();
    check.environment();
    check.callers();
    check.memory();
    check.stop();
    return check.faults;
  }

  private void names() {
    if (!toml.contains("app")) {
      add("app", "app is missing: the name of the app at Fly");
    }
    if (!toml.contains("primary_region")) {
      add(
          "primary_region",
          "primary_region is missing: flyctl would choose one, and not the same each time");
    }
  }

  private void dockerfile() {
    String named = toml.getString("build.dockerfile", () -> "");
    if (!named.isEmpty() && !fromFolder(named).isFile()) {
      add(
          "build.dockerfile",
          "build.dockerfile is looked for in the folder of this file, and %s is not there"
              .formatted(fromFolder(named)));
    }
  }

  // As flyctl joins them: a path that begins with / too.
  private File fromFolder(String path) {
    return new File(file.toFile().getParentFile(), path);
  }

  private void strategy() {
    String strategy = toml.getString("deploy.strategy", () -> "rolling");
    if (REFUSES_MOUNTS.contains(strategy) && toml.contains("mounts")) {
      add("deploy.strategy", "deploy.strategy " + strategy + " is refused together with mounts");
    }
    if (NEEDS_CHECK.contains(strategy) && !hasCheck()) {
      add("deploy.strategy", "deploy.strategy " + strategy + " needs at least one check");
    }
  }

  private boolean hasCheck() {
    return toml.contains("checks")
        || toml.contains("http_service.checks")
        || tables("services").stream()
            .anyMatch(service -> service.contains("http_checks") || service.contains("tcp_checks"));
  }

  private void service() {
    if (!toml.contains("http_service") && !toml.contains("services")) {
      add("http_service", "http_service is missing: nothing would be reachable");
      return;
    }
    if (!hasCheck()) {
      add(
          "http_service.checks",
          "there is no health check: Fly would send shoppers to a machine that still boots");
    }
    Long port = toml.getLong("http_service.internal_port");
    String said = toml.getString("env.PORT", () -> "8080");
    if (port != null && !said.equals(String.valueOf(port))) {
      add(
          "http_service.internal_port",
          "http_service.internal_port is "
              + port
              + " while the server listens on env.PORT "
              + said);
    }
    if (toml.contains("processes")) {
      requireProcesses();
    }
  }

  private void requireProcesses() {
    if (toml.contains("http_service") && !toml.contains("http_service.processes")) {
      add(
          "http_service.processes",
          "with [processes], http_service.processes must say which of them it is");
    }
  }

  private void metrics() {
    String port = toml.getString("env.METRICS_PORT", () -> "");
    if (port.isEmpty()) {
      return;
    }
    if (tables("services").stream().anyMatch(service -> isPort(service, "internal_port", port))) {
      add("services", "services lead the public to env.METRICS_PORT " + port);
    }
    if (port.equals(toml.getString("env.PORT", () -> "8080"))) {
      add("env.METRICS_PORT", "env.METRICS_PORT is env.PORT: the server cannot listen on it twice");
    }
    if (tables("metrics").stream().noneMatch(metrics -> isPort(metrics, "port", port))) {
      add(
          "env.METRICS_PORT",
          "env.METRICS_PORT is %s and no [[metrics]] has port = %s: Fly would scrape nothing"
              .formatted(port, port));
    }
  }

  private static boolean isPort(TomlTable table, String key, String port) {
    return port.equals(String.valueOf(table.get(key)));
  }

  private void environment() {
    TomlTable environment = toml.getTableOrEmpty("env");
    for (String name : environment.keySet()) {
      if (name.startsWith("FLY_")) {
        add("env." + name, "env." + name + ": names that begin with FLY_ are Fly's own");
      }
      if (SECRET.matcher(name).matches()) {
        add("env." + name, "env." + name + " is a secret: give it to koalens secrets push instead");
      }
    }
  }

  private void callers() {
    if (toml.getString("env.TRUSTED_PROXIES", () -> "").isBlank()) {
      add(
          "env.TRUSTED_PROXIES",
          "env.TRUSTED_PROXIES is missing: every shopper would count as Fly's proxy; write"
              + " TRUSTED_PROXIES = \"172.16.0.0/12,fdaa::/16\"");
    }
    if (!toml.getString("env.CLIENT_ADDRESS_HEADER", () -> "").equals("Fly-Client-IP")) {
      add(
          "env.CLIENT_ADDRESS_HEADER",
          "env.CLIENT_ADDRESS_HEADER must be \"Fly-Client-IP\": at Fly the last address of"
              + " X-Forwarded-For is the app's own");
    }
  }

  private void memory() {
    List<TomlTable> machines = tables("vm");
    if (machines.isEmpty()) {
      add(
          "vm",
          "vm is missing: the default machine has 256 MB, too little for Java; write [[vm]] with"
              + " memory = \"1gb\"");
    }
    for (TomlTable machine : machines) {
      long memory = megabytes(machine);
      if (memory >= 0 && memory < LEAST_MEMORY_MB) {
        add("vm.memory", "vm.memory is %d MB: Java needs %d".formatted(memory, LEAST_MEMORY_MB));
      }
    }
  }

  private static long megabytes(TomlTable machine) {
    Object memory = machine.contains("memory") ? machine.get("memory") : machine.get("memory_mb");
    return switch (memory) {
      case Long number -> number;
      case String text -> megabytes(text.toLowerCase(Locale.ROOT).replace(" ", ""));
      case null, default -> 256;
    };
  }

  private static long megabytes(String text) {
    var parts = Pattern.compile("(\\d+)(gb|mb|g|m)?").matcher(text);
    if (!parts.matches()) {
      return -1;
    }
    String unit = parts.group(2);
    long number = Long.parseLong(parts.group(1));
    return unit != null && unit.startsWith("g") ? number * 1024 : number;
  }

  private void stop() {
    if (!toml.contains("kill_timeout")) {
      add(
          "kill_timeout",
          "kill_timeout is missing: Fly would kill after 5 s what SHUTDOWN_GRACE_MS wants to"
              + " finish");
    }
  }

  private List<TomlTable> tables(String key) {
    return switch (toml.get(key)) {
      case TomlTable table -> List.of(table);
      case TomlArray array when !array.isEmpty() && array.get(0) instanceof TomlTable ->
          IntStream.range(0, array.size()).mapToObj(array::getTable).toList();
      case null, default -> List.of();
    };
  }

  private void add(String key, String message) {
    @Nullable TomlPosition at = toml.contains(key) ? toml.inputPositionOf(key) : null;
    faults.add(new ConfigFault(at == null ? 0 : at.line(), key, message));
  }
}
