package koalens.server.api;

import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import koalens.backend.configure.Application;
import koalens.backend.configure.Readiness;
import koalens.backend.configure.Version;
import tools.jackson.core.JsonGenerator;

/// `GET /health`, `/ready` and `/version`.
final class StateRoutes {
  private static final Answer ALIVE =
      Answer.of(200, "application/json", "{\"status\":\"ok\"}".getBytes(StandardCharsets.UTF_8));

  private final Application application;
  private final BooleanSupplier stopping;

  StateRoutes(Application application, BooleanSupplier stopping) {
    this.application = application;
    this.stopping = stopping;
  }

  Answer health(Call call) {
    return ALIVE;
  }

  Answer ready(Call call) {
    boolean serving = !stopping.getAsBoolean();
    Readiness readiness = application.readiness();
    boolean ready = readiness.ready() && serving;
    String found = serving ? "takes requests" : "is stopping";
    return Answer.json(
        ready ? 200 : 503,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("status", ready ? "ready" : "not-ready");
          json.writeObjectPropertyStart("checks");
          write(new Readiness.Check("server", serving, found), json);
          readiness.checks().forEach(check -> write(check, json));
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  private static void write(Readiness.Check check, JsonGenerator json) {
    json.writeObjectPropertyStart(check.name());
    json.writeBooleanProperty("ready", check.ready());
    json.writeStringProperty("detail", check.detail());
    json.writeEndObject();
  }

  Answer version(Call call) {
    Version version = application.version();
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("version", version.version());
          json.writeStringProperty("commit", version.commit());
          json.writeStringProperty("buildTime", version.builtAt());
          json.writeStringProperty("environment", version.environment().word());
          json.writeStringProperty("knowledgeVersion", version.knowledge());
          json.writeEndObject();
        });
  }
}
