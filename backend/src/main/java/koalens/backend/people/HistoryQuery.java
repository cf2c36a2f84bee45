package koalens.backend.people;

import java.util.Optional;

/// Which analyses of a person are wanted.
///
/// @param words what the label must contain, upper and lower case alike; empty for any
/// @param favourites whether only marked ones
/// @param before the id that the page begins after, when it is not the first
/// @param limit how many at most
public record HistoryQuery(String words, boolean favourites, Optional<String> before, int limit) {}
