package koalens.backend.reading;

/// Where a line of text runs in a picture: along a gently bent middle line, in pixels.
///
/// @param originX a point on the axis
/// @param originY the same
/// @param angle of the axis in radians, clockwise from the right; text reads along it
/// @param from where the text begins on the axis, seen from the origin
/// @param to where it ends
/// @param level how far off the axis the middle line is at the origin
/// @param slope how much it goes off for each pixel along
/// @param bend how much the slope grows, for each pixel squared
/// @param height of the line, from the top of its tall letters to the bottom of its tails
record LinePath(
    double originX,
    double originY,
    double angle,
    double from,
    double to,
    double level,
    double slope,
    double bend,
    double height) {

  double length() {
    return to - from;
  }

  private double off(double along) {
    return level + slope * along + bend * along * along;
  }

  /// The direction of the text at a place along, in radians.
  double angleAt(double along) {
    return angle + Math.atan(slope + 2 * bend * along);
  }

  double x(double along, double across) {
    double off = off(along);
    double local = angleAt(along);
    return originX + Math.cos(angle) * along - Math.sin(angle) * off - Math.sin(local) * across;
  }

  double y(double along, double across) {
    double off = off(along);
    double local = angleAt(along);
    return originY + Math.sin(angle) * along + Math.cos(angle) * off + Math.cos(local) * across;
  }

  /// How far from its end another one begins.
  double gapTo(LinePath next) {
    return Math.hypot(next.x(next.from(), 0) - x(to(), 0), next.y(next.from(), 0) - y(to(), 0));
  }

  /// Whether a place lies on it.
  boolean covers(double x, double y) {
    double along = (x - originX) * Math.cos(angle) + (y - originY) * Math.sin(angle);
    double across = (y - originY) * Math.cos(angle) - (x - originX) * Math.sin(angle);
    return along > from && along < to && Math.abs(across - off(along)) < height / 2;
  }

  /// The place along that is half way.
  double middle() {
    return (from + to) / 2;
  }

  double middleX() {
    return x(middle(), 0);
  }

  double middleY() {
    return y(middle(), 0);
  }

  /// The same with other bounds across.
  ///
  /// @param top where it begins, seen from the middle line, so less than 0
  /// @param bottom where it ends
  LinePath between(double top, double bottom) {
    return new LinePath(
        originX, originY, angle, from, to, level + (top + bottom) / 2, slope, bend, bottom - top);
  }

  /// The same in a picture of that size turned upside down.
  LinePath over(int width, int height) {
    return new LinePath(
        width - originX, height - originY, angle, -to, -from, -level, slope, -bend, this.height);
  }

  /// The same in a picture that is so many times as large.
  LinePath scaled(double times) {
    return new LinePath(
        originX * times,
        originY * times,
        angle,
        from * times,
        to * times,
        level * times,
        slope,
        bend / times,
        height * times);
  }
}
