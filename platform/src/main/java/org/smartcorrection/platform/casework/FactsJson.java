package org.smartcorrection.platform.casework;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.TreeMap;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.DayKind;
import org.smartcorrection.procedure.Explanation;
import org.smartcorrection.procedure.act.Fact;
import org.smartcorrection.procedure.act.Instance;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Facts, instances and explanations as they are kept: every value with its type. */
final class FactsJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .addMixIn(Arg.class, Typed.class)
          .addMixIn(DayKind.class, Typed.class)
          .addMixIn(Fact.class, Typed.class)
          .build();
  private static final TypeReference<TreeMap<String, Fact>> FACTS = new TypeReference<>() {};

  private static final ObjectReader EXPLANATION = MAPPER.readerFor(Explanation.class);

  private FactsJson() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface Typed {}

  static byte[] facts(Map<String, Fact> facts) {
    return MAPPER.writerFor(FACTS).writeValueAsBytes(new TreeMap<>(facts));
  }

  static Map<String, Fact> facts(byte[] json) {
    return read(() -> MAPPER.readValue(json, FACTS));
  }

  static byte[] instance(Instance instance) {
    return MAPPER.writeValueAsBytes(instance);
  }

  static Instance instance(byte[] json) {
    return read(() -> MAPPER.readValue(json, Instance.class));
  }

  /** The counted steps and not the words, so that any reader's language fits. */
  static String explanation(Explanation explanation) {
    return MAPPER.writeValueAsString(explanation);
  }

  static Explanation explanation(String json) {
    return read(() -> EXPLANATION.readValue(json));
  }

  private static <T> T read(java.util.function.Supplier<T> reading) {
    try {
      return reading.get();
    } catch (JacksonException e) {
      // the reason may quote content, so it is not handed on
      throw new IllegalStateException("stored facts cannot be read: " + e.getClass().getName());
    }
  }
}
