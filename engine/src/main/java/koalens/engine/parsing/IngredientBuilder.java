package koalens.engine.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import koalens.engine.text.Token;
import org.jspecify.annotations.Nullable;

/// One ingredient while it is being read.
final class IngredientBuilder {
  private final @Nullable IngredientBuilder parent;
  private final boolean afterColon;
  private final List<Ingredient> finished = new ArrayList<>();
  private final List<Token> words = new ArrayList<>();
  private final List<Ingredient> parts = new ArrayList<>();
  private OptionalDouble percent = OptionalDouble.empty();
  private boolean heading;
  private @Nullable Token share;
  private final Role enclosing;

  /// @param parent the ingredient in whose brackets this level stands, null at the outermost
  /// @param afterColon whether a colon opened this level: the next separator closes it
  /// @param enclosing the role of the level around
  IngredientBuilder(@Nullable IngredientBuilder parent, boolean afterColon, Role enclosing) {
    this.parent = parent;
    this.afterColon = afterColon;
    this.enclosing = enclosing;
  }

  @Nullable IngredientBuilder parent() {
    return parent;
  }

  boolean isAfterColon() {
    return afterColon;
  }

  Role enclosing() {
    return enclosing;
  }

  boolean isEmpty() {
    return words.isEmpty() && parts.isEmpty();
  }

  boolean hasWords() {
    return !words.isEmpty();
  }

  void add(Token word) {
    words.add(word);
  }

  /// Drops what was taken for words before a number turned out to end a range: "10-12 %".
  void dropRangeStart() {
    if (!words.isEmpty() && words.getLast().kind() == Token.Kind.HYPHEN) {
      words.removeLast();
      if (!words.isEmpty() && words.getLast().kind() == Token.Kind.NUMBER) {
        words.removeLast();
      }
    }
  }

  void percent(double value) {
    percent = OptionalDouble.of(value);
  }

  /// A share or an amount stands here. Where words follow it, a separator may have been lost: "rice
  /// 60 % milk".
  void share(Token printed) {
    share = new Token(Token.Kind.PERCENT, "%", printed.start(), printed.end(), printed.spaced());
    if (!words.isEmpty()) {
      words.add(share);
    }
  }

  void markHeading() {
    heading = true;
  }

  /// Takes the parts of a closed level; a level that held a share alone gives this one its share.
  void adopt(IngredientBuilder level) {
    parts.addAll(level.finished);
    if (level.finished.isEmpty() && level.percent.isPresent()) {
      percent = level.percent;
      if (level.share != null && !words.isEmpty()) {
        words.add(level.share);
      }
    }
  }

  /// Ends the ingredient being read at this level. Returns whether there was one.
  boolean finish(Role role) {
    while (!words.isEmpty() && words.getLast().kind() == Token.Kind.PERCENT) {
      words.removeLast();
    }
    boolean real = !parts.isEmpty() || namesSomething();
    if (real) {
      finished.add(new Ingredient(role, words, percent, heading, parts));
      percent = OptionalDouble.empty();
    }
    words.clear();
    parts.clear();
    heading = false;
    return real;
  }

  private boolean namesSomething() {
    for (Token word : words) {
      if (word.isWord()) {
        return true;
      }
    }
    return false;
  }

  List<Ingredient> finished() {
    return finished;
  }
}
