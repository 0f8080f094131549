package org.smartcorrection.platform.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;

/**
 * How document numbers (发文字号) are written, as data: a pattern for each kind of agency, a series for
 * each kind of document. Two kinds of documents with one series would share their numbers.
 *
 * @param patterns with {@code {year}}, {@code {mark}}, {@code {series}} and {@code {number}}
 * @param series by kind of document
 * @param otherwise the series of all other kinds
 */
record Numbering(Map<AgencyKind, String> patterns, Map<String, String> series, String otherwise) {
  private static final String FILE = "/documents/numbering.json";

  Numbering {
    patterns = Map.copyOf(patterns);
    series = Map.copyOf(series);
    if (!patterns.keySet().equals(EnumSet.allOf(AgencyKind.class)))
      throw new IllegalArgumentException("every kind of agency needs a pattern");
    for (String pattern : patterns.values())
      for (String place : new String[] {"{year}", "{mark}", "{series}", "{number}"})
        if (!pattern.contains(place))
          throw new IllegalArgumentException(
              "a pattern without " + place + " gives one number twice");
    var distinct = new HashSet<>(series.values());
    if (distinct.size() != series.size() || distinct.contains(otherwise))
      throw new IllegalArgumentException("a series stands for one kind of document");
  }

  /** The numbering that this version brings along. */
  static Numbering shipped() {
    try (var in = Numbering.class.getResourceAsStream(FILE)) {
      return Json.read(Objects.requireNonNull(in, FILE).readAllBytes(), Numbering.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the numbering cannot be read", e);
    }
  }

  String seriesOf(String kind) {
    return series.getOrDefault(kind, otherwise);
  }

  String text(Agency agency, int year, String seriesText, int ordinal) {
    return Objects.requireNonNull(patterns.get(agency.kind()))
        .replace("{year}", Integer.toString(year))
        .replace("{mark}", agency.marked())
        .replace("{series}", seriesText)
        .replace("{number}", Integer.toString(ordinal));
  }
}
