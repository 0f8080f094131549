package org.smartcorrection.platform.exchange.table;

import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which styles of a workbook show a number as a day. */
final class Formats {
  private Formats() {}

  static Set<Integer> dates(InputStream part) throws XMLStreamException {
    Map<Integer, String> own = new HashMap<>();
    Set<Integer> dates = new HashSet<>();
    XMLStreamReader at = Xml.reader(part);
    boolean cells = false;
    int style = 0;
    while (at.hasNext()) {
      int event = at.next();
      if (event == XMLStreamConstants.END_ELEMENT && at.getLocalName().equals("cellXfs"))
        cells = false;
      if (event != XMLStreamConstants.START_ELEMENT) continue;
      switch (at.getLocalName()) {
        case "numFmt" ->
            own.put(
                Integer.parseInt(Xml.attribute(at, "numFmtId", "0")),
                Xml.attribute(at, "formatCode", ""));
        case "cellXfs" -> cells = true;
        case "xf" -> {
          if (cells && date(Integer.parseInt(Xml.attribute(at, "numFmtId", "0")), own))
            dates.add(style);
          if (cells) style++;
        }
        case String _ -> {}
      }
    }
    return dates;
  }

  /** Built-in formats of days (ECMA-376, 18.8.30; those of Chinese workbooks too), or one's own. */
  private static boolean date(int format, Map<Integer, String> own) {
    if (own.containsKey(format)) return date(own.get(format));
    return (format >= 14 && format <= 17)
        || format == 22
        || (format >= 27 && format <= 36)
        || (format >= 50 && format <= 58);
  }

  private static boolean date(String code) {
    String bare = code.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.", "");
    return bare.contains("y") || bare.contains("d") || bare.contains("年");
  }
}
