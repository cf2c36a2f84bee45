package koalens.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Photos and films that lie beside what is printed on them.
final class PictureSet {
  private static final Set<String> PHOTOS = Set.of("jpg", "jpeg", "png", "webp", "heic", "avif");
  private static final Set<String> FILMS = Set.of("mp4", "mov", "webm");

  private PictureSet() {}

  /// A photo or film with its true text.
  ///
  /// @param file the picture
  /// @param film whether it is a film
  /// @param group what it is compared with: its name without the number at the end
  /// @param lists the ingredient lists that are printed on it, each one text
  record Item(Path file, boolean film, String group, List<String> lists) {
    Item {
      lists = List.copyOf(lists);
    }

    String truth() {
      return String.join("\n", lists);
    }
  }

  /// Everything in the folder, by name.
  ///
  /// @throws IllegalArgumentException naming file and mend when it cannot be used
  static List<Item> read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("--images: there is no folder " + folder);
    }
    var items = new ArrayList<Item>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String ending = ending(file);
        if (PHOTOS.contains(ending) || FILMS.contains(ending)) {
          items.add(item(file, FILMS.contains(ending)));
        }
      }
    }
    if (items.isEmpty()) {
      throw new IllegalArgumentException(folder + " holds no photo and no film");
    }
    return items;
  }

  private static Item item(Path file, boolean film) throws IOException {
    String bare = file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    Path truth = file.resolveSibling(bare + ".txt");
    if (!Files.isRegularFile(truth)) {
      throw new IllegalArgumentException(
          "%s has no true text: write what is printed on it into %s, a list a line"
              .formatted(file, truth));
    }
    try {
      List<String> lists = Files.readString(truth).lines().filter(line -> !line.isBlank()).toList();
      if (lists.isEmpty()) {
        throw new IllegalArgumentException(truth + " is empty");
      }
      return new Item(file, film, bare.replaceFirst("[-_ ]?\\d+$", ""), lists);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(truth + " is not UTF-8 text: save it as UTF-8");
    }
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
