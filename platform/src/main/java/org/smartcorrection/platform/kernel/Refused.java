package org.smartcorrection.platform.kernel;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The platform refuses, and says why: a message key with its arguments, so that the reason is told
 * in the reader's language. Arguments never carry personal data.
 */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  public Refused(String key, Object... arguments) {
    super(key);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  /** The message that says what happened, what was kept and what to do next. */
  public String key() {
    return key;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
