package koalens.backend.reading;

/// `level + slope · s + bend · s²`.
record Parabola(double level, double slope, double bend) {

  /// The one nearest to the points, by least squares.
  static Parabola through(double[] s, double[] t) {
    double s1 = 0, s2 = 0, s3 = 0, s4 = 0, t0 = 0, t1 = 0, t2 = 0;
    for (int i = 0; i < s.length; i++) {
      double square = s[i] * s[i];
      s1 += s[i];
      s2 += square;
      s3 += square * s[i];
      s4 += square * square;
      t0 += t[i];
      t1 += t[i] * s[i];
      t2 += t[i] * square;
    }
    double n = s.length;
    double d = n * (s2 * s4 - s3 * s3) - s1 * (s1 * s4 - s2 * s3) + s2 * (s1 * s3 - s2 * s2);
    if (Math.abs(d) < 1e-9) {
      return new Parabola(0, 0, 0);
    }
    double a = t0 * (s2 * s4 - s3 * s3) - s1 * (t1 * s4 - s3 * t2) + s2 * (t1 * s3 - s2 * t2);
    double b = n * (t1 * s4 - t2 * s3) - t0 * (s1 * s4 - s3 * s2) + s2 * (s1 * t2 - t1 * s2);
    double c = n * (s2 * t2 - s3 * t1) - s1 * (s1 * t2 - s2 * t1) + t0 * (s1 * s3 - s2 * s2);
    return new Parabola(a / d, b / d, c / d);
  }
}
