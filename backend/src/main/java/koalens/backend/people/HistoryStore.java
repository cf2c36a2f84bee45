package koalens.backend.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import koalens.backend.analysis.StoredAnalysis;

/// Keeps what people asked. Of no method does an answer or an effect reach beyond the one person.
/// Thread-safe.
///
/// Every method throws [koalens.backend.analysis.LedgerException] when the database cannot be
/// asked.
public interface HistoryStore {
  /// A page of a person's analyses, newest first.
  List<KeptAnalysis> list(Person person, HistoryQuery query);

  /// One of a person's analyses.
  Optional<KeptAnalysis> find(Person person, String id);

  /// An analysis that is nobody's: whoever has its id asked it.
  Optional<StoredAnalysis> findUnowned(String id);

  /// Marks one of a person's analyses, or takes the mark away.
  ///
  /// @return whether it is theirs
  boolean mark(Person person, String id, boolean favourite);

  /// Deletes one of a person's analyses, with what refers to it.
  ///
  /// @return whether it was theirs
  boolean delete(Person person, String id);

  /// Hands over all of a person's analyses, newest first, without holding them all.
  void forEach(Person person, Consumer<KeptAnalysis> taker);

  /// Deletes everything that is kept of a person, and refuses what of it is still under way.
  ///
  /// @param at when the person wanted it: what they ask later is kept again
  void erase(Person person, Instant at);

  /// Deletes everybody's analyses from before a time, except favourites.
  ///
  /// @return how many
  int deleteBefore(Instant time);
}
