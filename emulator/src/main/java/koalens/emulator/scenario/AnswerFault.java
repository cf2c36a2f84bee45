package koalens.emulator.scenario;

/// The call succeeds, the answer is no verdict, or a bad one.
public enum AnswerFault implements Fault {
  /// The prompt is blocked: Gemini answers without candidates, Claude refuses.
  BLOCKED_PROMPT,
  /// Gemini's stop of this name; Claude refuses.
  SAFETY,
  /// Gemini's stop of this name; Claude refuses.
  RECITATION,
  /// Gemini's stop of this name; Claude refuses.
  LANGUAGE,
  /// Gemini's stop of this name; Claude refuses.
  OTHER,
  /// Gemini's stop of this name; Claude refuses.
  BLOCKLIST,
  /// Gemini's stop of this name; Claude refuses.
  PROHIBITED_CONTENT,
  /// Gemini's stop of this name; Claude refuses.
  SPII,
  /// Gemini's stop of this name; Claude's `tool_use` without a tool.
  MALFORMED_FUNCTION_CALL,
  /// Gemini's stop of this name; Claude refuses.
  IMAGE_SAFETY,
  /// Gemini's stop of this name; Claude's `tool_use` without a tool.
  UNEXPECTED_TOOL_CALL,
  /// Gemini's stop of this name; Claude pauses its turn.
  TOO_MANY_TOOL_CALLS,
  /// The answer breaks off at the token limit.
  CUT_OFF,
  /// Claude's context window is full; Gemini breaks off.
  CONTEXT_EXCEEDED,
  /// The answer has no text at all.
  NO_TEXT,
  /// Prose instead of JSON.
  PROSE,
  /// The right JSON in a Markdown fence.
  FENCED,
  /// JSON that is not what the schema asks for.
  OFF_SCHEMA,
  /// The answer leaves the last ingredient out.
  FORGETS_ONE,
  /// The answer names an ingredient that was not asked for.
  INVENTS_ONE,
  /// Everything is vegan, as an instruction printed on the label would have it.
  SAYS_ALL_VEGAN
}
