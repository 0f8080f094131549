package org.smartcorrection.platform.casework;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.smartcorrection.platform.kernel.Json;

/**
 * The typed facts of an act, by name. Dates and instants are kept in their ISO form, amounts as
 * whole numbers; which facts an act has, and of which type, is in the procedure's definition.
 */
public record Facts(@JsonValue Map<String, Object> values) {
  public static final Facts NONE = new Facts(Map.of());

  @JsonCreator
  public Facts {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** These facts and one more, or one in place of an older one. */
  public Facts with(String name, Object value) {
    var more = new TreeMap<>(values);
    more.put(name, plain(value));
    return new Facts(more);
  }

  public Facts with(Facts others) {
    var more = new TreeMap<>(values);
    more.putAll(others.values);
    return new Facts(more);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(Object::toString);
  }

  /** The text, or an empty one. */
  public String textOr(String name, String other) {
    return text(name).orElse(other);
  }

  public Optional<LocalDate> date(String name) {
    return text(name).filter(text -> !text.isBlank()).map(LocalDate::parse);
  }

  public Optional<Instant> instant(String name) {
    return text(name).filter(text -> !text.isBlank()).map(Instant::parse);
  }

  public Optional<Long> number(String name) {
    return Optional.ofNullable(values.get(name))
        .map(value -> value instanceof Number n ? n.longValue() : Long.parseLong(value.toString()));
  }

  public boolean is(String name) {
    return Boolean.parseBoolean(textOr(name, "false"));
  }

  byte[] json() {
    return Json.bytes(values);
  }

  private static Object plain(Object value) {
    return switch (value) {
      case String s -> s;
      case Boolean b -> b;
      case Integer i -> i.longValue();
      case Long l -> l;
      case Enum<?> e -> e.name();
      default -> value.toString();
    };
  }

  @Override
  public String toString() {
    return "Facts" + values.keySet();
  }
}
