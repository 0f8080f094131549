package org.smartcorrection.platform.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The text and the pages of an OFD (GB/T 33190): an archive whose {@code OFD.xml} leads to the
 * document, which leads to its pages, in which the text stands in pieces.
 */
final class OfdText {
  private static final int MOST_UNPACKED = 64 << 20;
  private static final XMLInputFactory XML = factory();

  private final ZipFile archive;
  private int unpacked;

  private OfdText(ZipFile archive) {
    this.archive = archive;
  }

  /**
   * Reads one.
   *
   * @throws IOException and other faults when it is none that can be read
   */
  static PlainText of(byte[] content) throws IOException, XMLStreamException {
    try (ZipFile archive = ZipFile.builder().setByteArray(content).get()) {
      return new OfdText(archive).read();
    }
  }

  private PlainText read() throws IOException, XMLStreamException {
    var roots = new ArrayList<String>();
    each("OFD.xml", "DocRoot", at -> roots.add(rest(at)));
    var pages = new ArrayList<String>();
    for (String root : roots)
      each(root, "Page", at -> pages.add(beside(root, at.getAttributeValue(null, "BaseLoc"))));
    if (pages.isEmpty()) return PlainText.without(Reading.State.BROKEN, null);
    if (pages.size() > PlainText.MOST_PAGES) return PlainText.without(Reading.State.TOO_MUCH, null);
    var text = new StringBuilder();
    for (String page : pages) {
      each(page, "TextCode", at -> text.append(rest(at)).append('\n'));
      if (text.length() > PlainText.MOST_CHARACTERS)
        return PlainText.of(pages.size(), text.substring(0, PlainText.MOST_CHARACTERS), true);
    }
    return PlainText.of(pages.size(), text, false);
  }

  /** A fault in the XML, on its way through a lambda. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(XMLStreamException cause) {
      super(cause);
    }
  }

  private static String rest(XMLStreamReader at) {
    try {
      return at.getElementText().strip();
    } catch (XMLStreamException e) {
      throw new Broken(e);
    }
  }

  private void each(String path, String element, Consumer<XMLStreamReader> reading)
      throws IOException, XMLStreamException {
    XMLStreamReader at = XML.createXMLStreamReader(new ByteArrayInputStream(part(path)));
    try {
      while (at.hasNext())
        if (at.next() == XMLStreamReader.START_ELEMENT && at.getLocalName().equals(element))
          reading.accept(at);
    } finally {
      at.close();
    }
  }

  private byte[] part(String path) throws IOException {
    ZipArchiveEntry entry = archive.getEntry(path.replaceFirst("^/", ""));
    if (entry == null
        || (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED))
      throw new IOException("a part is missing");
    try (InputStream in = archive.getInputStream(entry)) {
      byte[] part = in.readNBytes(MOST_UNPACKED - unpacked);
      unpacked += part.length;
      if (unpacked == MOST_UNPACKED) throw new IOException("it unpacks to too much");
      return part;
    }
  }

  /** The path of a part that another names: from the root, or beside it. */
  private static String beside(String from, @Nullable String named) {
    if (named == null) throw new IllegalArgumentException("a page without a place");
    return URI.create("/" + from.replaceFirst("^/", "")).resolve(named).getPath();
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
