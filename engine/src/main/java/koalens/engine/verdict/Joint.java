package koalens.engine.verdict;

/// How a modifier and its head stand together on the label.
enum Joint {
  /// In one written word: *havremjölk*.
  ONE_WORD,
  /// Side by side, the head last: *oat milk*.
  HEAD_LAST,
  /// Side by side in a language that writes one thing as one word, the head last if they are one
  /// thing at all: *soja mjölk* may have lost its comma.
  APART,
  /// Side by side, the head first, as languages do that otherwise say "of": *arôme vanille*. What
  /// follows may be a taste as well as an origin.
  HEAD_FIRST,
  /// By a word that says of what it is made: *lait d'avoine*, *mleko owsiane*.
  STATED
}
