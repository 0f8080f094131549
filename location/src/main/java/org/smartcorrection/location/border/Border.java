package org.smartcorrection.location.border;

import java.util.List;
import org.smartcorrection.location.Polygon;

/** What a file says: polygons in WGS-84, not yet checked as a drawing, or why there are none. */
public sealed interface Border {
  /** All polygons of the file, taken together. */
  record Polygons(List<Polygon> polygons) implements Border {
    /** Copies the list. */
    public Polygons {
      polygons = List.copyOf(polygons);
    }
  }

  /** Nothing can be made of it. */
  record Unreadable(Fault fault) implements Border {}

  /** Why nothing can be made of a file. */
  enum Fault {
    /** Larger than any border needs, or larger once it is unpacked. */
    TOO_LARGE,
    /** More points than the most detailed county border has. */
    TOO_MANY_POINTS,
    /** No well-formed XML. */
    NOT_XML,
    /** It declares a document type or an entity, which no border needs. */
    DOCUMENT_TYPE,
    /** Nested deeper than any border. */
    TOO_DEEP,
    /** XML, but no KML. */
    NOT_KML,
    /** No zip archive, or a damaged one. */
    NOT_ZIP,
    /** An archive without a shapefile or a KML document. */
    NOTHING_IN_ZIP,
    /** An archive with several: which one is meant would be a guess. */
    SEVERAL_IN_ZIP,
    /** No shapefile, or one that contradicts itself. */
    DAMAGED,
    /** A shapefile of points or lines. */
    OTHER_SHAPES,
    /** Its coordinates are metres of a map projection, not degrees. */
    PROJECTED,
    /** Its own description names another datum than those that can be declared. */
    OTHER_DATUM,
    /** Nothing of it is a polygon. */
    NO_POLYGON,
    /** A coordinate that is no place on earth. */
    NO_PLACE
  }
}
