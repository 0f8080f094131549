package org.smartcorrection.platform.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.NoSuchMessageException;

/** Every bundle on the class path, of whichever module. */
class BundlesTests {
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[^}]*}");
  private static final Pattern WORDS = Pattern.compile("[a-z]{2}");

  static Stream<String> bundles() {
    return Bundles.names().stream();
  }

  private static Map<String, String> read(String file) throws IOException {
    var loader = BundlesTests.class.getClassLoader();
    var properties = new Properties();
    try (var in = Objects.requireNonNull(loader.getResourceAsStream(file), file);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, properties::getProperty));
  }

  private static Map<String, String> english(String bundle) throws IOException {
    return read(bundle + ".properties");
  }

  private static Map<String, String> chinese(String bundle) throws IOException {
    return read(bundle + "_zh_CN.properties");
  }

  private static Set<String> places(String message) {
    return PLACE
        .matcher(message)
        .results()
        .map(place -> place.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> offending(Map<String, String> messages, Pattern pattern) {
    return messages.entrySet().stream()
        .filter(message -> pattern.matcher(message.getValue()).find())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void both_languages_know_the_same_keys(String bundle) throws IOException {
    assertEquals(new TreeSet<>(english(bundle).keySet()), new TreeSet<>(chinese(bundle).keySet()));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void both_languages_have_the_same_places_to_fill(String bundle) throws IOException {
    Map<String, String> chinese = chinese(bundle);
    english(bundle)
        .forEach(
            (key, words) -> {
              // a way of writing dates and ranges: each language leaves out what it need not say
              if (key.startsWith("format.")) return;
              assertEquals(places(words), places(chinese.getOrDefault(key, "")), key);
            });
  }

  /** Keys ending in {@code .zh} hold Chinese on purpose, those in {@code .other} the other one. */
  @ParameterizedTest
  @MethodSource("bundles")
  void english_holds_no_chinese_but_where_the_key_says_so(String bundle) throws IOException {
    List<String> found =
        offending(english(bundle), CHINESE).stream()
            .filter(key -> !key.endsWith(".zh") && !key.endsWith(".other"))
            .toList();

    assertEquals(List.of(), found);
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void chinese_is_not_english_left_standing(String bundle) throws IOException {
    Map<String, String> english = english(bundle);
    List<String> same =
        chinese(bundle).entrySet().stream()
            .filter(message -> WORDS.matcher(message.getValue()).find())
            .filter(message -> message.getValue().equals(english.get(message.getKey())))
            .map(Map.Entry::getKey)
            .toList();

    assertEquals(List.of(), same);
  }

  /** A straight apostrophe would swallow the place behind it; the look writes ’ anyway. */
  @Test
  void our_messages_hold_no_straight_apostrophe() throws IOException {
    for (String bundle : Bundles.names()) {
      if (bundle.startsWith("i18n/")) {
        assertEquals(List.of(), offending(english(bundle), Pattern.compile("'")), bundle);
        assertEquals(List.of(), offending(chinese(bundle), Pattern.compile("'")), bundle);
      }
    }
  }

  @Test
  void no_key_stands_in_two_bundles() throws IOException {
    var owner = new HashMap<String, String>();
    for (String bundle : Bundles.names()) {
      for (String key : english(bundle).keySet()) {
        String other = owner.putIfAbsent(key, bundle);
        assertTrue(other == null, () -> key + " in " + bundle + " and in " + other);
      }
    }
  }

  @Test
  void the_shells_own_bundle_is_found() {
    assertTrue(Bundles.names().contains("i18n/shell/messages"));
    assertEquals(
        "跳到正文",
        Bundles.messages(Stream::empty).getMessage("shell.skip", null, Locale.SIMPLIFIED_CHINESE));
  }

  @Test
  void a_missing_message_is_an_error() {
    assertThrows(
        NoSuchMessageException.class,
        () -> Bundles.messages(Stream::empty).getMessage("no.such.key", null, Locale.ENGLISH));
  }
}
