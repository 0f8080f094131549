package org.smartcorrection.platform.exchange.table;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.Refused;

/** Which part of a workbook is its first visible sheet, and from which day its dates count. */
final class Book {
  private final Map<String, String> paths = new HashMap<>();
  private final TreeSet<String> sheets = new TreeSet<>();
  private @Nullable String first;
  private boolean from1904;
  private boolean found;

  void seen(String name) {
    if (Workbook.isSheet(name)) sheets.add(name);
  }

  void read(InputStream part) throws XMLStreamException {
    found = true;
    XMLStreamReader at = Xml.reader(part);
    while (at.hasNext()) {
      if (at.next() != XMLStreamConstants.START_ELEMENT) continue;
      if (at.getLocalName().equals("workbookPr"))
        from1904 = Xml.attribute(at, "date1904", "0").matches("1|true");
      if (at.getLocalName().equals("sheet")
          && first == null
          && Xml.attribute(at, "state", "visible").equals("visible")) first = relation(at);
    }
  }

  /** The attribute {@code r:id}; {@code sheetId} is another one. */
  private static @Nullable String relation(XMLStreamReader at) {
    return Xml.attribute(at, "id");
  }

  void readPaths(InputStream part) throws XMLStreamException {
    XMLStreamReader at = Xml.reader(part);
    while (at.hasNext()) {
      if (at.next() != XMLStreamConstants.START_ELEMENT) continue;
      if (!at.getLocalName().equals("Relationship")) continue;
      String target = Xml.attribute(at, "Target", "");
      paths.put(
          Xml.attribute(at, "Id", ""),
          target.startsWith("/") ? target.substring(1) : "xl/" + target);
    }
  }

  /**
   * The path of the first visible sheet.
   *
   * @throws Refused when the archive is no workbook
   */
  String firstSheet() {
    if (!found || sheets.isEmpty()) throw new Refused("exchange.file.no-workbook");
    String path = first == null ? null : paths.get(first);
    return path != null && sheets.contains(path) ? path : sheets.first();
  }

  boolean from1904() {
    return from1904;
  }
}
