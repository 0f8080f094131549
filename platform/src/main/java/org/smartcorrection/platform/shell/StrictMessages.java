package org.smartcorrection.platform.shell;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.IMessageResolver;

/**
 * The messages of the templates. Thymeleaf prints a missing key between question marks; here it is
 * an error, so that a test finds it and not a reader.
 */
final class StrictMessages implements IMessageResolver {
  private final MessageSource messages;
  private final Show show;

  StrictMessages(MessageSource messages, Show show) {
    this.messages = messages;
    this.show = show;
  }

  @Override
  public String getName() {
    return "strict";
  }

  @Override
  public Integer getOrder() {
    return 0;
  }

  @Override
  public String resolveMessage(
      ITemplateContext context,
      @Nullable Class<?> origin,
      String key,
      Object @Nullable [] arguments) {
    Object[] readable =
        arguments == null ? new Object[0] : Arrays.stream(arguments).map(show::say).toArray();
    return messages.getMessage(key, readable, context.getLocale());
  }

  @Override
  public String createAbsentMessageRepresentation(
      ITemplateContext context,
      @Nullable Class<?> origin,
      String key,
      Object @Nullable [] arguments) {
    throw new NoSuchMessageException(key, context.getLocale());
  }
}
