package koalens.server.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a `multipart/form-data` body apart (RFC 7578). Works on a body that is in memory and
/// within its limits already.
final class Multipart {
  private static final int MOST_PARTS = 20;
  private static final int LONGEST_HEAD = 4096;
  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^\\s;,]{1,70}))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile("content-disposition:[^\r\n]*?[;\\s]name=(?:\"([^\"]*)\"|([^\\s;]+))");

  private Multipart() {}

  /// A part of a form. Nobody writes into its bytes.
  static final class Part {
    private final String name;
    private final byte[] bytes;

    Part(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }

    String name() {
      return name;
    }

    byte[] bytes() {
      return bytes;
    }

    String text() {
      return BodyReader.decoded(bytes);
    }
  }

  /// The parts, in order.
  ///
  /// @throws ProblemException when the body is no such form
  static List<Part> parts(String contentType, byte[] body) {
    byte[] delimiter = ("--" + boundary(contentType)).getBytes(StandardCharsets.ISO_8859_1);
    var parts = new ArrayList<Part>();
    int at = find(body, delimiter, 0);
    while (at >= 0 && !isLast(body, at + delimiter.length)) {
      int begin = at + delimiter.length + 2;
      int next = find(body, delimiter, begin);
      if (next < 0 || parts.size() == MOST_PARTS) {
        throw malformed();
      }
      parts.add(part(body, begin, next - 2));
      at = next;
    }
    if (at < 0) {
      throw malformed();
    }
    return parts;
  }

  private static String boundary(String contentType) {
    Matcher matcher = BOUNDARY.matcher(contentType);
    if (!matcher.find()) {
      throw malformed();
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }

  private static boolean isLast(byte[] body, int at) {
    return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
  }

  private static Part part(byte[] body, int from, int to) {
    int end = find(body, END_OF_HEAD, from);
    if (from > to || end < 0 || end + END_OF_HEAD.length > to || end - from > LONGEST_HEAD) {
      throw malformed();
    }
    String head = new String(body, from, end - from, StandardCharsets.UTF_8);
    Matcher name = NAME.matcher(lowerNames(head));
    if (!name.find()) {
      throw malformed();
    }
    String found = name.group(1) == null ? name.group(2) : name.group(1);
    return new Part(found, Arrays.copyOfRange(body, end + END_OF_HEAD.length, to));
  }

  // Header names and parameters have no case, the values of ours have.
  private static String lowerNames(String head) {
    return head.replaceAll("(?i)content-disposition:", "content-disposition:")
        .replaceAll("(?i)([;\\s])name=", "$1name=");
  }

  private static int find(byte[] body, byte[] wanted, int from) {
    for (int at = Math.max(0, from); at <= body.length - wanted.length; at++) {
      if (Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }

  private static ProblemException malformed() {
    return Problem.of(Problem.Kind.MALFORMED, "the multipart form is not valid or not complete")
        .exception();
  }

  static boolean is(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }
}
