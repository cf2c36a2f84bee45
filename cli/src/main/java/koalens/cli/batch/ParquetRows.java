package koalens.cli.batch;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Apache Parquet: only the columns that count are read.
final class ParquetRows implements Rows {
  private final Path file;
  private final Columns columns;
  private final ParquetFileReader reader;
  private final RowReader rows;
  private final boolean named;
  private long number;

  private ParquetRows(
      Path file, Columns columns, ParquetFileReader reader, RowReader rows, boolean named) {
    this.file = file;
    this.columns = columns;
    this.reader = reader;
    this.rows = rows;
    this.named = named;
  }

  static Rows open(Path file, Columns columns) throws IOException {
    try {
      ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file));
      List<String> there =
          reader.getFileSchema().getColumns().stream().map(ColumnSchema::name).toList();
      if (!there.contains(columns.text())) {
        reader.close();
        throw new IllegalArgumentException(
            "%s has no column %s, only %s: name it with --text-column"
                .formatted(file, columns.text(), String.join(", ", there)));
      }
      boolean named = there.contains(columns.id());
      ColumnProjection projection =
          named
              ? ColumnProjection.columns(columns.text(), columns.id())
              : ColumnProjection.columns(columns.text());
      RowReader rows = reader.buildRowReader().projection(projection).build();
      return new ParquetRows(file, columns, reader, rows, named);
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(file + " is a Parquet file that cannot be read", e);
    }
  }

  @Override
  public Optional<Row> next() {
    try {
      if (!rows.hasNext()) {
        return Optional.empty();
      }
      rows.next();
      number++;
      return Optional.of(
          rows.isNull(columns.text())
              ? Row.faulty(number, "no " + columns.text())
              : Row.of(number, id(), rows.getString(columns.text())));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "%s, after row %d: it cannot be read".formatted(file, number), e);
    }
  }

  private String id() {
    return named ? Objects.toString(rows.getValue(columns.id()), "") : "";
  }

  @Override
  public double share() {
    long all = reader.getFileMetaData().numRows();
    return all == 0 ? 1 : (double) number / all;
  }

  @Override
  public void close() throws IOException {
    rows.close();
    reader.close();
  }
}
