package org.smartcorrection.platform.evidence;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The database no longer says of an act what was recorded: nothing of it can be proved. */
@ResponseStatus(HttpStatus.CONFLICT)
public final class RecordChanged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RecordChanged() {
    super("the record was changed behind the platform's back");
  }
}
