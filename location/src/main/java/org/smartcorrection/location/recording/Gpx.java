package org.smartcorrection.location.recording;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads GPX 1.0 and 1.1 tracks. The file is a stranger's: no document type, no entity, nothing from
 * another place, bounded in size and depth.
 */
public final class Gpx {
  /** Longer than a day of points a second, with room. */
  public static final int LARGEST_FILE = 50_000_000;

  /** More points than a fortnight of points a second has. */
  public static final int MOST_POINTS = 1_000_000;

  private static final int DEEPEST = 32;

  private Gpx() {}

  /**
   * Reads a file or says why it is none. Times that are missing or cannot be are noted, never
   * invented.
   *
   * @throws IOException if the stream itself fails
   */
  public static Reading read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
    if (bytes.length > LARGEST_FILE) return new Reading.Unreadable(Fault.TOO_LARGE);
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
      try {
        return read(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      return new Reading.Unreadable(Fault.NOT_XML);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (_, _, _, _) -> {
          throw new XMLStreamException("nothing is fetched from another place");
        });
    return factory;
  }

  private static Reading read(XMLStreamReader reader) throws XMLStreamException {
    var builder = new GpxBuilder();
    int depth = 0;
    boolean gpx = false;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
          return new Reading.Unreadable(Fault.DOCUMENT_TYPE);
        }
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) return new Reading.Unreadable(Fault.TOO_DEEP);
          if (depth == 1) gpx = reader.getLocalName().equals("gpx");
          if (!gpx) return new Reading.Unreadable(Fault.NOT_GPX);
          builder.start(
              reader.getLocalName(),
              reader.getAttributeValue(null, "lat"),
              reader.getAttributeValue(null, "lon"));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            builder.text(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          builder.end(reader.getLocalName());
          if (builder.points() > MOST_POINTS) return new Reading.Unreadable(Fault.TOO_LARGE);
        }
        default -> {} // comments and processing instructions say nothing
      }
    }
    GpxRecording recording = builder.recording();
    return recording.segments().isEmpty()
        ? new Reading.Unreadable(Fault.NO_POINTS)
        : new Reading.Read(recording);
  }

  /** What became of a file. */
  public sealed interface Reading {
    /** A recording, perhaps with notes. */
    record Read(GpxRecording recording) implements Reading {}

    /** None. */
    record Unreadable(Fault fault) implements Reading {}
  }

  /** Why a file is no recording. */
  public enum Fault {
    /** Not well-formed XML. */
    NOT_XML,
    /** XML of another kind. */
    NOT_GPX,
    /** Not JSON, or JSON of another kind, see {@link GeoJsonTrack}. */
    NOT_GEOJSON,
    /** A document type or an entity, which no recording needs. */
    DOCUMENT_TYPE,
    /** Elements nested deeper than any recording's. */
    TOO_DEEP,
    /** Larger than {@link #LARGEST_FILE} or more points than {@link #MOST_POINTS}. */
    TOO_LARGE,
    /** No track with a point in it. */
    NO_POINTS
  }
}
