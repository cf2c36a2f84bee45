package koalens.engine.knowledge;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import koalens.engine.packed.PackedInput;
import koalens.engine.packed.PackedInts;

/// Every name of every language as one smallest automaton: names that begin alike share their
/// beginnings, names that end alike their endings. It also numbers the names, so that what they
/// mean lies in a plain array. Immutable and thread-safe.
///
/// It is walked as it lies in the resource: nothing is decoded before, and a step costs the same
/// whatever the size of the knowledge. A state is its arcs, side by side; each arc is
///
/// - a byte with its flags and the place of its letter among the commonest;
/// - the letter itself where it is rare, in ISO 8859-1;
/// - how many names lie beyond, unless it is the last of its state;
/// - where the state it leads to begins, unless that follows at once: its place among the *hubs*,
///   the states most arcs lead to, or else its address.
///
/// Numbers take one byte to four, as their first byte says.
final class Automaton {
  /// Where no name leads.
  static final long NOWHERE = -1;

  /// The bits of an arc: a name ends where it leads; it is the last of its state; what it leads to
  /// follows at once.
  static final int ACCEPTS = 0x80;

  static final int LAST = 0x40;
  static final int NEXT = 0x20;

  /// The places of common letters; the highest stands for a rare one.
  static final int LETTER = 0x1F;

  /// Numbers below it take one byte.
  static final int SMALL = 0x80;

  /// Numbers below it take no more than two bytes; so do the places of hubs.
  static final int MIDDLING = SMALL + 0x4000;

  /// Numbers below it take no more than three bytes.
  static final int GREAT = MIDDLING + 0x20_0000;

  /// The first number that no four bytes hold.
  static final int TOO_GREAT = GREAT + 0x2000_0000;

  /// The address of the state without arcs.
  static final int END = 0;

  /// The greatest address that a place can hold.
  static final int GREATEST_ADDRESS = (1 << 25) - 1;

  /// The lowest address that arcs can have.
  static final int FIRST = 1;

  private static final long ACCEPTING = 1L << 62;

  // In a place one common letter behind the root: the place of that letter, plus one.
  private static final int FIRST_CODE = 57;
  private static final int CODE = 0x1F;

  private final byte[] letters;
  private final PackedInts hubs;
  private final byte[] arcs;
  private final LetterTriples triples;
  private final int root;
  // Every walk begins at the root, which has by far the most arcs.
  private final long[] fromRoot = new long[0x100];
  // Nor do the states behind it have few: where each pair of common letters leads.
  private final long[] fromFirst = new long[LETTER * LETTER];
  // For each letter its place among the commonest.
  private final byte[] codes = new byte[0x100];

  /// @param letters the commonest letters, in ISO 8859-1
  /// @param hubs the addresses of the states most arcs lead to
  /// @param arcs all arcs, as they lie
  /// @param triples which letters stand side by side
  /// @param root where the arcs of the root begin
  Automaton(byte[] letters, PackedInts hubs, byte[] arcs, LetterTriples triples, int root) {
    this.letters = letters;
    this.hubs = hubs;
    this.arcs = arcs;
    this.triples = triples;
    this.root = root;
    Arrays.fill(codes, (byte) LETTER);
    for (int code = 0; code < letters.length; code++) {
      codes[letters[code] & 0xFF] = (byte) code;
    }
    Arrays.fill(fromRoot, NOWHERE);
    Arrays.fill(fromFirst, NOWHERE);
    for (long arc = firstArc(root()); arc != NOWHERE; arc = nextArc(arc)) {
      int code = codes[letter(arc)];
      long place = along(arc);
      if (code != LETTER) {
        place |= (code + 1L) << FIRST_CODE;
        fillFrom(place, code * LETTER);
      }
      fromRoot[letter(arc)] = place;
    }
  }

  private void fillFrom(long place, int row) {
    for (long arc = firstArc(place); arc != NOWHERE; arc = nextArc(arc)) {
      int code = codes[letter(arc)];
      if (code != LETTER) {
        fromFirst[row + code] = along(arc);
      }
    }
  }

  /// The place of a letter among the commonest; one for all that are rare.
  int code(char letter) {
    return letter < codes.length ? codes[letter] : LETTER;
  }

  /// Which letters stand side by side in names, by their codes.
  LetterTriples triples() {
    return triples;
  }

  /// How many names there are.
  int size() {
    return under(root());
  }

  /// Where every walk begins. A place is a state, whether a name ends there, and the number of
  /// names passed on the way.
  long root() {
    return (long) root << Integer.SIZE;
  }

  /// The place after the letters of a stretch of text, or [#NOWHERE].
  long walk(long place, CharSequence text, int start, int end) {
    long at = place;
    for (int i = start; i < end && at != NOWHERE; i++) {
      at = step(at, text.charAt(i));
    }
    return at;
  }

  /// The place after one letter, or [#NOWHERE].
  long step(long place, char letter) {
    if (letter >= codes.length) {
      return NOWHERE;
    }
    int first = (int) (place >>> FIRST_CODE) & CODE;
    int code = codes[letter];
    if (first != 0 && code != LETTER) {
      return fromFirst[(first - 1) * LETTER + code];
    }
    int address = address(place);
    if (address == root) {
      return fromRoot[letter];
    }
    return address == END ? NOWHERE : step(address, passedWithin(place), letter);
  }

