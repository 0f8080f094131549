package org.smartcorrection.procedure;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message texts of one language. A place is {@code {0}}; nothing else is special, so that a
 * translator need not double apostrophes.
 */
final class Texts {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");
  private static final ResourceBundle.Control NO_DETOUR =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;
  private final MoreWords more;
  private final Locale language;

  /** Chinese of every region reads the simplified texts; every other language reads English. */
  Texts(Locale locale, MoreWords more) {
    this.more = more;
    this.language =
        locale.getLanguage().equals(Locale.CHINESE.getLanguage())
            ? Locale.SIMPLIFIED_CHINESE
            : Locale.ROOT;
    bundle =
        ResourceBundle.getBundle("org.smartcorrection.procedure.messages", language, NO_DETOUR);
  }

  /**
   * The text with its places filled.
   *
   * @throws MissingResourceException when no text has that key
   */
  String fill(String key, List<String> args) {
    return fill(key, place -> args.get(place));
  }

  String get(String key) {
    return bundle.containsKey(key)
        ? bundle.getString(key)
        : more.word(key, language).orElseGet(() -> bundle.getString(key));
  }

  boolean has(String key) {
    return bundle.containsKey(key);
  }

  private String fill(String key, Function<Integer, String> args) {
    return PLACE
        .matcher(get(key))
        .replaceAll(
            place -> Matcher.quoteReplacement(args.apply(Integer.parseInt(place.group(1)))));
  }
}
