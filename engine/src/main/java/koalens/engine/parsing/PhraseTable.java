package koalens.engine.parsing;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import koalens.engine.packed.PackedInput;
import koalens.engine.packed.PackedInts;
import koalens.engine.packed.PackedTexts;
import koalens.engine.packed.PackedWords;
import org.jspecify.annotations.Nullable;

/// All phrases as the build leaves them, by their first word; each is made when its first word is
/// first met. Immutable and thread-safe: two threads may make the same, which nobody can tell.
final class PhraseTable {
  private static final List<LabelPhrase.Kind> KINDS = List.of(LabelPhrase.Kind.values());

  private final PackedWords firstWords;
  private final PackedInts firsts;
  private final PackedInts kinds;
  private final PackedInts languages;
  private final PackedTexts languageCodes;
  private final PackedTexts texts;
  private final @Nullable List<LabelPhrase>[] made;

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no other array of lists
  private PhraseTable(
      PackedWords firstWords,
      PackedInts firsts,
      PackedInts kinds,
      PackedInts languages,
      PackedTexts languageCodes,
      PackedTexts texts) {
    this.firstWords = firstWords;
    this.firsts = firsts;
    this.kinds = kinds;
    this.languages = languages;
    this.languageCodes = languageCodes;
    this.texts = texts;
    this.made = new @Nullable List[firstWords.size()];
  }

  /// Lays phrases out; of those with the same first word the longest come first.
  static PhraseTable of(List<LabelPhrase> phrases) {
    Map<String, List<LabelPhrase>> byFirstWord = new TreeMap<>();
    phrases.forEach(phrase ->
        byFirstWord.computeIfAbsent(phrase.words().getFirst(), _ -> new ArrayList<>()).add(phrase));
    Comparator<LabelPhrase> longestFirst =
        Comparator.comparingInt(phrase -> -phrase.words().size());
    byFirstWord.values().forEach(list -> list.sort(longestFirst));
    List<LabelPhrase> sorted = byFirstWord.values().stream().flatMap(List::stream).toList();
    List<String> codes = phrases.stream().map(LabelPhrase::language).distinct().toList();
    var firsts = new ArrayList<Integer>(List.of(0));
    byFirstWord.values().forEach(list -> firsts.add(firsts.getLast() + list.size()));
    return new PhraseTable(
        PackedWords.of(List.copyOf(byFirstWord.keySet())),
        PackedInts.of(firsts),
        PackedInts.of(sorted.stream().map(phrase -> KINDS.indexOf(phrase.kind())).toList()),
        PackedInts.of(sorted.stream().map(phrase -> codes.indexOf(phrase.language())).toList()),
        PackedTexts.of(codes),
        PackedTexts.of(sorted.stream().map(phrase -> String.join(" ", phrase.words())).toList()));
  }

  /// The phrases that begin with the word, the longest first.
  List<LabelPhrase> beginningWith(String word) {
    int number = firstWords.number(word);
    if (number < 0) {
      return List.of();
    }
    List<LabelPhrase> known = made[number];
    if (known == null) {
      known = phrases(firsts.at(number), firsts.at(number + 1));
      made[number] = known;
    }
    return known;
  }

  private List<LabelPhrase> phrases(int first, int end) {
    var phrases = new ArrayList<LabelPhrase>(end - first);
    for (int i = first; i < end; i++) {
      String language = languageCodes.at(languages.at(i));
      List<String> words = List.of(texts.at(i).split(" ", -1));
      phrases.add(new LabelPhrase(language, KINDS.get(kinds.at(i)), words));
    }
    return List.copyOf(phrases);
  }

  static PhraseTable read(PackedInput in) throws IOException {
    return new PhraseTable(
        PackedWords.read(in),
        PackedInts.read(in),
        PackedInts.read(in),
        PackedInts.read(in),
        PackedTexts.read(in),
        PackedTexts.read(in));
  }

  void write(DataOutputStream out) throws IOException {
    firstWords.write(out);
    firsts.write(out);
    kinds.write(out);
    languages.write(out);
    languageCodes.write(out);
    texts.write(out);
  }
}
