package org.smartcorrection.ledger.command;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What a command says, in plain words of one language. */
public final class Words {
  private final ResourceBundle messages;
  private final Locale locale;

  /**
   * The words of a bundle.
   *
   * @param bundle name of the properties files, English and Chinese
   */
  public Words(String bundle, Locale locale) {
    this.locale = locale;
    var noFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    this.messages = ResourceBundle.getBundle(bundle, locale, noFallback);
  }

  /** Chinese or English: what {@code --lang} asks for, else what the environment speaks. */
  public static Locale locale(List<String> args, Map<String, String> environment) {
    String language = environment.getOrDefault("LANG", "");
    for (String name : List.of("LC_MESSAGES", "LC_ALL")) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) language = value;
    }
    int asked = args.indexOf("--lang");
    if (asked >= 0 && asked + 1 < args.size()) language = args.get(asked + 1);
    return language.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
  }

  /** A text as it stands. */
  public String plain(String key) {
    return messages.getString(key);
  }

  /** A text with what belongs into it; nothing of that can change what a terminal shows. */
  public String say(String key, @Nullable Object... arguments) {
    Object[] words = new Object[arguments.length];
    for (int i = 0; i < words.length; i++) words[i] = printable(String.valueOf(arguments[i]));
    return new MessageFormat(messages.getString(key), locale).format(words);
  }

  /** Proved text can still hold controls that would make a terminal show something else. */
  private static String printable(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .map(
            point ->
                switch (Character.getType(point)) {
                  case Character.CONTROL,
                      Character.FORMAT,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR ->
                      0xfffd;
                  default -> point;
                })
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
