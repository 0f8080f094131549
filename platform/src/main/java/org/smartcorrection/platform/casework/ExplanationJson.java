package org.smartcorrection.platform.casework;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.DayKind;
import org.smartcorrection.procedure.Explanation;
import tools.jackson.databind.json.JsonMapper;

/** Explanations as they are kept: the counted steps, not the words, so that any reader's language fits. */
final class ExplanationJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Arg.class, Typed.class)
          .addMixIn(DayKind.class, Typed.class)
          .build();

  private ExplanationJson() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface Typed {}

  static String write(Explanation explanation) {
    return MAPPER.writeValueAsString(explanation);
  }

  static Explanation read(String json) {
    return MAPPER.readValue(json, Explanation.class);
  }
}
