package koalens.backend.reading;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Writes HEIF files as phones do: a picture laid together of tiles, beside it a smaller one for
/// other uses, and an EXIF part that says once more how the picture is turned. The tiles are files
/// with one picture each, as an encoder wrote them. Source: ISO/IEC 23008-12 (*grid*, *irot*),
/// ISO/IEC 14496-12 (the boxes).
///
/// @param codec of the tiles
/// @param pictures the pictures laid together of tiles
/// @param primary which of them the file is of
/// @param quarters by how many quarters that is turned anticlockwise to be seen
record TiledFile(Codec codec, List<Grid> pictures, int primary, int quarters) {
  /// The EXIF orientation for each number of quarters.
  private static final List<Integer> ORIENTATIONS = List.of(1, 8, 3, 6);

  /// How tiles are encoded.
  enum Codec {
    HEVC("heic", "hvc1", "hvcC"),
    AV1("avif", "av01", "av1C");

    private final String brand;
    private final String item;
    private final String configuration;

    Codec(String brand, String item, String configuration) {
      this.brand = brand;
      this.item = item;
      this.configuration = configuration;
    }
  }

  /// A picture laid together of tiles, row by row.
  ///
  /// @param tileWidth of each tile, as the file says
  /// @param width of what is seen of them
  record Grid(
      int columns,
      int rows,
      int tileWidth,
      int tileHeight,
      int width,
      int height,
      List<byte[]> tiles) {
    private byte[] description() {
      return ByteBuffer.allocate(8)
          .put(new byte[] {0, 0, (byte) (rows - 1), (byte) (columns - 1)})
          .putShort((short) width)
          .putShort((short) height)
          .array();
    }
  }

  byte[] bytes() {
    byte[] type = box("ftyp", text(codec.brand), number(0), text("mif1"), text(codec.brand));
    int begin = type.length + meta(0).length + 8;
    byte[] tiles = joined(tiles().stream().map(tile -> part(tile, "mdat", 8)).toList());
    return joined(List.of(type, meta(begin), box("mdat", tiles, exif())));
  }

  private byte[] exif() {
    return ByteBuffer.allocate(36)
        .putInt(6)
        .put(text("Exif\0\0MM\0*"))
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) (int) ORIENTATIONS.get(quarters))
        .array();
  }

  private int exifItem() {
    return item(pictures.size());
  }

  private List<byte[]> tiles() {
    return pictures.stream().flatMap(grid -> grid.tiles().stream()).toList();
  }

  // The tiles of all pictures come first, then the pictures.
  private int item(int picture) {
    return tiles().size() + 1 + picture;
  }

  private byte[] meta(int begin) {
    return full(
        "meta",
        0,
        full("hdlr", 0, number(0), text("pict"), new byte[13]),
        full("pitm", 0, number16(item(primary))),
        full("iloc", 1, locations(begin)),
        full("iinf", 0, number16(exifItem()), entries()),
        full("iref", 0, references()),
        box("iprp", box("ipco", properties()), full("ipma", 0, associations())),
        box("idat", joined(pictures.stream().map(Grid::description).toList())));
  }

  private byte[] locations(int begin) {
    var all = new ArrayList<byte[]>();
    all.add(new byte[] {0x44, 0});
    all.add(number16(exifItem()));
    int at = begin;
    for (int i = 0; i < tiles().size(); i++) {
      int length = part(tiles().get(i), "mdat", 8).length;
      all.add(location(i + 1, 0, at, length));
      at += length;
    }
    all.add(location(exifItem(), 0, at, exif().length));
    for (int i = 0; i < pictures.size(); i++) {
      all.add(location(item(i), 1, 8 * i, 8));
    }
    return joined(all);
  }

  private static byte[] location(int item, int method, int at, int length) {
    return joined(
        List.of(
            number16(item),
            number16(method),
            number16(0),
            number16(1),
            number(at),
            number(length)));
  }

  private byte[] entries() {
    var all = new ArrayList<byte[]>();
    IntStream.rangeClosed(1, tiles().size())
        .forEach(item -> all.add(entry(item, codec.item, true)));
    IntStream.range(0, pictures.size()).forEach(i -> all.add(entry(item(i), "grid", false)));
    all.add(entry(exifItem(), "Exif", true));
    return joined(all);
  }

  private static byte[] entry(int item, String type, boolean hidden) {
    byte[] entry = full("infe", 2, number16(item), number16(0), text(type), new byte[1]);
    entry[11] = (byte) (hidden ? 1 : 0);
    return entry;
  }

  private byte[] references() {
    var all = new ArrayList<byte[]>();
    int tile = 1;
    for (int i = 0; i < pictures.size(); i++) {
      int count = pictures.get(i).tiles().size();
      var from = new ArrayList<>(List.of(number16(item(i)), number16(count)));
      for (int k = 0; k < count; k++) {
        from.add(number16(tile++));
      }
      all.add(box("dimg", joined(from)));
    }
    all.add(box("cdsc", number16(exifItem()), number16(1), number16(item(primary))));
    return joined(all);
  }

  // Of each picture: how its tiles are encoded, their size, its own.
  private byte[] properties() {
    var all = new ArrayList<byte[]>();
    for (Grid grid : pictures) {
      all.add(part(grid.tiles().getFirst(), codec.configuration, 0));
      all.add(full("ispe", 0, number(grid.tileWidth()), number(grid.tileHeight())));
      all.add(full("ispe", 0, number(grid.width()), number(grid.height())));
    }
    all.add(box("irot", new byte[] {(byte) quarters}));
    return joined(all);
  }

  private byte[] associations() {
    var all = new ArrayList<byte[]>();
    all.add(number(tiles().size() + pictures.size()));
    int tile = 1;
    for (int i = 0; i < pictures.size(); i++) {
      for (int k = 0; k < pictures.get(i).tiles().size(); k++) {
        all.add(association(tile++, 0x80 | (3 * i + 1), 3 * i + 2));
      }
    }
    int turn = 0x80 | (3 * pictures.size() + 1);
    for (int i = 0; i < pictures.size(); i++) {
      all.add(
          i == primary ? association(item(i), 3 * i + 3, turn) : association(item(i), 3 * i + 3));
    }
    return joined(all);
  }

  private static byte[] association(int item, int... properties) {
    var bytes = ByteBuffer.allocate(3 + properties.length).putShort((short) item);
    bytes.put((byte) properties.length);
    Arrays.stream(properties).forEach(property -> bytes.put((byte) property));
    return bytes.array();
  }

  /// The first box of a name in a file, without its first bytes.
  private static byte[] part(byte[] file, String name, int without) {
    String all = new String(file, StandardCharsets.ISO_8859_1);
    int from = all.indexOf(name) - 4;
    int length = ByteBuffer.wrap(file).getInt(from);
    return Arrays.copyOfRange(file, from + without, from + length);
  }

  private static byte[] full(String name, int version, byte[]... content) {
    return box(name, number(version << 24), joined(Arrays.asList(content)));
  }

  private static byte[] box(String name, byte[]... content) {
    byte[] all = joined(Arrays.asList(content));
    return joined(List.of(number(8 + all.length), text(name), all));
  }

  private static byte[] joined(List<byte[]> parts) {
    var all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static byte[] number16(int value) {
    return ByteBuffer.allocate(2).putShort((short) value).array();
  }
}
