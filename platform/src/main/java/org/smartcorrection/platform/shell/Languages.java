package org.smartcorrection.platform.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Chooses the language of a page: the reader's own choice, kept in a cookie; else the browser's
 * wish; else Chinese. English is taken from the browser only where it stands before Chinese.
 */
final class Languages implements LocaleResolver {
  static final String PARAMETER = "lang";
  static final String COOKIE = "lang";

  /** The language a tag asks for, or nothing if the product does not speak it. */
  static Optional<Locale> spoken(@Nullable String tag) {
    return switch (tag == null ? "" : Locale.forLanguageTag(tag).getLanguage()) {
      case "en" -> Optional.of(Locale.ENGLISH);
      case "zh" -> Optional.of(Locale.SIMPLIFIED_CHINESE);
      case String _ -> Optional.empty();
    };
  }

  static Locale other(Locale locale) {
    return locale.equals(Locale.ENGLISH) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    Cookie kept = WebUtils.getCookie(request, COOKIE);
    return spoken(request.getParameter(PARAMETER))
        .or(() -> spoken(kept == null ? null : kept.getValue()))
        .orElseGet(() -> wish(request));
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException(
        "The language is changed by the parameter " + PARAMETER);
  }

  private static Locale wish(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return Locale.SIMPLIFIED_CHINESE;
    }
    return Collections.list(request.getLocales()).stream()
        .flatMap(locale -> spoken(locale.toLanguageTag()).stream())
        .findFirst()
        .orElse(Locale.SIMPLIFIED_CHINESE);
  }
}
