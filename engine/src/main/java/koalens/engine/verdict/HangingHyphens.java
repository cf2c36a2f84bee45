package koalens.engine.verdict;

import java.util.ArrayList;
import java.util.List;
import koalens.engine.knowledge.Status;
import koalens.engine.knowledge.Term;
import koalens.engine.knowledge.TermLookup;
import koalens.engine.text.Token;
import org.jspecify.annotations.Nullable;

/// Gives a word that ends in a hyphen the rest of the word it shares: *solros- och rapsolja* →
/// *solrosolja och rapsolja*; a word broken at the end of a line gets its other half.
final class HangingHyphens {
  private static final int SHORTEST_HEAD = 3;
  private static final int FARTHEST = 5;

  private final TermLookup lookup;

  HangingHyphens(TermLookup lookup) {
    this.lookup = lookup;
  }

  List<Token> completed(List<Token> words) {
    if (!hasHyphen(words)) {
      return words;
    }
    List<Term> plain = lookup.read(words.stream().filter(Token::isWord).toList());
    var completed = new ArrayList<Token>();
    for (int at = 0; at < words.size(); at++) {
      Token token = words.get(at);
      if (hangs(token) && follows(completed) && !isInside(plain, token)) {
        at += complete(completed, words, at);
      } else {
        completed.add(token);
      }
    }
    return completed;
  }

  // "rice - butter": a hyphen between spaces hangs on no word.
  private static boolean hangs(Token token) {
    return token.kind() == Token.Kind.HYPHEN && !token.spaced();
  }

  // "mono- och diglycerider" is one name as it stands.
  private static boolean isInside(List<Term> plain, Token hyphen) {
    return plain.stream()
        .anyMatch(term ->
            term instanceof Term.Known
                && term.start() < hyphen.start()
                && term.end() > hyphen.end());
  }

  private static boolean hasHyphen(List<Token> words) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).kind() == Token.Kind.HYPHEN) {
        return true;
      }
    }
    return false;
  }

  private static boolean follows(List<Token> completed) {
    return !completed.isEmpty() && completed.getLast().isWord();
  }

  // Returns how many of the following words were used up.
  private int complete(List<Token> completed, List<Token> words, int hyphen) {
    Token before = completed.getLast();
    Token next = hyphen + 1 < words.size() ? words.get(hyphen + 1) : null;
    if (next != null && next.spaced() && next.kind() == Token.Kind.WORD) {
      Token joined = joined(before, next.text(), next.end());
      if (isKnown(joined) || isPartOfName(joined, completed, words, hyphen)) {
        completed.removeLast();
        completed.add(joined);
        return 1;
      }
    }
    if (next != null && !next.spaced() && next.isWord() && hidesAnimal(before, next)) {
      completed.removeLast();
      completed.add(joined(before, next.text(), next.end()));
      return 1;
    }
    boolean hanging = next == null || next.spaced() || !next.isWord();
    Token shared = hanging ? withSharedHead(before, words, hyphen) : null;
    if (shared != null) {
      completed.removeLast();
      completed.add(shared);
    }
    return 0;
  }

  // "pois-son": torn at the end of a line that is none any more.
  private boolean hidesAnimal(Token before, Token next) {
    return isAnimal(joined(before, next.text(), next.end()))
        && !isAnimal(before)
        && !isAnimal(next);
  }

  private boolean isAnimal(Token word) {
    Term term = lookup.read(List.of(word)).getFirst();
    return term instanceof Term.Known known
        && isCertain(known)
        && known.entry().status() == Status.NON_VEGAN;
  }

  // "modi-fizierte Stärke", "ba-king powder": no name by itself, but in one with its neighbours.
  private boolean isPartOfName(Token joined, List<Token> completed, List<Token> words, int hyphen) {
    Token before = completed.getLast();
    if (isSaid(before) && isSaid(words.get(hyphen + 1))) {
      return false;
    }
    var around = new ArrayList<Token>(completed.subList(0, completed.size() - 1));
    around.add(joined);
    words.stream().skip(hyphen + 2L).filter(Token::isWord).forEach(around::add);
    return lookup.read(around).stream()
        .filter(term -> term.start() <= joined.start() && term.end() >= joined.end())
        .anyMatch(HangingHyphens::isCertain);
  }

  private boolean isSaid(Token word) {
    return isCertain(lookup.read(List.of(word)).getFirst());
  }

  private @Nullable Token withSharedHead(Token before, List<Token> words, int hyphen) {
    int last = Math.min(words.size(), hyphen + FARTHEST);
    for (int i = hyphen + 1; i < last; i++) {
      Token other = words.get(i);
      if (other.kind() == Token.Kind.WORD && other.text().length() > 2 * SHORTEST_HEAD) {
        Token shared = withHeadOf(before, other.text());
        if (shared != null) {
          return shared;
        }
      }
    }
    return null;
  }

  private @Nullable Token withHeadOf(Token before, String word) {
    for (int cut = 2; cut <= word.length() - SHORTEST_HEAD; cut++) {
      Token joined = joined(before, word.substring(cut), before.end());
      if (isNamed(word.substring(cut)) && isKnown(joined)) {
        return joined;
      }
    }
    return null;
  }

  private static Token joined(Token before, String rest, int end) {
    return new Token(Token.Kind.WORD, before.text() + rest, before.start(), end, before.spaced());
  }

  private boolean isNamed(String word) {
    return isKnown(new Token(Token.Kind.WORD, word, 0, 0, false));
  }

  private boolean isKnown(Token token) {
    return isKnown(token, lookup);
  }

  /// Whether a word is known as it stands, and not by guessing.
  static boolean isKnown(Token token, TermLookup lookup) {
    Term term = lookup.read(List.of(token)).getFirst();
    return !(term instanceof Term.Word) && isCertain(term);
  }

  private static boolean isCertain(Term term) {
    return switch (term) {
      case Term.Known known -> known.how() == Term.How.EXACT || known.how() == Term.How.INFLECTED;
      case Term.Compound _, Term.Word _ -> true;
      case Term.Digits _, Term.Unknown _ -> false;
    };
  }
}
