package org.smartcorrection.platform.tracking.line;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.springframework.boot.SpringBootExceptionReporter;

/** Tells in both languages, instead of a trace, why the platform does not start. */
final class UnfitReporter implements SpringBootExceptionReporter {
  private static final String BUNDLE = "i18n/tracking/messages";

  @Override
  public boolean reportException(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause())
      if (cause instanceof Unfit unfit) {
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH))
          System.err.println(said(unfit, language));
        return true;
      }
    return false;
  }

  static String said(Unfit unfit, Locale language) {
    var exact = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    String pattern =
        ResourceBundle.getBundle(BUNDLE, language, exact).getString(unfit.fault().key());
    return new MessageFormat(pattern, language).format(new Object[] {unfit.file(), unfit.other()});
  }
}
