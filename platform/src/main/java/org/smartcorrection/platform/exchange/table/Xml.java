package org.smartcorrection.platform.exchange.table;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** XML from strangers: no document types, no entities, nothing from elsewhere. */
final class Xml {
  private static final XMLInputFactory FACTORY = factory();

  private Xml() {}

  static XMLStreamReader reader(InputStream part) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(part);
  }

  /** An attribute by its local name, whatever its namespace; null when it is not there. */
  static @Nullable String attribute(XMLStreamReader at, String name) {
    for (int i = 0; i < at.getAttributeCount(); i++)
      if (at.getAttributeLocalName(i).equals(name)) return at.getAttributeValue(i);
    return null;
  }

  static String attribute(XMLStreamReader at, String name, String otherwise) {
    String value = attribute(at, name);
    return value == null ? otherwise : value;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
