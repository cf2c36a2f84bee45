package koalens.operations.fly;

/// A release that Fly knows.
///
/// @param version its number there
/// @param complete whether it was carried through
/// @param image the image it runs
public record FlyRelease(int version, boolean complete, String image) {}
