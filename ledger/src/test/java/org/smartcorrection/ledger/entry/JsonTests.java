package org.smartcorrection.ledger.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartcorrection.ledger.MalformedException;

class JsonTests {
  private static final String ALPHABET =
      "aZ09 \"\\/\b\f\n\r"
          + "\t\u0000\u001f\u007f\u0080\u00e9\u20ac\u4e2d\u6587\ud83c\udfe5\ufb33{}[]:,";

  @Test
  void keys_are_ordered_by_utf_16_units_as_in_rfc_8785() throws MalformedException {
    // section 3.2.3: the emoji's first unit is below the Hebrew letter although its point is above
    String sorted =
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin\","
            + "\"\u20ac\":\"Euro\",\"\ud83d\ude00\":\"Emoji\",\"\ufb33\":\"Hebrew\"}";
    assertArrayEquals(sorted.getBytes(UTF_8), Json.parse(sorted.getBytes(UTF_8)).bytes());
  }

  @Test
  void strings_have_the_shortest_escapes_as_in_rfc_8785() {
    var text = new Json.Text("\u20ac$\u000f\nA'B\"\\\\\"/");
    assertEquals("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"", new String(text.bytes(), UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{} ",
        " {}",
        "{\"a\":1,\"a\":1}",
        "{\"b\":1,\"a\":1}",
        "{\"a\" :1}",
        "{\"a\":1,}",
        "{,}",
        "[1,]",
        "[1 ,2]",
        "[",
        "[1",
        "{\"a\"",
        "{\"a\":",
        "1.0",
        "1e3",
        "-0",
        "01",
        "+1",
        "-",
        "--1",
        "9007199254740992",
        "-9007199254740992",
        "99999999999999999999999",
        "true",
        "null",
        "NaN",
        "\"\\/\"",
        "\"\\u0041\"",
        "\"\\u000A\"",
        "\"\\u001F\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"\\u00\"",
        "\"\\x\"",
        "\"\\",
        "\"a",
        "\"\n\"",
        "1 2",
        "[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]"
      })
  void anything_but_the_canonical_spelling_is_refused(String text) {
    assertThrows(MalformedException.class, () -> Json.parse(text.getBytes(UTF_8)));
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    for (byte[] bytes :
        List.of(
            new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'},
            new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
            new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, '1'})) {
      assertThrows(MalformedException.class, () -> Json.parse(bytes));
    }
  }

  @Test
  void a_lone_surrogate_cannot_be_written() {
    assertThrows(IllegalArgumentException.class, () -> new Json.Text("\ud800"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Json.Fields(Map.of("\udc00", new Json.Numeral(1))));
  }

  @Test
  void what_was_written_is_read_as_the_same() throws MalformedException {
    long seed = 20260302;
    var random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      Json value = value(random, 0);
      assertEquals(value, Json.parse(value.bytes()), "seed " + seed + " round " + i);
    }
  }

  @Test
  void no_bytes_make_it_fail_in_another_way_than_its_own_and_what_is_read_is_written_the_same() {
    long seed = 8785;
    var random = new Random(seed);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = value(random, 0).bytes();
      for (int changes = random.nextInt(3); changes >= 0 && bytes.length > 0; changes--) {
        bytes[random.nextInt(bytes.length)] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      }
      try {
        assertArrayEquals(bytes, Json.parse(bytes).bytes(), "seed " + seed + " round " + i);
        read++;
      } catch (MalformedException _) {
        // the one way to fail
      }
    }
    // else the loop would have tried nothing but refusals
    assertTrue(read > 500, "read " + read);
  }

  private static Json value(Random random, int depth) {
    int kinds = depth > 3 ? 2 : 4;
    return switch (random.nextInt(kinds)) {
      case 0 -> new Json.Numeral(random.nextLong() >> (11 + random.nextInt(53)));
      case 1 -> new Json.Text(text(random));
      case 2 -> {
        var items = new ArrayList<Json>();
        for (int n = random.nextInt(4); n > 0; n--) items.add(value(random, depth + 1));
        yield new Json.Items(items);
      }
      default -> {
        var fields = new TreeMap<String, Json>();
        for (int n = random.nextInt(4); n > 0; n--) {
          fields.put(text(random), value(random, depth + 1));
        }
        yield new Json.Fields(fields);
      }
    };
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int n = random.nextInt(6); n > 0; n--) {
      int at = random.nextInt(ALPHABET.codePointCount(0, ALPHABET.length()));
      text.appendCodePoint(ALPHABET.codePointAt(ALPHABET.offsetByCodePoints(0, at)));
    }
    return text.toString();
  }
}
