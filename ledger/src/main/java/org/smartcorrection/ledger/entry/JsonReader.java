package org.smartcorrection.ledger.entry;

import java.util.ArrayList;
import java.util.TreeMap;
import org.smartcorrection.ledger.MalformedException;

/**
 * Reads the canonical form. It may take another spelling for the value it means: {@link Json#parse}
 * writes the value again and compares.
 */
final class JsonReader {
  private static final int LONGEST_INTEGER = 17;

  private final String text;
  private int at;

  JsonReader(String text) {
    this.text = text;
  }

  Json read() throws MalformedException {
    Json value = value(0);
    if (at != text.length()) throw new MalformedException("more after the end of the JSON");
    return value;
  }

  private Json value(int depth) throws MalformedException {
    if (depth > Json.DEEPEST) throw new MalformedException("JSON nested too deep");
    char c = peek();
    if (c == '{') return fields(depth);
    if (c == '[') return items(depth);
    if (c == '"') return new Json.Text(text());
    if (c == '-' || (c >= '0' && c <= '9')) return number();
    throw new MalformedException("only objects, arrays, strings and integers are allowed");
  }

  private Json.Fields fields(int depth) throws MalformedException {
    var fields = new TreeMap<String, Json>();
    expect('{');
    while (peek() != '}') {
      if (!fields.isEmpty()) expect(',');
      String key = text();
      expect(':');
      if (fields.put(key, value(depth + 1)) != null) throw new MalformedException("a key twice");
    }
    expect('}');
    return new Json.Fields(fields);
  }

  private Json.Items items(int depth) throws MalformedException {
    var items = new ArrayList<Json>();
    expect('[');
    while (peek() != ']') {
      if (!items.isEmpty()) expect(',');
      items.add(value(depth + 1));
    }
    expect(']');
    return new Json.Items(items);
  }

  private Json.Numeral number() throws MalformedException {
    int start = at;
    while (at < text.length() && "-+.eE0123456789".indexOf(text.charAt(at)) >= 0) at++;
    String digits = text.substring(start, at);
    if (digits.length() > LONGEST_INTEGER || !digits.matches("-?[0-9]+")) {
      throw new MalformedException("not an integer within 2^53");
    }
    long value = Long.parseLong(digits);
    if (Math.abs(value) > Json.LARGEST) throw new MalformedException("not an integer within 2^53");
    return new Json.Numeral(value);
  }

  private String text() throws MalformedException {
    expect('"');
    var out = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      out.append(c == '\\' ? escaped() : c);
    }
    expect('"');
    // UTF-8 has no lone surrogates, but an escape could spell one: none does in the canonical form
    if (!Json.isWhole(out)) throw new MalformedException("a lone surrogate");
    return out.toString();
  }

  private char escaped() throws MalformedException {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\' -> c;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'u' -> unicode();
      default -> throw new MalformedException("an escape that is not canonical");
    };
  }

  private char unicode() throws MalformedException {
    int end = at + 4;
    if (end > text.length() || !text.substring(at, end).matches("[0-9a-f]{4}")) {
      throw new MalformedException("an escape that is not canonical");
    }
    char c = (char) Integer.parseInt(text.substring(at, end), 16);
    at = end;
    return c;
  }

  private char peek() throws MalformedException {
    if (at >= text.length()) throw new MalformedException("the JSON ends too early");
    return text.charAt(at);
  }

  private void expect(char wanted) throws MalformedException {
    if (peek() != wanted) throw new MalformedException("not JSON");
    at++;
  }
}
