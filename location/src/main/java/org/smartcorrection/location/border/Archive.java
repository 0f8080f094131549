package org.smartcorrection.location.border;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.border.Border.Fault;

/**
 * A zip archive with one shapefile ({@code .shp}, and {@code .prj} beside it), or one KML document
 * (KMZ). Nothing is written anywhere; what an archive unpacks to is bounded, however small it is.
 */
public final class Archive {
  /** All of it unpacked, together. */
  public static final int LARGEST_UNPACKED = 60_000_000;

  private static final int MOST_ENTRIES = 100;

  private final Map<String, byte[]> shapes = new TreeMap<>();
  private final Map<String, byte[]> descriptions = new TreeMap<>();
  private final Map<String, byte[]> documents = new TreeMap<>();

  private Archive() {}

  /** Whether a file begins as archives do. */
  public static boolean isOne(byte[] file) {
    return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
  }

  /** Reads an archive in the declared datum. */
  public static Border read(byte[] zip, Datum declared) {
    var archive = new Archive();
    try {
      if (!archive.unpack(zip)) return new Border.Unreadable(Fault.TOO_LARGE);
    } catch (IOException | IllegalArgumentException _) {
      return new Border.Unreadable(Fault.NOT_ZIP);
    }
    return archive.border(declared);
  }

  /** Keeps what may be needed; whether all of it stayed within bounds. */
  private boolean unpack(byte[] zip) throws IOException {
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      long left = LARGEST_UNPACKED;
      int entries = 0;
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (++entries > MOST_ENTRIES) return false;
        // also what is not needed is read, and counted, before the next entry is reached
        byte[] content = in.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE));
        left -= content.length;
        if (left < 0) return false;
        keep(entry.getName(), content);
      }
      return true;
    }
  }

  private void keep(String path, byte[] content) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    // what some systems put beside each file
    if (dot < 1 || name.startsWith("._") || path.startsWith("__MACOSX/")) return;
    String stem = path.substring(0, path.length() - name.length()) + name.substring(0, dot);
    switch (name.substring(dot + 1).toLowerCase(Locale.ROOT)) {
      case "shp" -> shapes.put(stem, content);
      case "prj" -> descriptions.put(stem, content);
      case "kml" -> documents.put(stem, content);
      case String _ -> {}
    }
  }

  private Border border(Datum declared) {
    int found = shapes.size() + documents.size();
    if (found == 0) return new Border.Unreadable(Fault.NOTHING_IN_ZIP);
    if (found > 1) return new Border.Unreadable(Fault.SEVERAL_IN_ZIP);
    for (byte[] document : documents.values()) return Kml.read(document, declared);
    String stem = shapes.keySet().iterator().next();
    byte[] prj = descriptions.getOrDefault(stem, new byte[0]);
    return Shapefile.read(
        shapes.getOrDefault(stem, new byte[0]), new String(prj, StandardCharsets.UTF_8), declared);
  }
}
