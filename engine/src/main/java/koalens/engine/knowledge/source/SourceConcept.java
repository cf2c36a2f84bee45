package koalens.engine.knowledge.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import koalens.engine.knowledge.ReasonCode;
import koalens.engine.knowledge.Status;
import koalens.engine.knowledge.Trait;

/// A concept as written, before it inherits.
record SourceConcept(
    Place place,
    String id,
    List<String> parents,
    Optional<Status> status,
    Optional<ReasonCode> reason,
    Optional<Set<Trait>> traits,
    Optional<String> source) {

  private static final Pattern LINE =
      Pattern.compile(
          "(?<id>[a-z0-9-]+)(?:\\s*<\\s*(?<parents>[a-z0-9, -]+?))?"
              + "(?:\\s*:\\s*(?<status>[a-z-]+)\\s+(?<reason>[A-Z0-9_]+))?");

  static SourceConcept of(Block block) {
    Matcher line = LINE.matcher(block.head());
    if (!line.matches()) {
      throw new KnowledgeFault(
          block.place(), "expected 'id < parents : status REASON', not '" + block.head() + "'");
    }
    try {
      return new SourceConcept(
          block.place(),
          line.group("id"),
          Optional.ofNullable(line.group("parents"))
              .map(p -> Block.split(p, ","))
              .orElse(List.of()),
          Optional.ofNullable(line.group("status")).map(Status::named),
          Optional.ofNullable(line.group("reason")).map(ReasonCode::valueOf),
          block.detail("traits").map(SourceConcept::traits),
          block.detail("source"));
    } catch (IllegalArgumentException e) {
      throw new KnowledgeFault(block.place(), String.valueOf(e.getMessage()));
    }
  }

  private static Set<Trait> traits(String text) {
    return Block.split(text, ",").stream()
        .filter(trait -> !trait.equals("none"))
        .map(trait -> Trait.valueOf(trait.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
