package koalens.backend.comparison.log;

import java.util.List;

/// The names in a line that matter here, and how older and foreign lines spell them.
enum Field {
  MESSAGE_NAME("msg"),
  WRAPPED("message"),
  TIME("ts", "timestamp", "@timestamp", "time"),
  REQUEST_ID("request_id", "requestId"),
  ANALYSIS_ID("analysis_id", "analysisId"),
  PROVIDER("provider"),
  ASSIGNED("assigned_provider", "assignedProvider"),
  ASSIGNMENT("assignment"),
  VERSION("experiment_version"),
  UNIT("unit_hash"),
  ITEM("item_hash"),
  MODALITY("modality"),
  ATTEMPT("attempt"),
  START("start"),
  LATENCY("latency_ms", "latencyMs", "durationMs", "responseTime"),
  STATUS("status"),
  MODEL("gen_ai.response.model"),
  PROMPT("prompt_hash"),
  SCHEMA("schema_hash"),
  INPUT("input_tokens"),
  OUTPUT("output_tokens"),
  CACHE_READ("cache_read_tokens"),
  CACHE_WRITE("cache_write_tokens"),
  COST("cost_usd_micros"),
  VERDICT("verdict"),
  PROVIDER_VERDICT("provider_verdict"),
  ENGINE_VERDICT("engine_verdict"),
  CACHE_HIT("cache_hit"),
  JOINED("joined"),
  OTHER();

  // Made by List.of, which cannot change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> names;

  Field(String... names) {
    this.names = List.of(names);
  }

  List<String> names() {
    return names;
  }
}
