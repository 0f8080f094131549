package org.smartcorrection.platform.desk;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The keys to a person's data were destroyed: nothing of the case can be shown any more. */
@ResponseStatus(HttpStatus.GONE)
final class DataDestroyed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DataDestroyed() {
    super("data destroyed");
  }
}
