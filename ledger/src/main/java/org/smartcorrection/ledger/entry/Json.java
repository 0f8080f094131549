package org.smartcorrection.ledger.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;

/**
 * The part of canonical JSON (RFC 8785) that entries need: objects, arrays, strings and integers
 * within 2^53. Everything has one spelling only, so a signature over it cannot be read two ways.
 */
public sealed interface Json {
  /** The largest integer that every JSON reader keeps exactly. */
  long LARGEST = (1L << 53) - 1;

  /** Nesting beyond this is refused. */
  int DEEPEST = 16;

  /** An object; its keys are ordered by UTF-16 units. */
  record Fields(SortedMap<String, Json> values) implements Json {
    public Fields {
      values.keySet().forEach(Json::requireWhole);
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public Fields(Map<String, ? extends Json> values) {
      this((SortedMap<String, Json>) new TreeMap<String, Json>(values));
    }
  }

  /** An array. */
  record Items(List<Json> values) implements Json {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A string, never normalised; a lone surrogate is refused. */
  record Text(String value) implements Json {
    public Text {
      requireWhole(value);
    }
  }

  /** An integer within {@link #LARGEST}. */
  record Numeral(long value) implements Json {
    public Numeral {
      if (Math.abs(value) > LARGEST) throw new IllegalArgumentException("integer beyond 2^53");
    }
  }

  /** Reads bytes that are exactly the canonical form of a value. */
  static Json parse(byte[] bytes) throws MalformedException {
    Json value = new JsonReader(Strict.utf8(bytes)).read();
    // one comparison refuses every other spelling: spaces, key order, escapes, zeros
    if (!Arrays.equals(value.bytes(), bytes)) throw new MalformedException("not canonical JSON");
    return value;
  }

  /** The canonical form. */
  default byte[] bytes() {
    return JsonWriter.write(this).getBytes(UTF_8);
  }

  private static void requireWhole(String text) {
    if (!isWhole(text)) throw new IllegalArgumentException("a lone surrogate");
  }

  /** Whether every surrogate has its other half. */
  static boolean isWhole(CharSequence text) {
    int at = 0;
    while (at < text.length()) {
      int point = Character.codePointAt(text, at);
      if (Character.isBmpCodePoint(point) && Character.isSurrogate((char) point)) return false;
      at += Character.charCount(point);
    }
    return true;
  }
}
