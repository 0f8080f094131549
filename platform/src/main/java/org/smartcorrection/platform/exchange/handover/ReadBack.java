package org.smartcorrection.platform.exchange.handover;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.exchange.Handed;
import org.smartcorrection.platform.exchange.table.Days;
import org.smartcorrection.platform.exchange.table.TableRow;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Refused;
import org.springframework.stereotype.Component;

/**
 * Their file against our record, field by field, in memory: nothing is kept and nothing changed.
 * Which of the two is right, a person decides.
 */
@Component
class ReadBack {
  static final int SHOWN = 200;

  private final Caseload caseload;

  ReadBack(Caseload caseload) {
    this.caseload = caseload;
  }

  /**
   * What was found.
   *
   * @param same cases of which both say the same
   * @param differing in all; {@code first} holds the first of them
   * @param onlyTheirs rows of their file, by number, whose case we do not have in it
   * @param onlyOurs cases that are not in their file
   * @param unread columns of the format that their file does not have
   */
  record Report(
      int same,
      int differing,
      List<Row> first,
      List<Integer> onlyTheirs,
      List<String> onlyOurs,
      List<String> unread) {
    Report {
      first = List.copyOf(first);
      onlyTheirs = List.copyOf(onlyTheirs);
      onlyOurs = List.copyOf(onlyOurs);
      unread = List.copyOf(unread);
    }

    /** Whose data the report shows. */
    List<PersonId> people() {
      return first.stream().map(Row::person).toList();
    }
  }

  /** A case of which the two say different things. */
  record Row(CaseId caseId, PersonId person, String number, int theirRow, List<Field> fields) {
    Row {
      fields = List.copyOf(fields);
    }
  }

  record Field(OurField field, String column, String ours, String theirs) {}

  /**
   * Reads their file.
   *
   * @throws Refused when it does not have the column by which rows are known again
   */
  Report of(AgencyId custody, Format format, Handed handed) {
    Map<OurField, Integer> columns = columns(format, handed.header());
    @Nullable Integer match = columns.get(format.match());
    if (match == null)
      throw new Refused("exchange.back.no-key", format.column(format.match()).orElseThrow().name());
    Map<String, TableRow> theirs = new HashMap<>();
    for (TableRow row : handed.rows()) {
      String key = plain(row.cell(match));
      if (!key.isEmpty() && theirs.putIfAbsent(key, row) != null)
        throw new Refused("exchange.back.twice", row.number());
    }
    var first = new ArrayList<Row>();
    var onlyOurs = new ArrayList<String>();
    Set<String> seen = new HashSet<>();
    int[] counts = new int[2];
    caseload.each(
        custody,
        format,
        page -> {
          for (Caseload.One one : page) {
            String key = plain(one.row().getOrDefault(format.match(), ""));
            @Nullable TableRow row = theirs.get(key);
            if (row == null) {
              onlyOurs.add(one.in().number());
              continue;
            }
            seen.add(key);
            List<Field> fields = differing(format, columns, one, row);
            counts[fields.isEmpty() ? 0 : 1]++;
            if (!fields.isEmpty() && first.size() < SHOWN)
              first.add(
                  new Row(
                      one.in().caseId(),
                      one.in().person(),
                      one.in().number(),
                      row.number(),
                      fields));
          }
        });
    List<Integer> onlyTheirs =
        theirs.entrySet().stream()
            .filter(one -> !seen.contains(one.getKey()))
            .map(one -> one.getValue().number())
            .sorted()
            .toList();
    List<String> unread =
        format.columns().stream()
            .filter(column -> !columns.containsKey(column.field()))
            .map(Format.Column::name)
            .toList();
    return new Report(counts[0], counts[1], first, onlyTheirs, onlyOurs, unread);
  }

  private static Map<OurField, Integer> columns(Format format, TableRow header) {
    Map<OurField, Integer> columns = new EnumMap<>(OurField.class);
    for (int at = 0; at < header.cells().size(); at++) {
      String name = plain(header.cell(at));
      int here = at;
      format.columns().stream()
          .filter(column -> plain(column.name()).equals(name))
          .forEach(column -> columns.putIfAbsent(column.field(), here));
    }
    return columns;
  }

  private static List<Field> differing(
      Format format, Map<OurField, Integer> columns, Caseload.One one, TableRow row) {
    var fields = new ArrayList<Field>();
    for (Format.Column column : format.columns()) {
      @Nullable Integer at = columns.get(column.field());
      if (at == null) continue;
      String ours = one.row().getOrDefault(column.field(), "");
      String theirs = row.cell(at);
      if (!same(column, ours, theirs))
        fields.add(new Field(column.field(), column.name(), ours, theirs));
    }
    return fields;
  }

  /** Spreadsheets write days in ways of their own: a day is compared as a day. */
  private static boolean same(Format.Column column, String ours, String theirs) {
    if (plain(ours).equals(plain(theirs))) return true;
    if (column.field().kind() != OurField.Kind.DAY) return false;
    Optional<LocalDate> their = day(column, theirs).or(() -> Days.read(theirs));
    return their.isPresent() && Objects.equals(their, day(column, ours));
  }

  private static Optional<LocalDate> day(Format.Column column, String written) {
    try {
      return Optional.of(LocalDate.parse(written.strip(), column.days()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
  }
}
