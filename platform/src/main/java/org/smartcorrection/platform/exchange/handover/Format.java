package org.smartcorrection.platform.exchange.handover;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Summary.Status;
import org.smartcorrection.platform.shell.CsvFile;

/**
 * What a mandated platform wants to have, as data: their names of columns, codes and ways of
 * writing days.
 *
 * @param sourceZh who mandates it, in which text
 * @param match the field by which one of their rows is known again
 * @param states the cases that belong into their file
 * @param coding how their CSV is written; {@code null} where they take any
 */
record Format(
    String id,
    String nameZh,
    String nameEn,
    String sourceZh,
    String sourceEn,
    OurField match,
    Set<Status> states,
    List<Column> columns,
    CsvFile.@Nullable Coding coding) {
  Format {
    states = Set.copyOf(states);
    columns = List.copyOf(columns);
  }

  /**
   * One column.
   *
   * @param codes their codes of our constants; empty where the field has none
   * @param day how they write days, or {@code null}
   */
  record Column(OurField field, String name, Map<String, String> codes, @Nullable String day) {
    Column {
      codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }

    /** A value in their writing; what is not known is empty. */
    String write(@Nullable Object value) {
      return switch (value) {
        case null -> "";
        case LocalDate date -> date.format(days());
        case Object other when field.kind() == OurField.Kind.CODE ->
            codes.getOrDefault(other.toString(), "");
        case Object other -> other.toString();
      };
    }

    DateTimeFormatter days() {
      return DateTimeFormatter.ofPattern(day == null ? "uuuu-MM-dd" : day, Locale.ROOT);
    }
  }

  public String name(Locale locale) {
    return locale.getLanguage().equals("zh") ? nameZh : nameEn;
  }

  public String source(Locale locale) {
    return locale.getLanguage().equals("zh") ? sourceZh : sourceEn;
  }

  Optional<Column> column(OurField field) {
    return columns.stream().filter(column -> column.field() == field).findFirst();
  }

  /** The kinds of file that can be made: a CSV only as they read it. */
  List<RowFile.Kind> kinds() {
    return Arrays.stream(RowFile.Kind.values())
        .filter(kind -> coding == null || kind.coding() == null || kind.coding() == coding)
        .toList();
  }

  List<String> header() {
    return columns.stream().map(Column::name).toList();
  }

  boolean asksForIntake() {
    return columns.stream().anyMatch(column -> column.field().ofIntake());
  }
}
