package org.smartcorrection.procedure.chart;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads charts back; what is not well-formed fails the test. */
final class Xml {

  private Xml() {}

  static Document parse(String text) {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** Every element of that local name, all for {@code *}, in order. */
  static List<Element> all(Document document, String name) {
    var found = new ArrayList<Element>();
    var nodes = document.getElementsByTagNameNS("*", name);
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) found.add(element);
    }
    return found;
  }

  static List<Element> withClass(Document document, String name) {
    return all(document, "*").stream()
        .filter(element -> List.of(element.getAttribute("class").split(" ", -1)).contains(name))
        .toList();
  }

  static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
