package org.smartcorrection.procedure.act;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.smartcorrection.procedure.LawFiles;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an instance as JSON and reads it back unchanged, for whoever stores it. The text holds
 * personal data: what stores it encrypts it.
 */
public final class InstanceText {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultVisibility(
              visibility ->
                  visibility
                      .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                      .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                      .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
          .build();

  private InstanceText() {}

  public static String write(Instance instance) {
    return JSON.writeValueAsString(instance);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws org.smartcorrection.procedure.LawFileUnreadable when it is something else
   */
  public static Instance read(String json) {
    return LawFiles.parse("instance", json, Instance.class);
  }
}
