package org.smartcorrection.platform.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the {@link Chrome} of a request. */
@Component
class Chromes {
  private final ObjectProvider<Visitors> visitors;
  private final ObjectProvider<NavigationSource> sources;
  private final LocaleResolver locales;
  private final Show show;
  private final boolean demo;

  Chromes(
      ObjectProvider<Visitors> visitors,
      ObjectProvider<NavigationSource> sources,
      LocaleResolver locales,
      MessageSource messages,
      Environment environment) {
    this.visitors = visitors;
    this.sources = sources;
    this.locales = locales;
    this.show = new Show(messages);
    this.demo = environment.acceptsProfiles(Profiles.of("demo"));
  }

  Chrome of(HttpServletRequest request) {
    return chrome(request, () -> visitor(request), looking -> navigation(request, looking));
  }

  /** As this visitor sees it and with nothing but the visitor's own navigation. */
  Chrome as(HttpServletRequest request, Visitor visitor) {
    return chrome(request, () -> Optional.of(visitor), Visitor::navigation);
  }

  /** For pages that must be shown whatever is broken: a failure to say who looks means nobody. */
  Chrome whateverHappens(HttpServletRequest request) {
    try {
      Chrome chrome = of(request);
      chrome.navigation();
      return chrome;
    } catch (RuntimeException _) {
      return chrome(request, Optional::empty, Visitor::navigation);
    }
  }

  private Optional<Visitor> visitor(HttpServletRequest request) {
    Visitors known = visitors.getIfAvailable();
    return known == null ? Optional.empty() : known.current(request);
  }

  private Navigation navigation(HttpServletRequest request, Visitor visitor) {
    return visitor
        .navigation()
        .and(sources.orderedStream().map(source -> source.navigation(request, visitor)));
  }

  private Chrome chrome(
      HttpServletRequest request,
      Supplier<Optional<Visitor>> visitor,
      Function<Visitor, Navigation> navigation) {
    Locale locale = locales.resolveLocale(request);
    return new Chrome(
        locale,
        Themes.of(request),
        demo,
        languageHref(request, Languages.other(locale)),
        show,
        visitor,
        navigation);
  }

  private static String languageHref(HttpServletRequest request, Locale other) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = failed instanceof String uri ? uri : request.getRequestURI();
    var builder = UriComponentsBuilder.newInstance().path(LanguageSwitch.ownPath(path));
    if (request.getQueryString() != null) {
      builder.query(request.getQueryString());
    }
    return builder
        .replaceQueryParam(Languages.PARAMETER, other.toLanguageTag())
        .build(false)
        .toUriString();
  }
}
