package koalens.backend.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The rows of an ingredient list, the first one with its heading.
///
/// @param columns the rows of each column it runs through, mostly one
/// @param open whether what was not counted to it may be the rest of it
record PrintedList(List<List<PageRow>> columns, boolean open) {
  private static final String GOES_ON = ",;:-–([{/&+";

  PrintedList {
    columns = columns.stream().map(List::copyOf).toList();
  }

  /// All of its rows.
  List<PageRow> rows() {
    return columns.stream().flatMap(List::stream).toList();
  }

  /// Whether its text breaks off where more must come.
  boolean breaksOff() {
    return breaksOff(text(0));
  }

  static boolean breaksOff(String text) {
    String bare = text.strip();
    return !bare.isEmpty() && GOES_ON.indexOf(bare.charAt(bare.length() - 1)) >= 0;
  }

  boolean endsWithStop() {
    return text(0).strip().endsWith(".");
  }

  /// Its text from the heading on.
  ///
  /// @param look which way of looking, 0 the surest; rows with fewer give their surest
  String text(int look) {
    return LabelText.fromHeading(lines(look));
  }

  /// Its text in every way of looking.
  List<String> texts() {
    return IntStream.range(0, looks()).mapToObj(this::text).toList();
  }

  /// The same as it would read with a comma wherever one may have been lost at a row's end.
  String partedText() {
    return LabelText.fromHeading(LabelText.parted(lines(0)));
  }

  private List<List<ReadWord>> lines(int look) {
    return rows().stream()
        .map(row -> row.looks().size() > look ? row.looks().get(look).words() : row.words())
        .toList();
  }

  int looks() {
    return rows().stream().mapToInt(row -> row.looks().size()).max().orElse(0);
  }

  /// Its words from the heading on, as the surest look has them.
  List<ReadWord> words() {
    List<PageRow> rows = rows();
    int heading = Math.max(0, rows.getFirst().headingAt());
    List<ReadWord> first = rows.getFirst().words();
    var words = new ArrayList<>(first.subList(Math.min(heading, first.size()), first.size()));
    IntStream.range(1, rows.size()).forEach(i -> words.addAll(rows.get(i).words()));
    return words;
  }
}
