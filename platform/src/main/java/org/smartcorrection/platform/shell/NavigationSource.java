package org.smartcorrection.platform.shell;

import jakarta.servlet.http.HttpServletRequest;

/** A module that has pages in the main navigation; a bean of this type is enough to be asked. */
public interface NavigationSource {

  /** The module's own items for this visitor, who may see none of them. */
  Navigation navigation(HttpServletRequest request, Visitor visitor);
}
