package org.smartcorrection.platform.hosting;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Words for the console, where no browser says which language is wanted: both are given. */
final class Texts {
  private static final String BUNDLE = "i18n/hosting/messages";

  private Texts() {}

  /** The text in Chinese, then in English, each on lines of its own. */
  static String bilingual(String key, Object... arguments) {
    return in(Locale.SIMPLIFIED_CHINESE, key, arguments)
        + System.lineSeparator()
        + in(Locale.ENGLISH, key, arguments);
  }

  static String in(Locale language, String key, Object... arguments) {
    // without this control a Chinese system would answer in Chinese when asked for English
    var exact = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    String pattern = ResourceBundle.getBundle(BUNDLE, language, exact).getString(key);
    return new MessageFormat(pattern, language).format(arguments);
  }
}
