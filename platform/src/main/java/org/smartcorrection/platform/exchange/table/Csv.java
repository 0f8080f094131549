package org.smartcorrection.platform.exchange.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.smartcorrection.platform.kernel.Refused;

/** A CSV file (RFC 4180), divided by commas, semicolons or tabs. */
final class Csv {
  private static final String DIVIDERS = ",;\t，；";

  private final String text;
  private final Limits limits;

  Csv(String text, Limits limits) {
    this.text = text;
    this.limits = limits;
  }

  void read(Consumer<TableRow> rows) {
    var format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(divider())
            .setIgnoreEmptyLines(false)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
            .get();
    long last = 0;
    try (var parser = CSVParser.parse(new StringReader(text), format)) {
      int kept = 0;
      for (CSVRecord record : parser) {
        last = record.getRecordNumber();
        TableRow row = row(record);
        if (row.blank()) continue;
        if (++kept > limits.rows()) throw new Refused("exchange.file.rows", limits.rows());
        rows.accept(row);
      }
    } catch (UncheckedIOException | IOException | IllegalStateException _) {
      // a quotation mark that nobody closes, or something behind one
      throw new Refused("exchange.file.quotes", last + 1);
    }
  }

  private TableRow row(CSVRecord record) {
    int number = Math.toIntExact(record.getRecordNumber());
    if (record.size() > limits.columns())
      throw new Refused("exchange.file.columns", number, limits.columns());
    var cells = new ArrayList<String>(record.size());
    for (int column = 0; column < record.size(); column++) {
      String cell = record.get(column).strip();
      if (cell.length() > limits.characters())
        throw new Refused("exchange.file.cell", Addresses.of(column, number), limits.characters());
      cells.add(cell);
    }
    return new TableRow(number, cells);
  }

  /** What divides the first line that holds more than one cell. */
  private String divider() {
    return text
        .lines()
        .limit(20)
        .flatMapToInt(line -> line.chars().filter(letter -> DIVIDERS.indexOf(letter) >= 0))
        .boxed()
        .collect(
            java.util.stream.Collectors.groupingBy(
                letter -> letter, java.util.stream.Collectors.counting()))
        .entrySet()
        .stream()
        .max(java.util.Map.Entry.comparingByValue())
        .map(most -> Character.toString(most.getKey()))
        .orElse(",");
  }
}
