package org.smartcorrection.platform.exchange.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which column holds what.
 *
 * @param columns of the fields that are in the table, counted from 0
 */
public record Mapping(Map<Field, Integer> columns) {
  public Mapping {
    columns = Map.copyOf(columns);
  }

  /** What the names of the columns suggest; the first of two alike counts. */
  public static Mapping suggested(List<String> headers, Map<String, Field> remembered) {
    var columns = new EnumMap<Field, Integer>(Field.class);
    for (int column = 0; column < headers.size(); column++) {
      int at = column;
      String header = headers.get(column);
      Optional.ofNullable(remembered.get(Field.plain(header)))
          .or(() -> Field.of(header))
          .ifPresent(field -> columns.putIfAbsent(field, at));
    }
    return new Mapping(columns);
  }

  public boolean has(Field field) {
    return columns.containsKey(field);
  }

  /** What a row says in the field; empty where the table has no such column. */
  public String value(Field field, TableRow row) {
    Integer column = columns.get(field);
    return column == null ? "" : row.cell(column);
  }

  /** The address of the field in a row, such as C7; the row alone where there is no such column. */
  public String address(Field field, TableRow row) {
    Integer column = columns.get(field);
    return column == null ? Integer.toString(row.number()) : Addresses.of(column, row.number());
  }

  /** The field of a column; empty when it is not read. */
  public Optional<Field> of(int column) {
    return columns.entrySet().stream()
        .filter(entry -> entry.getValue() == column)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** A column's name as mappings remember it. */
  public static String key(String header) {
    return Field.plain(header);
  }
}
