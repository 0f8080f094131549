package org.smartcorrection.platform.exchange;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.smartcorrection.platform.exchange.table.Addresses;
import org.smartcorrection.platform.exchange.table.Field;
import org.smartcorrection.platform.exchange.table.Mapping;
import org.smartcorrection.platform.exchange.table.TableRow;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;

/** The form in which somebody confirms which column holds what. */
public final class MappingForm {
  private static final String PREFIX = "column-";

  private MappingForm() {}

  /**
   * One column of the table.
   *
   * @param field what it holds, or an empty string
   */
  public record Column(String name, String letters, String header, String field) {}

  /** The columns that have a name, each with what is suggested or was chosen. */
  public static List<Column> columns(TableRow header, Mapping mapping) {
    return IntStream.range(0, header.cells().size())
        .filter(column -> !header.cell(column).isBlank())
        .mapToObj(
            column ->
                new Column(
                    PREFIX + column,
                    Addresses.column(column),
                    header.cell(column),
                    mapping.of(column).map(Field::name).orElse("")))
        .toList();
  }

  /** What a column can hold. */
  public static List<Option> options() {
    return Arrays.stream(Field.values())
        .map(field -> new Option(field.name(), Text.of("exchange.field." + field.name())))
        .toList();
  }

  /**
   * What was chosen; empty when nobody was asked yet.
   *
   * @throws Refused when two columns are said to hold the same
   */
  public static Optional<Mapping> chosen(Map<String, String[]> parameters) {
    var columns = new EnumMap<Field, Integer>(Field.class);
    boolean asked = false;
    for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
      if (!parameter.getKey().matches(PREFIX + "\\d{1,3}")) continue;
      asked = true;
      Optional<Field> field =
          Arrays.stream(Field.values())
              .filter(known -> known.name().equals(parameter.getValue()[0]))
              .findFirst();
      if (field.isEmpty()) continue;
      int column = Integer.parseInt(parameter.getKey().substring(PREFIX.length()));
      Integer other = columns.put(field.get(), column);
      if (other != null)
        throw new Refused(
            "exchange.mapping.twice",
            Addresses.column(Math.min(other, column)),
            Addresses.column(Math.max(other, column)));
    }
    return asked ? Optional.of(new Mapping(columns)) : Optional.empty();
  }
}
