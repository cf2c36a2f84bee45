package koalens.cli.batch;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/// Columns divided by commas, semicolons or tabs, below a line with their names (RFC 4180).
final class CsvRows implements Rows {
  private static final int LONGEST_RECORD = 16 << 20;

  private final Path file;
  private final Columns columns;
  private final CountedStream stream;
  private final CloseableIterator<NamedCsvRecord> records;
  private long number;

  private CsvRows(
      Path file, Columns columns, CountedStream stream, CloseableIterator<NamedCsvRecord> records) {
    this.file = file;
    this.columns = columns;
    this.stream = stream;
    this.records = records;
  }

  /// @param start how the file begins
  static Rows open(Path file, Columns columns, String start) throws IOException {
    String header = start.lines().findFirst().orElse("");
    CountedStream stream = CountedStream.open(file);
    var records =
        CsvReader.builder()
            .fieldSeparator(separator(header))
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_RECORD)
            .ofNamedCsvRecord(stream.text())
            .iterator();
    return new CsvRows(file, columns, stream, records);
  }

  private static char separator(String header) {
    for (char candidate : new char[] {'\t', ';'}) {
      if (header.indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return ',';
  }

  @Override
  public Optional<Row> next() throws IOException {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      return Optional.of(row(records.next()));
    } catch (CsvParseException e) {
      throw new IllegalArgumentException(
          "%s, after row %d: it is no CSV file: a quoted field is not closed, or a row is too long"
              .formatted(file, number),
          e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Row row(NamedCsvRecord found) {
    number++;
    if (number == 1 && !found.getHeader().contains(columns.text())) {
      throw new IllegalArgumentException(
          "%s has no column %s, only %s: name it with --text-column"
              .formatted(file, columns.text(), String.join(", ", found.getHeader())));
    }
    String id = found.findField(columns.id()).orElse("");
    return found
        .findField(columns.text())
        .map(text -> Row.of(number, id, text))
        .orElseGet(() -> Row.faulty(number, "the row ends before the column " + columns.text()));
  }

  @Override
  public double share() {
    return stream.share();
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
