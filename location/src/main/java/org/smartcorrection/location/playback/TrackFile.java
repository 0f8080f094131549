package org.smartcorrection.location.playback;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.journal.Fate;

/**
 * Writes what was collected as a file for other programs, in WGS-84. Positions that were not used
 * are in it, apart from the track, each with its reason; a gap is not bridged. There is no zone in
 * it and no distance to one: a file goes where nobody knows who reads it (rule M16).
 */
public final class TrackFile {
  private static final String NAMESPACE = "https://smartcorrection.org/gpx/1";

  private final About about;
  private final List<Entry> entries;

  private TrackFile(About about, List<Entry> entries) {
    this.about = about;
    this.entries = entries;
  }

  /**
   * What a file says of itself.
   *
   * @param title what it is of
   * @param words who made it, when and why, and the datum, in words
   * @param made when it was made, to the second
   */
  public record About(String title, String words, Instant made) {
    /** Leaves fractions of a second away. */
    public About {
      made = made.truncatedTo(ChronoUnit.SECONDS);
    }
  }

  /** GPX 1.1: a track of segments, and a waypoint for each position that was left out. */
  public static String gpx(About about, List<Entry> entries) {
    return new TrackFile(about, entries).gpx();
  }

  /** GeoJSON (RFC 7946): a line for each run of positions, and a point for each position. */
  public static String geoJson(About about, List<Entry> entries) {
    return new TrackFile(about, entries).geoJson();
  }

  private String gpx() {
    var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<gpx version=\"1.1\" creator=\"Smart Correction\"");
    out.append(" xmlns=\"http://www.topografix.com/GPX/1/1\" xmlns:sc=\"" + NAMESPACE + "\">\n");
    out.append("<metadata><name>").append(xml(about.title()));
    out.append("</name><desc>").append(xml(about.words()));
    out.append("</desc><time>").append(about.made()).append("</time></metadata>\n");
    for (Entry entry : entries)
      if (isLeftOut(entry)) point(out, "wpt", fix(entry), "<type>" + reason(entry) + "</type>");
    out.append("<trk><name>").append(xml(about.title())).append("</name>\n");
    for (List<Fix> run : Playback.runs(entries)) {
      out.append("<trkseg>\n");
      run.forEach(fix -> point(out, "trkpt", fix, ""));
      out.append("</trkseg>\n");
    }
    return out.append("</trk>\n</gpx>\n").toString();
  }

  private static void point(StringBuilder out, String name, Fix fix, String more) {
    out.append('<').append(name).append(" lat=\"").append(degrees(fix.point().latitude()));
    out.append("\" lon=\"").append(degrees(fix.point().longitude()));
    out.append("\"><time>").append(fix.time()).append("</time><src>").append(fix.source());
    out.append("</src>").append(more).append("<extensions><sc:accuracy>");
    out.append(metres(fix)).append("</sc:accuracy></extensions></").append(name).append(">\n");
  }

  private String geoJson() {
    var features = new ArrayList<String>();
    for (List<Fix> run : Playback.runs(entries))
      if (run.size() > 1) features.add(feature(line(run), "\"kind\":\"way\""));
    for (Entry entry : entries) if (entry.report().fix().isPresent()) features.add(point(entry));
    return "{\"type\":\"FeatureCollection\",\"title\":%s,\"about\":%s,\"made\":%s,\"datum\":\"WGS-84\",\n"
            .formatted(json(about.title()), json(about.words()), json(about.made().toString()))
        + "\"features\":[\n"
        + String.join(",\n", features)
        + "\n]}\n";
  }

  private static String point(Entry entry) {
    Fix fix = fix(entry);
    String said =
        "\"kind\":\"position\",\"time\":\"%s\",\"source\":\"%s\",\"accuracyMetres\":%s,\"used\":%b"
            .formatted(fix.time(), fix.source(), metres(fix), !isLeftOut(entry));
    if (isLeftOut(entry)) said += ",\"leftOut\":\"" + reason(entry) + "\"";
    return feature("{\"type\":\"Point\",\"coordinates\":" + coordinates(fix.point()) + "}", said);
  }

  private static String line(List<Fix> run) {
    return "{\"type\":\"LineString\",\"coordinates\":["
        + String.join(",", run.stream().map(fix -> coordinates(fix.point())).toList())
        + "]}";
  }

  private static String feature(String geometry, String properties) {
    return "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":%s}"
        .formatted(properties, geometry);
  }

  private static String coordinates(Wgs84Point point) {
    return "[" + degrees(point.longitude()) + "," + degrees(point.latitude()) + "]";
  }

  private static boolean isLeftOut(Entry entry) {
    return entry.report().fix().isPresent() && !Playback.isUsed(entry);
  }

  private static String reason(Entry entry) {
    return entry.fate() instanceof Fate.LeftOut(var reason) ? reason.name() : "UNJUDGED";
  }

  private static Fix fix(Entry entry) {
    return entry.report().fix().orElseThrow();
  }

  private static String metres(Fix fix) {
    return String.format(Locale.ROOT, "%.2f", fix.accuracyMetres());
  }

  private static String degrees(double value) {
    return String.format(Locale.ROOT, "%.7f", value);
  }

  private static String xml(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String json(String words) {
    var out = new StringBuilder("\"");
    words
        .chars()
        .forEach(
            unit -> {
              if (unit == '"' || unit == '\\') out.append('\\').append((char) unit);
              else if (unit < ' ') out.append("\\u%04x".formatted(unit));
              else out.append((char) unit);
            });
    return out.append('"').toString();
  }
}
