package org.smartcorrection.platform.exchange.handover;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Summary.Status;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.shell.CsvFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a format, and refuses what would fail only when a file is made: it names what is wrong. */
final class FormatReader {
  static final int LARGEST = 100_000;
  private static final int MOST_COLUMNS = 100;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Set<String> KNOWN =
      Set.of("id", "name", "source", "match", "states", "columns", "encoding");
  private static final Set<String> KNOWN_IN_COLUMN = Set.of("field", "column", "codes", "day");

  private FormatReader() {}

  /**
   * Reads a format.
   *
   * @throws Refused when it is none, with the first thing that is wrong
   */
  static Format read(byte[] json) {
    if (json.length > LARGEST) throw new Refused("exchange.format.large");
    JsonNode root;
    try {
      root = MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new Refused("exchange.format.no-json", e.getLocation().getLineNr());
    }
    if (!root.isObject()) throw new Refused("exchange.format.no-json", 1);
    known(root, KNOWN, "");
    String id = text(root, "id", "");
    if (!id.matches("[a-z][a-z0-9-]{0,39}")) throw new Refused("exchange.format.id");
    List<Format.Column> columns = columns(root.path("columns"));
    OurField match = field(text(root, "match", ""), "match");
    if ((match != OurField.CASE_NUMBER && match != OurField.IDENTITY_NUMBER)
        || columns.stream().noneMatch(column -> column.field() == match))
      throw new Refused("exchange.format.match");
    return new Format(
        id,
        text(root.path("name"), "zh", "name/"),
        text(root.path("name"), "en", "name/"),
        source(root, "zh"),
        source(root, "en"),
        match,
        states(root.path("states")),
        columns,
        coding(root));
  }

  /** Said once for all readers, or in each language. */
  private static String source(JsonNode root, String language) {
    JsonNode source = root.path("source");
    return source.isObject() ? text(source, language, "source/") : text(root, "source", "");
  }

  /** How they read a CSV, where they say it. */
  private static CsvFile.@Nullable Coding coding(JsonNode root) {
    if (!root.has("encoding")) return null;
    return switch (root.path("encoding").asString("")) {
      case "UTF-8" -> CsvFile.Coding.UTF_8;
      case "GB18030" -> CsvFile.Coding.GB18030;
      case String other -> throw new Refused("exchange.format.encoding", other);
    };
  }

  private static Set<Status> states(JsonNode node) {
    if (node.isMissingNode()) return EnumSet.of(Status.IN_RECEPTION, Status.ACTIVE);
    var states = EnumSet.noneOf(Status.class);
    for (JsonNode one : node) {
      if (!OurField.STATUS.constants().contains(one.asString("")))
        throw new Refused("exchange.format.state", one.asString(""));
      states.add(Status.valueOf(one.asString("")));
    }
    if (states.isEmpty()) throw new Refused("exchange.format.missing", "states");
    return states;
  }

  private static List<Format.Column> columns(JsonNode node) {
    if (!node.isArray() || node.isEmpty()) throw new Refused("exchange.format.missing", "columns");
    if (node.size() > MOST_COLUMNS) throw new Refused("exchange.format.large");
    var columns = new ArrayList<Format.Column>();
    var names = new HashSet<String>();
    var fields = EnumSet.noneOf(OurField.class);
    for (JsonNode one : node) {
      String at = "columns/" + columns.size() + "/";
      known(one, KNOWN_IN_COLUMN, at);
      OurField field = field(text(one, "field", at), at + "field");
      String name = text(one, "column", at);
      if (!names.add(name)) throw new Refused("exchange.format.twice", name);
      if (!fields.add(field)) throw new Refused("exchange.format.twice", field.name());
      columns.add(new Format.Column(field, name, codes(one.path("codes"), field), day(one, field)));
    }
    return columns;
  }

  private static Map<String, String> codes(JsonNode node, OurField field) {
    var codes = new LinkedHashMap<String, String>();
    for (Map.Entry<String, JsonNode> code : node.properties()) {
      if (!field.constants().contains(code.getKey()))
        throw new Refused("exchange.format.code", field.name(), code.getKey());
      codes.put(code.getKey(), code.getValue().asString(""));
    }
    for (String constant : field.constants())
      if (!codes.containsKey(constant))
        throw new Refused("exchange.format.no-code", field.name(), constant);
    return codes;
  }

  private static @Nullable String day(JsonNode column, OurField field) {
    if (!column.has("day")) return null;
    String day = column.path("day").asString("");
    LocalDate example = LocalDate.of(2026, 11, 25);
    try {
      if (field.kind() != OurField.Kind.DAY) throw new DateTimeException("no day");
      var way = DateTimeFormatter.ofPattern(day, Locale.ROOT);
      if (!LocalDate.parse(example.format(way), way).equals(example))
        throw new DateTimeException("not a whole day");
      return day;
    } catch (DateTimeException | IllegalArgumentException _) {
      throw new Refused("exchange.format.day", field.name(), day);
    }
  }

  private static OurField field(String name, String at) {
    Optional<OurField> field =
        Arrays.stream(OurField.values()).filter(one -> one.name().equals(name)).findFirst();
    return field.orElseThrow(() -> new Refused("exchange.format.field", at, name));
  }

  private static void known(JsonNode node, Set<String> names, String at) {
    for (Map.Entry<String, JsonNode> one : node.properties())
      if (!names.contains(one.getKey()))
        throw new Refused("exchange.format.unknown", at + one.getKey());
  }

  private static String text(JsonNode node, String name, String at) {
    String text = node.path(name).asString("").strip();
    if (text.isEmpty() || text.length() > 200)
      throw new Refused("exchange.format.missing", at + name);
    return text;
  }
}
