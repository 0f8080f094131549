package org.smartcorrection.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Says who sent a request. Without a bean of this type every page is shown as to the public. */
public interface Visitors {

  /** The visitor, or nothing before login and on public pages. */
  Optional<Visitor> current(HttpServletRequest request);
}
