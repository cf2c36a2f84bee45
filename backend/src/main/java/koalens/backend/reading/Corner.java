package koalens.backend.reading;

/// A place in a picture, in pixels of the picture as a person sees it, from the top left.
public record Corner(double x, double y) {}
