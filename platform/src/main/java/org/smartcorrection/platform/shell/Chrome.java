package org.smartcorrection.platform.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * What stands around the content of a page; every view finds it in its model as {@code chrome}.
 * Visitor and navigation are asked for when the layout is written and not before, so that fragments
 * and the API do not pay for them.
 */
public final class Chrome {
  private final Locale locale;
  private final Optional<String> theme;
  private final boolean demo;
  private final String languageHref;
  private final Show show;
  private final SingletonSupplier<Optional<Visitor>> visitor;
  private final SingletonSupplier<Navigation> navigation;

  Chrome(
      Locale locale,
      Optional<String> theme,
      boolean demo,
      String languageHref,
      Show show,
      Supplier<Optional<Visitor>> visitor,
      Function<Visitor, Navigation> navigation) {
    this.locale = locale;
    this.theme = theme;
    this.demo = demo;
    this.languageHref = languageHref;
    this.show = show;
    this.visitor = SingletonSupplier.of(visitor);
    this.navigation =
        SingletonSupplier.of(
            () -> this.visitor.obtain().map(navigation).orElseGet(Navigation::none));
  }

  /** The page's language tag, {@code en} or {@code zh-CN}. */
  public String lang() {
    return locale.toLanguageTag();
  }

  /** The tag of the other language. */
  public String otherLang() {
    return Languages.other(locale).toLanguageTag();
  }

  /** This page in the other language. */
  public String languageHref() {
    return languageHref;
  }

  /** {@code light} or {@code dark} if the reader has chosen, else null: the system decides. */
  public @Nullable String theme() {
    return theme.orElse(null);
  }

  /** Whether every person and place is invented. */
  public boolean demo() {
    return demo;
  }

  /** Who looks, or null on public pages. */
  public @Nullable Visitor visitor() {
    return visitor.obtain().orElse(null);
  }

  /** What a member of staff is here for, or null. */
  public @Nullable Purpose purpose() {
    Visitor looking = visitor();
    return looking == null ? null : looking.purpose().orElse(null);
  }

  /** At which of several places a member of staff looks, or null. */
  public @Nullable Purpose place() {
    Visitor looking = visitor();
    return looking == null ? null : looking.place().orElse(null);
  }

  /** The same with the place of each in the bar. */
  public NavigationBar bar() {
    List<Navigation.Item> items = navigation();
    return NavigationBar.of(items, items.stream().map(item -> show.say(item.label())).toList());
  }

  /** Where the visitor can go, in order. */
  public List<Navigation.Item> navigation() {
    return navigation.obtain().items();
  }
}
