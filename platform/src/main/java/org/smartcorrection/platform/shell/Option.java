package org.smartcorrection.platform.shell;

import java.util.Arrays;
import java.util.List;

/** One choice of a select, of radio buttons or of checkboxes. */
public record Option(String value, Text label) {

  /** The constants of an enumeration, labelled by the keys {@code prefix.CONSTANT}. */
  public static <E extends Enum<E>> List<Option> of(Class<E> type, String prefix) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> new Option(constant.name(), Text.of(prefix + "." + constant.name())))
        .toList();
  }
}
