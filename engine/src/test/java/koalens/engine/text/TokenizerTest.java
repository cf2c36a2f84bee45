package koalens.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenizerTest {
  private final Tokenizer tokenizer = Tokenizer.standard();

  @Test
  void cutsWordsNumbersAndMarks() {
    assertThat(tokenizer.tokenize("Skummjölk 3,5 % (E471)"))
        .extracting(Token::kind)
        .containsExactly(
            Token.Kind.WORD,
            Token.Kind.NUMBER,
            Token.Kind.PERCENT,
            Token.Kind.OPEN,
            Token.Kind.WORD,
            Token.Kind.CLOSE);
  }

  @Test
  void foldsCaseAndAccentsButKeepsTheLettersThatTellWordsApart() {
    assertThat(tokenizer.words("CRÈME Fraîche, Gädda, rødbeder, SÜSS"))
        .containsExactly("creme", "fraiche", "gädda", "rødbeder", "süss");
  }

  @Test
  void composesLettersThatAPictureReaderWroteInTwoParts() {
    assertThat(tokenizer.words("mjo\u0308lk")).containsExactly("mjölk");
  }

  @Test
  void dropsCharactersNobodySees() {
    assertThat(tokenizer.words("mj\u00ADöl\u200Bk \u202Eost\u202C"))
        .containsExactly("mjölk", "ost");
  }

  @Test
  void joinsAnApostropheInsideAWordAndPartsItAfterAShortOne() {
    assertThat(tokenizer.words("lamb's lettuce, l'huile"))
        .containsExactly("lambs", "lettuce", "l", "huile");
  }

  @Test
  void remembersWhereEachTokenStoodInTheOriginal() {
    String text = "Ｖatten, mjo\u0308lk\u00ADpulver";
    Token last = tokenizer.tokenize(text).getLast();
    assertThat(last.text()).isEqualTo("mjölkpulver");
    assertThat(text.substring(last.start(), last.end())).isEqualTo("mjo\u0308lk\u00ADpulver");
  }

  @Test
  void readsWhatIsNoTextAtAll() {
    assertThat(tokenizer.words("\uD800 \u0000 \uDC00x")).containsExactly("x");
  }

  @Test
  void takesAPictureForAWordNobodyKnows() {
    assertThat(tokenizer.words("salt, 🥛🐄")).hasSize(2);
  }

  @Test
  void keepsTokensInOrderWithinTheTextWhateverItHolds() {
    var random = new Random(20261124);
    for (int round = 0; round < 2_000; round++) {
      String text = randomText(random);
      int before = 0;
      for (Token token : tokenizer.tokenize(text)) {
        assertThat(token.start()).isGreaterThanOrEqualTo(before);
        assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(text.length());
        before = token.start();
      }
    }
  }

  private static String randomText(Random random) {
    var alphabet =
        List.of(
            "a", "Ö", "\u0308", "\uD83D", "\uDC04", "é", "1", ",", ".", "'", "\n", "\u202E", "ﬁ",
            "½", "(", " ");
    var text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(alphabet.get(random.nextInt(alphabet.size())));
    }
    return text.toString();
  }
}
