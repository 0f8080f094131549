package org.smartcorrection.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads the law's data files strictly: an unknown or doubled name is an error that tells file, line
 * and reason, because a typo in a rule must never be read as the absence of the rule. A list or map
 * that is left out is empty.
 */
public final class LawFiles {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .withConfigOverride(List.class, LawFiles::emptyWhenLeftOut)
          .withConfigOverride(Set.class, LawFiles::emptyWhenLeftOut)
          .withConfigOverride(Map.class, LawFiles::emptyWhenLeftOut)
          .build();

  /**
   * Leaves out what is empty or false, and sorts what has no order, so that texts can be compared.
   */
  private static final JsonMapper WRITTEN =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .withConfigOverride(
              boolean.class,
              flag ->
                  flag.setInclude(
                      JsonInclude.Value.construct(
                          JsonInclude.Include.NON_DEFAULT, JsonInclude.Include.NON_DEFAULT)))
          .addModule(new SimpleModule().addSerializer(new Sorted()))
          .build();

  private LawFiles() {}

  private static void emptyWhenLeftOut(tools.jackson.databind.cfg.MutableConfigOverride override) {
    override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
  }

  /**
   * Reads a file that lies beside this class.
   *
   * @throws LawFileUnreadable naming file, line and reason
   */
  public static <T> T read(String file, Class<T> type) {
    try (InputStream in = LawFiles.class.getResourceAsStream(file)) {
      if (in == null) throw new LawFileUnreadable(file, 0, "is not here");
      return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a text, such as a local definition that an administrator typed.
   *
   * @param name what errors call it
   * @throws LawFileUnreadable naming it, line and reason
   */
  public static <T> T parse(String name, String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw StrangeNames.in(json, type)
          .map(found -> new LawFileUnreadable(name, found.line(), found.reason()))
          .orElseGet(() -> new LawFileUnreadable(name, line, e.getOriginalMessage()));
    }
  }

  /** Writes what {@link #parse} reads; the same content always gives the same text. */
  public static String write(Object value) {
    return WRITTEN.writeValueAsString(value);
  }

  /** Sets in the order of their words. */
  private static final class Sorted extends ValueSerializer<Set<?>> {
    @Override
    public Class<?> handledType() {
      return Set.class;
    }

    @Override
    public void serialize(Set<?> value, JsonGenerator out, SerializationContext context) {
      out.writeStartArray();
      value.stream().map(String::valueOf).sorted().forEach(out::writeString);
      out.writeEndArray();
    }

    @Override
    public boolean isEmpty(SerializationContext context, Set<?> value) {
      return value.isEmpty();
    }
  }

  static boolean exists(String file) {
    return LawFiles.class.getResource(file) != null;
  }
}
