package koalens.backend.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes one text of lines of words.
final class LabelText {
  /// After these a hyphen at a line's end stands for a word to come: *soja- och vete*.
  private static final Set<String> CONJUNCTIONS =
      Set.of(
          "och", "eller", "and", "or", "und", "oder", "og", "en", "of", "et", "ou", "y", "o", "e",
          "i", "lub", "ja", "tai");

  /// What ends with a full stop within a list; any other that a small letter follows is a comma
  /// misread, and taken for the end of the list it would hide the rest.
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "inkl", "exkl", "incl", "excl", "min", "max", "veg", "ev", "evtl", "resp", "bl", "ca",
          "approx", "konc", "konz", "conc", "past", "ekol", "nat", "mod", "vit", "art", "var",
          "tot", "prov");

  private static final String FOOTNOTES_AND_BRACKETS = "*+†‡°¹²³)]%";

  private LabelText() {}

  /// The lines as one text.
  static String joined(List<List<ReadWord>> lines) {
    var text = new StringBuilder();
    for (List<ReadWord> line : lines) {
      for (int i = 0; i < line.size(); i++) {
        append(line.get(i).text(), i == 0, text);
      }
    }
    return PercentSigns.mended(text.toString());
  }

  /// The same from the first heading on, the heading as it must have been printed.
  static String fromHeading(List<List<ReadWord>> lines) {
    List<ReadWord> first = lines.getFirst();
    int at = ListHeading.at(first);
    if (at < 0) {
      return joined(lines);
    }
    return ListHeading.mended(first.get(at).text()) + " " + joined(behind(lines, at + 1));
  }

  /// The same of several lists below each other, each beginning with its heading; what stands
  /// before that on its line ends the list above.
  static String ofLists(List<List<ReadWord>> lines) {
    var lists = new ArrayList<List<List<ReadWord>>>();
    for (List<ReadWord> line : lines) {
      int heading = ListHeading.at(line);
      if (lists.isEmpty() || heading >= 0) {
        List<ReadWord> above = line.subList(0, Math.max(0, heading));
        if (!lists.isEmpty() && !LanguageMark.areAll(above)) {
          lists.getLast().add(above);
        }
        lists.add(new ArrayList<>());
      }
      lists.getLast().add(line);
    }
    return lists.stream().map(LabelText::fromHeading).collect(Collectors.joining("\n"));
  }

  /// The lines with a comma at each end where one may have been lost: *kokos* and *mjölk* below it
  /// need not be one thing.
  static List<List<ReadWord>> parted(List<List<ReadWord>> lines) {
    return lines.stream().map(LabelText::endedWithComma).toList();
  }

  private static List<ReadWord> endedWithComma(List<ReadWord> line) {
    if (line.isEmpty()) {
      return line;
    }
    ReadWord last = line.getLast();
    boolean heading = ListHeading.ends(last.text());
    var ended = new ArrayList<>(line);
    if (endsName(last.text().charAt(last.text().length() - 1)) && !heading) {
      ended.set(line.size() - 1, new ReadWord(last.text() + ",", last.confidence()));
    }
    return ended;
  }

  // Behind the mark of a footnote or a bracket too.
  private static boolean endsName(char last) {
    return isLetter(last) || FOOTNOTES_AND_BRACKETS.indexOf(last) >= 0;
  }

  static boolean hasHeading(List<ReadWord> line) {
    return ListHeading.at(line) >= 0;
  }

  private static List<List<ReadWord>> behind(List<List<ReadWord>> lines, int word) {
    var rest = new ArrayList<>(lines);
    List<ReadWord> first = lines.getFirst();
    rest.set(0, first.subList(word, first.size()));
    return rest;
  }

  private static void append(String word, boolean startsLine, StringBuilder text) {
    int last = text.length() - 1;
    boolean parted =
        startsLine && last > 0 && isHyphen(text.charAt(last)) && isLetter(text.charAt(last - 1));
    if (parted && Character.isLowerCase(word.charAt(0)) && !CONJUNCTIONS.contains(word)) {
      text.setLength(last);
    } else if (last >= 0) {
      text.append(' ');
    }
    if (Character.isLowerCase(word.charAt(0)) && endsWithMisreadComma(text)) {
      text.setCharAt(text.length() - 2, ',');
    }
    text.append(word);
  }

  // The space after it is there already.
  private static boolean endsWithMisreadComma(StringBuilder text) {
    int stop = text.length() - 2;
    if (stop < 2 || text.charAt(stop) != '.') {
      return false;
    }
    int from = stop;
    while (from > 0 && isLetter(text.charAt(from - 1))) {
      from--;
    }
    String before = text.substring(from, stop).toLowerCase(Locale.ROOT);
    return stop - from > 1 && !ABBREVIATIONS.contains(before);
  }

  private static boolean isHyphen(char c) {
    return c == '-' || c == '‐' || c == '‑' || c == '–' || c == '¬' || c == '\u00AD';
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c);
  }
}
