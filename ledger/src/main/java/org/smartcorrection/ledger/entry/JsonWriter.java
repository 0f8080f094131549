package org.smartcorrection.ledger.entry;

/** Writes the canonical form of RFC 8785: keys in order, the shortest escapes, no spaces. */
final class JsonWriter {
  private JsonWriter() {}

  static String write(Json value) {
    var out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Json value, StringBuilder out) {
    switch (value) {
      case Json.Fields(var fields) -> {
        out.append('{');
        String separator = "";
        for (var field : fields.entrySet()) {
          out.append(separator);
          writeText(field.getKey(), out);
          out.append(':');
          write(field.getValue(), out);
          separator = ",";
        }
        out.append('}');
      }
      case Json.Items(var items) -> {
        out.append('[');
        String separator = "";
        for (Json item : items) {
          out.append(separator);
          write(item, out);
          separator = ",";
        }
        out.append(']');
      }
      case Json.Text(var text) -> writeText(text, out);
      case Json.Numeral(var number) -> out.append(number);
    }
  }

  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ') out.append(String.format("\\u%04x", (int) c));
          else out.append(c);
        }
      }
    }
    out.append('"');
  }
}
