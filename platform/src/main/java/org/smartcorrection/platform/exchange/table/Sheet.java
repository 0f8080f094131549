package org.smartcorrection.platform.exchange.table;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.smartcorrection.platform.kernel.Refused;

/**
 * The rows of one sheet. Merged cells are named only behind the rows, so rows wait until it is
 * known that none of them is merged: a merged title above the header does no harm, a merged row
 * would put one person's data to another.
 */
final class Sheet {
  private final List<String> words;
  private final Set<Integer> dates;
  private final boolean from1904;
  private final Limits limits;
  private final Consumer<TableRow> rows;
  private final List<TableRow> waiting = new ArrayList<>();
  private final List<String> merged = new ArrayList<>();

  Sheet(
      List<String> words,
      Set<Integer> dates,
      boolean from1904,
      Limits limits,
      Consumer<TableRow> rows) {
    this.words = words;
    this.dates = dates;
    this.from1904 = from1904;
    this.limits = limits;
    this.rows = rows;
  }

  void read(InputStream part) throws XMLStreamException {
    XMLStreamReader at = Xml.reader(part);
    int row = 0;
    while (at.hasNext()) {
      if (at.next() != XMLStreamConstants.START_ELEMENT) continue;
      switch (at.getLocalName()) {
        case "row" -> {
          int said = Addresses.rowOf(Xml.attribute(at, "r", ""));
          row = said > 0 ? said : row + 1;
          keep(row(at, row));
        }
        case "mergeCell" -> merged.add(Xml.attribute(at, "ref", ""));
        case String _ -> {}
      }
    }
  }

  /** Hands the rows on. */
  void close() {
    int header = Headers.rowOf(waiting.stream().limit(Headers.SEARCHED).toList());
    for (String range : merged)
      if (lastRow(range) > header && !emptyBelow(range))
        throw new Refused("exchange.file.merged", range);
    waiting.forEach(rows);
  }

  private static int lastRow(String range) {
    return Addresses.rowOf(range.substring(range.indexOf(':') + 1));
  }

  /** A merged line of remarks behind the last person does no harm either. */
  private boolean emptyBelow(String range) {
    int first = Addresses.rowOf(range.substring(0, Math.max(0, range.indexOf(':'))));
    return waiting.isEmpty() || first > waiting.getLast().number();
  }

  private void keep(TableRow row) {
    if (row.blank()) return;
    if (waiting.size() == limits.rows()) throw new Refused("exchange.file.rows", limits.rows());
    waiting.add(row);
  }

  private TableRow row(XMLStreamReader at, int number) throws XMLStreamException {
    var cells = new ArrayList<String>();
    while (at.hasNext()) {
      int event = at.next();
      if (event == XMLStreamConstants.END_ELEMENT && at.getLocalName().equals("row")) break;
      if (event != XMLStreamConstants.START_ELEMENT || !at.getLocalName().equals("c")) continue;
      String address = Xml.attribute(at, "r", "");
      int said = Addresses.columnOf(address);
      int column = said < 0 ? cells.size() : said;
      if (column >= limits.columns())
        throw new Refused("exchange.file.columns", number, limits.columns());
      while (cells.size() <= column) cells.add("");
      String value = value(at).strip();
      if (value.length() > limits.characters())
        throw new Refused("exchange.file.cell", Addresses.of(column, number), limits.characters());
      cells.set(column, value);
    }
    return new TableRow(number, cells);
  }

  private String value(XMLStreamReader at) throws XMLStreamException {
    String type = Xml.attribute(at, "t", "n");
    int style = Integer.parseInt(Xml.attribute(at, "s", "-1"));
    String value = "";
    while (at.hasNext()) {
      int event = at.next();
      if (event == XMLStreamConstants.END_ELEMENT && at.getLocalName().equals("c")) break;
      if (event != XMLStreamConstants.START_ELEMENT) continue;
      switch (at.getLocalName()) {
        case "v" -> value = at.getElementText();
        case "is" -> value = Words.item(at, "is");
        case String _ -> {}
      }
    }
    return switch (type) {
      case "s" -> shared(value);
      case "n" -> number(value, style);
      case "e" -> "";
      case String _ -> value;
    };
  }

  private String shared(String value) {
    if (value.isEmpty()) return "";
    int at = Integer.parseInt(value);
    if (at < 0 || at >= words.size()) throw new Refused("exchange.file.broken");
    return words.get(at);
  }

  /** A number in plain digits; a day where the cell shows one. */
  private String number(String value, int style) {
    if (value.isEmpty()) return "";
    // no number of a spreadsheet is longer, and a long exponent would be a very long plain number
    if (value.length() > 40 || value.matches(".*[eE][+-]?\\d{3,}.*")) return value;
    BigDecimal number = new BigDecimal(value);
    if (dates.contains(style))
      return Days.ofSerial(number, from1904).map(Object::toString).orElse(value);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
