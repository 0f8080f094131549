package org.smartcorrection.location.border;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.border.Border.Fault;

/**
 * Reads the polygons of a KML document (OGC 07-147r2, 2.2 and 2.3), wherever in it they stand. The
 * file is a stranger's: no document type, no entity, nothing from another place, bounded in size,
 * depth and points. Heights, styles, and shapes that are no polygons are passed over.
 */
public final class Kml {
  /** Larger than the most detailed border of a county. */
  public static final int LARGEST = 20_000_000;

  private static final int DEEPEST = 64;

  private final Datum datum;
  private final List<Polygon> polygons = new ArrayList<>();
  private final List<List<Wgs84Point>> holes = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private List<Wgs84Point> outline = List.of();
  private List<Wgs84Point> ring = List.of();
  private int points;

  private Kml(Datum datum) {
    this.datum = datum;
  }

  /**
   * Reads a document.
   *
   * @param declared in which datum its coordinates are said to be; KML itself says WGS-84, and
   *     files of Chinese web maps are not
   */
  public static Border read(byte[] bytes, Datum declared) {
    if (bytes.length > LARGEST) return new Border.Unreadable(Fault.TOO_LARGE);
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
      try {
        return new Kml(declared).read(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException _) {
      return new Border.Unreadable(Fault.NOT_XML);
    } catch (TooManyPoints _) {
      return new Border.Unreadable(Fault.TOO_MANY_POINTS);
    } catch (IllegalArgumentException _) {
      return new Border.Unreadable(Fault.NO_PLACE);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (_, _, _, _) -> {
          throw new XMLStreamException("nothing is fetched from another place");
        });
    return factory;
  }

  private Border read(XMLStreamReader reader) throws XMLStreamException {
    int depth = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
          return new Border.Unreadable(Fault.DOCUMENT_TYPE);
        }
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) return new Border.Unreadable(Fault.TOO_DEEP);
          if (depth == 1 && !reader.getLocalName().equals("kml")) {
            return new Border.Unreadable(Fault.NOT_KML);
          }
          start(reader.getLocalName());
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          end(reader.getLocalName());
        }
        default -> {}
      }
    }
    return polygons.isEmpty()
        ? new Border.Unreadable(Fault.NO_POLYGON)
        : new Border.Polygons(polygons);
  }

  private void start(String element) {
    text.setLength(0);
    switch (element) {
      case "Polygon" -> {
        outline = List.of();
        holes.clear();
      }
      case "LinearRing" -> ring = List.of();
      case String _ -> {}
    }
  }

  private void end(String element) {
    switch (element) {
      case "coordinates" -> ring = coordinates();
      case "outerBoundaryIs" -> outline = ring;
      case "innerBoundaryIs" -> holes.add(ring);
      case "Polygon" -> {
        if (!outline.isEmpty()) polygons.add(new Polygon(outline, holes));
      }
      case String _ -> {}
    }
    text.setLength(0);
  }

  /** Longitude, latitude and perhaps height, with commas; places with white space. */
  private List<Wgs84Point> coordinates() {
    var places = new ArrayList<Wgs84Point>();
    for (String tuple : text.toString().strip().split("\\s+", -1)) {
      if (tuple.isEmpty()) continue;
      if (++points > PolygonArea.MOST_POINTS) throw new TooManyPoints();
      String[] numbers = tuple.split(",", -1);
      if (numbers.length < 2 || numbers.length > 3) {
        throw new IllegalArgumentException("a place is two or three numbers");
      }
      places.add(datum.wgs84(Double.parseDouble(numbers[1]), Double.parseDouble(numbers[0])));
    }
    return places;
  }

  private static final class TooManyPoints extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
