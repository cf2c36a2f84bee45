package koalens.operations.fly;

/// A release that Fly knows. Whether Fly calls it complete is left out: it calls one failed that
/// answers rightly.
///
/// @param version its number there
/// @param image the image it runs; empty where Fly does not say
public record FlyRelease(int version, String image) {}
