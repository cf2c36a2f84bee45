package koalens.emulator.answer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import koalens.emulator.scenario.AnswerFault;
import koalens.emulator.scenario.Dice;
import koalens.emulator.scenario.Fate;
import koalens.emulator.scenario.Fault;
import koalens.emulator.scenario.Scenario;
import koalens.emulator.scenario.VeganStatus;
import koalens.emulator.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers prompts about ingredients: knows the truth of its scenario, and errs as often as the
/// scenario says. Thread-safe.
public final class AnswerModel {
  private static final List<String> LABELS =
      List.of(
          "Ingredienser: vatten, havre (10 %), rapsolja, salt.",
          "Ingredienser: socker, kakaosmör, skummjölkspulver, emulgeringsmedel (sojalecitin).",
          "Ingredients: wheat flour, water, sugar, palm oil, salt, yeast.");

  // Stands for every image and video not known by its hash.
  private static final String ANY = "*";

  private static final int PIECE = 24;

  private final Scenario scenario;

  /// A model in the world of a scenario.
  public AnswerModel(Scenario scenario) {
    this.scenario = scenario;
  }

  /// The text that the model answers, with the fault that its fate has in store, where that is one
  /// of text.
  public String answer(Prompt prompt, Fate fate) {
    String answer =
        prompt
            .schema()
            .map(schema -> Json.write(new SchemaFilling(schema, opinion(prompt, fate)).filled()))
            .orElseGet(() -> prose(opinion(prompt, fate)));
    return fate.fault().orElse(null) instanceof AnswerFault fault ? spoilt(answer, fault) : answer;
  }

  private Opinion opinion(Prompt prompt, Fate fate) {
    List<Question.Item> asked = Question.of(prompt.text()).items();
    if (!asked.isEmpty()) {
      return opinion(asked, names(asked), fate);
    }
    String label = prompt.media().isEmpty() ? prompt.text() : labelText(prompt, fate.dice());
    return opinion(Question.ofLabel(label), label, fate);
  }

  private Opinion opinion(List<Question.Item> items, String labelText, Fate fate) {
    return new Opinion(changed(items, fate).map(item -> judged(item, fate)).toList(), labelText);
  }

  private static Stream<Question.Item> changed(List<Question.Item> items, Fate fate) {
    if (has(fate, AnswerFault.FORGETS_ONE)) {
      return items.stream().limit(Math.max(0, items.size() - 1));
    }
    if (has(fate, AnswerFault.INVENTS_ONE)) {
      return Stream.concat(
          items.stream(), Stream.of(new Question.Item("enhörningspulver", Map.of())));
    }
    return items.stream();
  }

  private static boolean has(Fate fate, Fault fault) {
    return fate.fault().filter(fault::equals).isPresent();
  }

  private Opinion.Item judged(Question.Item item, Fate fate) {
    Dice dice = fate.dice();
    VeganStatus said =
        has(fate, AnswerFault.SAYS_ALL_VEGAN)
            ? VeganStatus.VEGAN
            : fate.accuracy().say(scenario.truth().of(item.name()), dice);
    return new Opinion.Item(item, said, (50 + dice.below(50)) / 100.0);
  }

  private static String names(List<Question.Item> items) {
    return items.stream().map(Question.Item::name).collect(Collectors.joining(", "));
  }

  private String labelText(Prompt prompt, Dice dice) {
    return prompt.media().stream()
        .map(medium -> scenario.readings().get(sha256(medium.content().bytes())))
        .filter(Objects::nonNull)
        .findFirst()
        .or(() -> Optional.ofNullable(scenario.readings().get(ANY)))
        .orElse(LABELS.get(dice.below(LABELS.size())));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String prose(Opinion opinion) {
    return opinion.items().isEmpty()
        ? "Emulated answer."
        : opinion.items().stream()
            .map(item -> "%s: %s".formatted(item.asked().name(), item.status().word()))
            .collect(Collectors.joining("\n"));
  }

  private static String spoilt(String answer, AnswerFault fault) {
    return switch (fault) {
      case PROSE -> "Certainly! Here is what I found about the ingredients you asked for.";
      case FENCED -> "```json\n" + answer + "\n```";
      case OFF_SCHEMA -> offSchema(answer);
      case CUT_OFF, CONTEXT_EXCEEDED -> answer.substring(0, answer.length() / 2);
      case NO_TEXT -> "";
      case BLOCKED_PROMPT,
          SAFETY,
          RECITATION,
          LANGUAGE,
          OTHER,
          BLOCKLIST,
          PROHIBITED_CONTENT,
          SPII,
          MALFORMED_FUNCTION_CALL,
          IMAGE_SAFETY,
          UNEXPECTED_TOOL_CALL,
          TOO_MANY_TOOL_CALLS ->
          "";
      case FORGETS_ONE, INVENTS_ONE, SAYS_ALL_VEGAN -> answer;
    };
  }

  private static String offSchema(String answer) {
    ObjectNode other = Json.object();
    other.put("result", "vegan");
    Json.read(answer)
        .filter(JsonNode::isObject)
        .ifPresent(
            tree -> tree.properties().forEach(field -> other.put(field.getKey() + "_", "vegan")));
    return Json.write(other);
  }

  /// Cuts an answer into the pieces that a stream sends.
  public static List<String> pieces(String answer) {
    var pieces = new ArrayList<String>();
    int from = 0;
    while (from < answer.length()) {
      int to = Math.min(answer.length(), from + PIECE);
      to += to < answer.length() && Character.isLowSurrogate(answer.charAt(to)) ? 1 : 0;
      pieces.add(answer.substring(from, to));
      from = to;
    }
    return pieces;
  }
}
