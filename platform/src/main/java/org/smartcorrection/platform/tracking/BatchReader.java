package org.smartcorrection.platform.tracking;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.protocol.Osmand;
import org.smartcorrection.location.protocol.OwnTracks;
import org.smartcorrection.location.protocol.Reading;
import org.smartcorrection.location.protocol.Vitals;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Stored messages of a device, one after the other out of a stream of any length: one array of
 * objects, or objects line by line. An object with {@code _type} is read as OwnTracks, another as
 * the parameters of OsmAnd ({@code timestamp}, {@code lat}, {@code lon}, {@code accuracy}, …). Only
 * one object is in memory at a time, and it has few and short values.
 */
final class BatchReader implements AutoCloseable {
  private static final int MOST_VALUES = 64;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(1_024)
                  .maxNameLength(64)
                  .maxNumberLength(64)
                  .maxNestingDepth(8)
                  .build())
          .build();

  private final JsonParser parser;
  private Vitals vitals = Vitals.NONE;

  BatchReader(InputStream stream) {
    parser = JSON.createParser(ObjectReadContext.empty(), stream);
  }

  /**
   * The next message; none at the end.
   *
   * @throws Unreadable if the stream is not of this form from here on
   */
  Optional<Reading> next() throws Unreadable {
    try {
      @Nullable JsonToken token = parser.nextToken();
      while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
        token = parser.nextToken();
      }
      if (token == null) return Optional.empty();
      if (token != JsonToken.START_OBJECT) throw new Unreadable();
      return Optional.of(read());
    } catch (JacksonException _) {
      throw new Unreadable();
    }
  }

  /** The signs of the body in the message that was read last. */
  Vitals vitals() {
    return vitals;
  }

  private Reading read() {
    vitals = Vitals.NONE;
    Map<String, Object> values = new HashMap<>();
    boolean tooMany = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      @Nullable Object value = value(parser.nextToken());
      if (values.size() == MOST_VALUES) tooMany = true;
      else if (value != null) values.put(name, value);
    }
    if (tooMany) return new Reading.Malformed(Reading.Fault.TOO_LARGE);
    if (values.containsKey("_type")) return OwnTracks.read(values);
    Map<String, String> texts = texts(values);
    vitals = Osmand.vitals(texts);
    return Osmand.read(texts);
  }

  /** Lists and objects within hold nothing that is read here. */
  private @Nullable Object value(@Nullable JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> parser.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case START_ARRAY, START_OBJECT -> {
        parser.skipChildren();
        yield null;
      }
      case null, default -> null;
    };
  }

  private static Map<String, String> texts(Map<String, Object> values) {
    Map<String, String> texts = new HashMap<>();
    values.forEach(
        (name, value) ->
            texts.put(
                name,
                value instanceof Double number && number == Math.rint(number)
                    ? String.format(Locale.ROOT, "%.0f", number)
                    : value.toString()));
    return texts;
  }

  @Override
  public void close() {
    parser.close();
  }

  /** The stream is no array of objects and no lines of them, from some point on. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