  // All look-ups come down to this loop; most states have one arc, and most arcs one byte.
  private long step(int first, int before, char letter) {
    byte[] all = arcs;
    int code = codes[letter];
    int at = first;
    int passed = before;
    while (true) {
      int flags = all[at++];
      boolean found = (flags & LETTER) == code;
      if ((flags & LETTER) == LETTER) {
        found &= (all[at++] & 0xFF) == letter;
      }
      if ((flags & LAST) != 0) {
        return found ? end(flags, at, passed) : NOWHERE;
      }
      int names = all[at];
      if (names >= 0) {
        at++;
      } else {
        names = number(at);
        at = afterNumber(at);
      }
      if (found) {
        return end(flags, at, passed);
      }
      passed += names;
      at = (flags & NEXT) != 0 ? at : all[at] >= 0 ? at + 1 : afterNumber(at);
    }
  }

  // Where an arc leads whose target is given, or begins, at an address.
  private long end(int flags, int at, int passed) {
    int target = (flags & NEXT) == 0 ? target(number(at)) : at;
    return at(target, passed) | ((flags & ACCEPTS) == 0 ? 0 : ACCEPTING);
  }

  /// The first arc of a place, or [#NOWHERE]. An arc is its address and the number of names passed
  /// before it.
  long firstArc(long place) {
    int address = address(place);
    return address == END ? NOWHERE : at(address, passedWithin(place));
  }

  /// The next arc of the same place, or [#NOWHERE].
  long nextArc(long arc) {
    int address = address(arc);
    if ((arcs[address] & LAST) != 0) {
      return NOWHERE;
    }
    int count = afterLetter(address);
    int target = afterNumber(count);
    return at(afterNumber(target), passed(arc) + number(count));
  }

  /// The place at the end of an arc.
  long along(long arc) {
    int address = address(arc);
    int flags = arcs[address];
    int at = afterLetter(address);
    return end(flags, (flags & LAST) == 0 ? afterNumber(at) : at, passed(arc));
  }

  char letter(long arc) {
    int address = address(arc);
    int common = arcs[address] & LETTER;
    return (char) ((common == LETTER ? arcs[address + 1] : letters[common]) & 0xFF);
  }

  private int afterLetter(int address) {
    return address + ((arcs[address] & LETTER) == LETTER ? 2 : 1);
  }

  private int target(int number) {
    return number < MIDDLING ? hubs.at(number) : number - MIDDLING;
  }

  private int number(int at) {
    int first = arcs[at] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int two = (first << 8) | (arcs[at + 1] & 0xFF);
    if (first < 0xC0) {
      return SMALL + (two & 0x3FFF);
    }
    int three = (two << 8) | (arcs[at + 2] & 0xFF);
    return first < 0xE0
        ? MIDDLING + (three & 0x1F_FFFF)
        : GREAT + (((three << 8) | (arcs[at + 3] & 0xFF)) & 0x1FFF_FFFF);
  }

  private int afterNumber(int at) {
    int first = arcs[at] & 0xFF;
    return at + (first < 0x80 ? 1 : first < 0xC0 ? 2 : first < 0xE0 ? 3 : 4);
  }

  /// Writes a number as an arc holds it.
  static void writeNumber(int number, ByteArrayOutputStream out) {
    int bytes = bytes(number);
    int marked =
        switch (bytes) {
          case 1 -> number;
          case 2 -> 0x8000 | (number - SMALL);
          case 3 -> 0xC0_0000 | (number - MIDDLING);
          default -> 0xE000_0000 | (number - GREAT);
        };
    for (int shift = (bytes - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      out.write(marked >>> shift);
    }
  }

  /// How many bytes that takes.
  static int bytes(int number) {
    return number < SMALL ? 1 : number < MIDDLING ? 2 : number < GREAT ? 3 : 4;
  }

  private static long at(int address, int passed) {
    return ((long) address << Integer.SIZE) | passed;
  }

  private static int address(long place) {
    return (int) (place >>> Integer.SIZE) & GREATEST_ADDRESS;
  }

  // The names passed before the arcs of a place: its own is one of them.
  private static int passedWithin(long place) {
    return passed(place) + (place >= ACCEPTING ? 1 : 0);
  }

  private static int passed(long place) {
    return (int) place;
  }

  /// The number of the name that ends at the place, or -1.
  int name(long place) {
    return place >= ACCEPTING ? passed(place) : -1;
  }

  /// The name with the number.
  String spelling(int number) {
    var spelling = new StringBuilder();
    long place = root();
    while (name(place) != number) {
      long taken = firstArc(place);
      for (long arc = taken; arc != NOWHERE && passed(arc) <= number; arc = nextArc(arc)) {
        taken = arc;
      }
      spelling.append(letter(taken));
      place = along(taken);
    }
    return spelling.toString();
  }

  /// The number of the first name that begins with what leads to the place.
  int first(long place) {
    return passed(place);
  }

  /// How many names begin with what leads to the place.
  int under(long place) {
    long end = place;
    for (long arc = firstArc(end); arc != NOWHERE; arc = firstArc(end)) {
      for (long next = nextArc(arc); next != NOWHERE; next = nextArc(arc)) {
        arc = next;
      }
      end = along(arc);
    }
    return passedWithin(end) - passed(place);
  }

  static Automaton read(PackedInput in) throws IOException {
    int root = in.number();
    byte[] letters = in.block();
    PackedInts hubs = PackedInts.read(in);
    byte[] arcs = in.block();
    byte[] triples = in.block();
    if (triples.length != LetterTriples.BYTES) {
      throw new IOException("the names lack their letters");
    }
    return new Automaton(letters, hubs, arcs, new LetterTriples(triples), root);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(root);
    out.writeInt(letters.length);
    out.write(letters);
    hubs.write(out);
    out.writeInt(arcs.length);
    out.write(arcs);
    out.writeInt(LetterTriples.BYTES);
    out.write(triples.bytes());
  }

  @Override
  public String toString() {
    return "Automaton[letters=" + new String(letters, StandardCharsets.ISO_8859_1) + "]";
  }
}
