package org.smartcorrection.platform.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The logs, and which act goes into which: a table of lines, of which the first that fits counts.
 * What an act's entry names stays, whatever the table says later.
 */
@Component
class Origins {
  /** 社区矫正链: acts of correction agencies and of those who act with them in a case. */
  static final String CORRECTION = "smartcorrection.org/correction";

  /** 政法联盟链: acts of courts, procuratorates, police and prisons. */
  static final String JUSTICE = "smartcorrection.org/justice";

  /** 全要素联动链: acts with civil affairs, social security, education and social organisations. */
  static final String LINKAGE = "smartcorrection.org/linkage";

  static final List<String> ALL = List.of(CORRECTION, JUSTICE, LINKAGE);

  private static final String ANY = "*";
  private static final String TABLE = "evidence/origins.txt";

  private final List<Line> lines;

  /**
   * A line of the table.
   *
   * @param procedure {@code *} for any, as with the others
   * @param kinds of the agency that acts
   */
  record Line(String procedure, String type, Set<AgencyKind> kinds, String origin) {
    boolean fits(String ofProcedure, String ofType, AgencyKind by) {
      return (procedure.equals(ANY) || procedure.equals(ofProcedure))
          && (type.equals(ANY) || type.equals(ofType))
          && kinds.contains(by);
    }
  }

  Origins() {
    try (InputStream in = new ClassPathResource(TABLE).getInputStream()) {
      lines = read(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the table of logs cannot be read", e);
    }
  }

  /** The log of an act; the last line of the table fits every one. */
  String of(String procedure, String type, AgencyKind by) {
    return lines.stream()
        .filter(line -> line.fits(procedure, type, by))
        .findFirst()
        .orElseThrow()
        .origin();
  }

  List<Line> lines() {
    return lines;
  }

  /** Reads a table, and refuses one that leaves an act without a log. */
  static List<Line> read(String table) {
    var lines = new ArrayList<Line>();
    for (String line : table.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) continue;
      List<String> parts = List.of(line.strip().split(" +", -1));
      if (parts.size() != 4) throw new IllegalStateException("not four words: " + line);
      lines.add(new Line(parts.get(0), parts.get(1), kinds(parts.get(2)), origin(parts.get(3))));
    }
    boolean whole =
        !lines.isEmpty()
            && lines.getLast().fits(ANY, ANY, AgencyKind.COURT)
            && lines.getLast().kinds().size() == AgencyKind.values().length;
    if (!whole) throw new IllegalStateException("the last line of the table must fit every act");
    return List.copyOf(lines);
  }

  private static Set<AgencyKind> kinds(String text) {
    if (text.equals(ANY)) return EnumSet.allOf(AgencyKind.class);
    return List.of(text.split(",", -1)).stream()
        .map(AgencyKind::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String origin(String name) {
    return named(name)
        .orElseThrow(() -> new IllegalStateException("there is no log of this name: " + name));
  }

  /** The log whose origin ends in this name. */
  static Optional<String> named(String name) {
    return ALL.stream().filter(origin -> TileLog.name(origin).equals(name)).findFirst();
  }
}
