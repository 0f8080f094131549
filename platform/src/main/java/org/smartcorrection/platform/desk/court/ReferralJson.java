package org.smartcorrection.platform.desk.court;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a referral that a machine sends into the same form that people fill in, so that both are
 * checked by the same rules.
 *
 * @param problems what could not be read, by JSON pointer
 */
record ReferralJson(Form form, List<Upload> documents, List<Problem> problems) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Something wrong at one place. */
  record Problem(String pointer, Text detail) {}

  static ReferralJson read(byte[] body) {
    try {
      JsonNode root = MAPPER.readTree(body);
      if (root.isObject()) return read(root);
    } catch (JacksonException _) {
      // what the parser says may quote the body, so it is not handed on
    }
    return new ReferralJson(
        Form.empty(), List.of(), List.of(new Problem("", Text.of("desk.api.unreadable"))));
  }

  private static ReferralJson read(JsonNode root) {
    Map<String, String[]> fields = new HashMap<>();
    var problems = new ArrayList<Problem>();
    var documents = new ArrayList<Upload>();
    root.properties()
        .forEach(
            property -> {
              if (property.getKey().equals("documents"))
                documents(property.getValue(), documents, problems);
              else walk("/" + property.getKey(), property.getValue(), fields, problems);
            });
    return new ReferralJson(Form.of(fields), documents, problems);
  }

  private static void walk(
      String pointer, JsonNode node, Map<String, String[]> fields, List<Problem> problems) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              property ->
                  walk(pointer + "/" + property.getKey(), property.getValue(), fields, problems));
      return;
    }
    String field = ReferralFields.BY_POINTER.get(pointer);
    if (field == null) problems.add(new Problem(pointer, Text.of("desk.api.unknown")));
    else if (node.isString() || node.isIntegralNumber())
      fields.put(field, new String[] {node.asString()});
    else if (!node.isNull()) problems.add(new Problem(pointer, Text.of("desk.api.unreadable")));
  }

  private static void documents(JsonNode list, List<Upload> documents, List<Problem> problems) {
    for (int i = 0; i < list.size(); i++) {
      JsonNode one = list.get(i);
      String pointer = "/documents/" + i;
      String kind = one.path("kind").asString("");
      if (!ReferralPages.PAPERS.contains(kind)) {
        problems.add(new Problem(pointer + "/kind", Text.of("desk.api.unknown")));
        continue;
      }
      try {
        byte[] content = Base64.getDecoder().decode(one.path("content").asString(""));
        var upload = new Upload(kind, one.path("name").asString(""), content);
        Documents.check(upload);
        documents.add(upload);
      } catch (IllegalArgumentException _) {
        problems.add(new Problem(pointer + "/content", Text.of("desk.api.document")));
      } catch (Refused refused) {
        problems.add(
            new Problem(
                pointer + "/content", Text.of(refused.key(), refused.arguments().toArray())));
      }
    }
  }
}
