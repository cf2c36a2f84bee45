package koalens.emulator.anthropic;

import java.util.Locale;
import java.util.Optional;
import koalens.emulator.scenario.AnswerFault;
import koalens.emulator.scenario.Fault;
import koalens.emulator.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// Why a message ended.
///
/// @param reason such as `end_turn`
/// @param category of a refusal; empty for any other reason
record Stop(String reason, Optional<String> category) {
  static final Stop CUT_OFF = of("max_tokens");

  private static Stop of(String reason) {
    return new Stop(reason, Optional.empty());
  }

  private static Stop refusal(AnswerFault fault) {
    return new Stop("refusal", Optional.of(fault.name().toLowerCase(Locale.ROOT)));
  }

  static Stop of(Optional<Fault> fault) {
    return fault.orElse(null) instanceof AnswerFault answer ? of(answer) : of("end_turn");
  }

  private static Stop of(AnswerFault fault) {
    return switch (fault) {
      case BLOCKED_PROMPT,
          SAFETY,
          RECITATION,
          LANGUAGE,
          OTHER,
          BLOCKLIST,
          PROHIBITED_CONTENT,
          SPII,
          IMAGE_SAFETY ->
          refusal(fault);
      case MALFORMED_FUNCTION_CALL, UNEXPECTED_TOOL_CALL -> of("tool_use");
      case TOO_MANY_TOOL_CALLS -> of("pause_turn");
      case CUT_OFF -> CUT_OFF;
      case CONTEXT_EXCEEDED -> of("model_context_window_exceeded");
      case NO_TEXT, PROSE, FENCED, OFF_SCHEMA, FORGETS_ONE, INVENTS_ONE, SAYS_ALL_VEGAN ->
          of("end_turn");
    };
  }

  void addTo(ObjectNode object) {
    object.put("stop_reason", reason).putNull("stop_sequence");
    category.ifPresentOrElse(
        word -> object.set("stop_details", details(word)), () -> object.putNull("stop_details"));
  }

  private static ObjectNode details(String category) {
    return Json.object()
        .put("type", "refusal")
        .put("category", category)
        .put("explanation", "Emulated refusal.");
  }
}
