package org.smartcorrection.platform.shell;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/** Asked for what no bundle has. Whoever knows more is found late: it may need messages itself. */
final class Beside implements MessageSource {
  private final Supplier<Stream<MoreTexts>> more;

  Beside(Supplier<Stream<MoreTexts>> more) {
    this.more = more;
  }

  private @Nullable String find(String code, @Nullable Locale language) {
    Locale known = language == null ? Locale.ENGLISH : language;
    return more.get()
        .map(texts -> texts.text(code, known))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  @Override
  public @Nullable String getMessage(
      String code, Object @Nullable [] args, @Nullable String otherwise, @Nullable Locale locale) {
    String found = find(code, locale);
    return found == null ? otherwise : found;
  }

  @Override
  public String getMessage(String code, Object @Nullable [] args, @Nullable Locale locale) {
    String found = find(code, locale);
    if (found == null)
      throw new NoSuchMessageException(code, locale == null ? Locale.ENGLISH : locale);
    return found;
  }

  @Override
  public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
    String @Nullable [] codes = resolvable.getCodes();
    for (String code : codes == null ? new String[0] : codes) {
      String found = find(code, locale);
      if (found != null) return found;
    }
    throw new NoSuchMessageException(
        codes == null || codes.length == 0 ? "" : codes[codes.length - 1],
        locale == null ? Locale.ENGLISH : locale);
  }
}
