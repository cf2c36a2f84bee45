package koalens.backend.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Lays what several frames show of one list over each other, word by word, and lets them vote: a
/// word that most read surely wins; what one frame does not show, another fills in between the
/// words that both have. Not thread-safe.
final class WordVotes {
  /// Words less alike than that are two words.
  private static final double ALIKE = 0.55;

  /// So much of a frame's words must fit in for the frame to have a say.
  private static final double LEAST_SHARED = 0.3;

  /// As alike as that between the same two words they are one, read very differently.
  private static final double MISREAD = 0.3;

  /// A longer reading of a word needs so much of the surest one's votes.
  private static final double HALF = 0.5;

  /// Fewer letters are part of many words.
  private static final int SHORTEST_PART = 3;

  /// A word that one frame alone shows must be read as surely as that.
  private static final double SURE = 70;

  private List<Slot> slots = new ArrayList<>();

  /// The place of one word.
  private static final class Slot {
    private final Map<String, Double> votes = new LinkedHashMap<>();
    private final boolean startsLine;
    private int frames;
    private double confidence;

    Slot(Word word) {
      startsLine = word.startsLine();
      add(word.word());
    }

    void add(ReadWord word) {
      votes.merge(word.text(), word.confidence(), Double::sum);
      frames++;
      confidence += word.confidence();
    }

    String text() {
      var first = Collections.max(votes.entrySet(), Map.Entry.comparingByValue());
      return votes.entrySet().stream()
          .filter(other -> other.getValue() >= HALF * first.getValue())
          .map(Map.Entry::getKey)
          .filter(other -> isCut(letters(first.getKey()), letters(other)))
          .max(Comparator.comparingInt(String::length))
          .orElse(first.getKey());
    }

    ReadWord word() {
      return new ReadWord(text(), confidence / frames);
    }
  }

  private record Word(ReadWord word, boolean startsLine) {}

  /// Lets a frame vote; the best one first. Without words in common it has no say.
  ///
  /// @return whether it had
  boolean add(List<List<ReadWord>> lines) {
    List<Word> words = words(lines);
    if (slots.isEmpty()) {
      words.forEach(word -> slots.add(new Slot(word)));
      return true;
    }
    int[] partners = partners(words);
    long shared = Arrays.stream(partners).filter(at -> at >= 0).count();
    boolean heard = shared >= LEAST_SHARED * words.size();
    if (heard) {
      merge(words, partners);
    }
    return heard;
  }

  private static List<Word> words(List<List<ReadWord>> lines) {
    var words = new ArrayList<Word>();
    for (List<ReadWord> line : lines) {
      for (int i = 0; i < line.size(); i++) {
        words.add(new Word(line.get(i), i == 0));
      }
    }
    return words;
  }

  /// For each word the place it belongs to; -1 for one that has none yet. Places grow. Of all ways
  /// to lay the words over the places the one with most likeness (a longest common subsequence).
  private int[] partners(List<Word> words) {
    var alike = new double[slots.size() + 1][words.size() + 1];
    var best = new double[slots.size() + 1][words.size() + 1];
    for (int i = 1; i <= slots.size(); i++) {
      String slot = letters(slots.get(i - 1).text());
      for (int j = 1; j <= words.size(); j++) {
        alike[i][j] = likeness(slot, letters(words.get(j - 1).word().text()));
        double paired = alike[i][j] < ALIKE ? 0 : best[i - 1][j - 1] + alike[i][j];
        best[i][j] = Math.max(paired, Math.max(best[i - 1][j], best[i][j - 1]));
      }
    }
    int[] partners = traced(best);
    pairLoneOnes(partners, alike);
    return partners;
  }

  private static int[] traced(double[][] best) {
    int i = best.length - 1;
    int j = best[0].length - 1;
    var partners = new int[j];
    Arrays.fill(partners, -1);
    while (i > 0 && j > 0) {
      if (best[i][j] <= best[i - 1][j]) {
        i--;
      } else if (best[i][j] <= best[i][j - 1]) {
        j--;
      } else {
        i--;
        j--;
        partners[j] = i;
      }
    }
    return partners;
  }

  // One word alone between two pairs, and one place alone: the same word read very differently.
  private static void pairLoneOnes(int[] partners, double[][] alike) {
    for (int j = 1; j + 1 < partners.length; j++) {
      boolean alone = partners[j] < 0 && partners[j - 1] >= 0 && partners[j + 1] >= 0;
      if (alone && partners[j + 1] - partners[j - 1] == 2) {
        int place = partners[j - 1] + 1;
        partners[j] = alike[place + 1][j + 1] >= MISREAD ? place : -1;
      }
    }
  }

  private void merge(List<Word> words, int[] partners) {
    var merged = new ArrayList<Slot>();
    int next = 0;
    for (int j = 0; j < words.size(); j++) {
      Word word = words.get(j);
      if (partners[j] >= 0) {
        merged.addAll(slots.subList(next, partners[j]));
        next = partners[j] + 1;
        Slot slot = slots.get(partners[j]);
        slot.add(word.word());
        merged.add(slot);
      } else if (word.word().confidence() >= SURE) {
        merged.add(new Slot(word));
      }
    }
    merged.addAll(slots.subList(next, slots.size()));
    slots = merged;
  }

  /// The list as the frames together have it, line by line.
  List<List<ReadWord>> lines() {
    var lines = new ArrayList<List<ReadWord>>();
    for (Slot slot : slots) {
      if (lines.isEmpty() || slot.startsLine) {
        lines.add(new ArrayList<>());
      }
      lines.getLast().add(slot.word());
    }
    return lines;
  }

  private static double likeness(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    if (longer == 0) {
      return 0;
    }
    if (isCut(one, other) || isCut(other, one)) {
      return ALIKE;
    }
    if (Math.min(one.length(), other.length()) < MISREAD * longer) {
      return 0;
    }
    return 1 - (double) Distance.between(one, other) / longer;
  }

  // The picture's edge cuts words; nothing makes them longer.
  private static boolean isCut(String part, String whole) {
    return part.length() >= SHORTEST_PART
        && part.length() < whole.length()
        && (whole.startsWith(part) || whole.endsWith(part));
  }

  private static String letters(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
