package org.smartcorrection.procedure;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the line of a name that a data file must not have. A reader of records only learns at the
 * end of an object that something it needs is missing; the typo that caused it stands further up.
 */
final class StrangeNames {

  private final JsonParser parser;

  private StrangeNames(JsonParser parser) {
    this.parser = parser;
  }

  /** A name that nobody knows, and those that would have been known there. */
  record Found(int line, String reason) {}

  static Optional<Found> in(String json, Class<?> type) {
    try (JsonParser parser = new JsonMapper().createParser(json)) {
      parser.nextToken();
      return new StrangeNames(parser).value(type);
    } catch (JacksonException e) {
      // what cannot be read at all is reported by whoever reads it
      return Optional.empty();
    }
  }

  /** The parser stands on the first token of the value, and afterwards on its last. */
  private Optional<Found> value(Type type) {
    Type inner = unwrapped(type);
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        Optional<Found> found = value(inner);
        if (found.isPresent()) return found;
      }
      return Optional.empty();
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) return Optional.empty();
    if (inner instanceof ParameterizedType map && map.getRawType() == Map.class) {
      return entries(map.getActualTypeArguments()[1]);
    }
    if (inner instanceof Class<?> record && record.isRecord()) return fields(record);
    parser.skipChildren();
    return Optional.empty();
  }

  private Optional<Found> entries(Type value) {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      parser.nextToken();
      Optional<Found> found = value(value);
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  private Optional<Found> fields(Class<?> record) {
    RecordComponent[] known = record.getRecordComponents();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int line = parser.currentTokenLocation().getLineNr();
      Optional<RecordComponent> component =
          Arrays.stream(known).filter(each -> each.getName().equals(name)).findFirst();
      if (component.isEmpty()) return Optional.of(new Found(line, reason(name, known)));
      parser.nextToken();
      Optional<Found> found = value(component.get().getGenericType());
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  private static String reason(String name, RecordComponent[] known) {
    return "\"%s\" is not known here; known are %s"
        .formatted(
            name,
            Arrays.stream(known).map(RecordComponent::getName).collect(Collectors.joining(", ")));
  }

  /** What a list, set or optional holds. */
  private static Type unwrapped(Type type) {
    if (type instanceof ParameterizedType holder
        && holder.getRawType() instanceof Class<?> raw
        && (Collection.class.isAssignableFrom(raw) || raw == Optional.class)) {
      return unwrapped(holder.getActualTypeArguments()[0]);
    }
    return type;
  }
}
