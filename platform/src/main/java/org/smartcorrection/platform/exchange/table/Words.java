package org.smartcorrection.platform.exchange.table;

import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.smartcorrection.platform.kernel.Refused;

/** The words that cells of a workbook share. */
final class Words {
  private Words() {}

  static void read(InputStream part, Limits limits, List<String> words) throws XMLStreamException {
    XMLStreamReader at = Xml.reader(part);
    while (at.hasNext())
      if (at.next() == XMLStreamConstants.START_ELEMENT && at.getLocalName().equals("si")) {
        String item = item(at, "si");
        if (item.length() > limits.characters()) item = item.substring(0, limits.characters() + 1);
        words.add(item);
        if (words.size() > (long) limits.rows() * limits.columns())
          throw new Refused("exchange.file.rows", limits.rows());
      }
  }

  /** All the words in an element, without how they are pronounced. */
  static String item(XMLStreamReader at, String element) throws XMLStreamException {
    var text = new StringBuilder();
    int spoken = 0;
    while (at.hasNext()) {
      int event = at.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (at.getLocalName().equals("rPh")) spoken++;
        else if (at.getLocalName().equals("t") && spoken == 0) text.append(at.getElementText());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (at.getLocalName().equals("rPh")) spoken--;
        else if (at.getLocalName().equals(element)) break;
      }
    }
    return text.toString();
  }
}
