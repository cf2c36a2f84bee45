package koalens.backend.configure;

import java.net.InetAddress;
import java.util.regex.Pattern;

/// Internet addresses that begin alike, such as `10.0.0.0/8` or `::1`.
///
/// @param first one of them
/// @param bits how many bits they share
public record AddressRange(InetAddress first, int bits) {
  // InetAddress would look a name up.
  private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]+");

  /// Reads an address, with or without a `/` and a number of bits.
  ///
  /// @throws IllegalArgumentException when it is none
  public static AddressRange of(String text) {
    int slash = text.indexOf('/');
    InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
    int most = address.getAddress().length * Byte.SIZE;
    String bits = slash < 0 ? Integer.toString(most) : text.substring(slash + 1);
    if (!bits.matches("[0-9]{1,3}") || Integer.parseInt(bits) > most) {
      throw new IllegalArgumentException(text);
    }
    return new AddressRange(address, Integer.parseInt(bits));
  }

  /// The address that a text without names in it is.
  ///
  /// @throws IllegalArgumentException when it is none
  public static InetAddress address(String text) {
    if (!LITERAL.matcher(text).matches() || !(text.contains(":") || text.contains("."))) {
      throw new IllegalArgumentException(text);
    }
    return InetAddress.ofLiteral(text);
  }

  /// Whether the address is one of them.
  public boolean contains(InetAddress address) {
    byte[] own = first.getAddress();
    byte[] other = address.getAddress();
    if (own.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if ((own[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}
