package koalens.operations.validation;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What one value of an answer must be like. Immutable.
sealed interface Matcher {

  /// What is wrong with the value, in words; nothing when it is as wanted.
  ///
  /// @param value the value found; a missing node when there is none
  /// @param variables values for `${names}` in patterns
  default Optional<String> fault(JsonNode value, Variables variables) {
    return matches(value, variables)
        ? Optional.empty()
        : Optional.of(wanted() + ", found " + shown(value));
  }

  /// Whether the value is as wanted.
  boolean matches(JsonNode value, Variables variables);

  /// The wish in words.
  String wanted();

  private static String shown(JsonNode value) {
    String text = value.isMissingNode() ? "nothing" : value.toString();
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }

  /// Exactly this value.
  record Equal(JsonNode expected) implements Matcher {
    @Override
    public boolean matches(JsonNode value, Variables variables) {
      boolean numbers = value.isNumber() && expected.isNumber();
      return numbers
          ? value.decimalValue().compareTo(expected.decimalValue()) == 0
          : value.equals(expected);
    }

    @Override
    public String wanted() {
      return "wanted " + expected;
    }
  }

  /// A list that holds this value, or a text that holds this text.
  record Contains(JsonNode part) implements Matcher {
    @Override
    public boolean matches(JsonNode value, Variables variables) {
      if (value.isArray()) {
        return value.valueStream().anyMatch(part::equals);
      }
      return value.isString() && value.stringValue().contains(part.asString());
    }

    @Override
    public String wanted() {
      return "wanted something that holds " + part;
    }
  }

  /// A text in which the pattern is found; `${names}` in it stand for their values, letter by
  /// letter.
  record Matches(String pattern) implements Matcher {
    @Override
    public boolean matches(JsonNode value, Variables variables) {
      return value.isValueNode()
          && Pattern.compile(variables.fillQuoted(pattern)).matcher(value.asString()).find();
    }

    @Override
    public String wanted() {
      return "wanted a match of /" + pattern + "/";
    }
  }

  /// Any value, or none at all.
  record Present(boolean present) implements Matcher {
    @Override
    public boolean matches(JsonNode value, Variables variables) {
      return value.isMissingNode() != present;
    }

    @Override
    public String wanted() {
      return present ? "wanted a value" : "wanted no value";
    }
  }

  /// Anything the other matcher refuses.
  record Not(Matcher other) implements Matcher {
    @Override
    public boolean matches(JsonNode value, Variables variables) {
      return !other.matches(value, variables);
    }

    @Override
    public String wanted() {
      return "wanted not: " + other.wanted();
    }
  }
}
