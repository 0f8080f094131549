package org.smartcorrection.platform.shell;

import org.springframework.web.servlet.ModelAndView;

/** What a handler leaves to be shown. */
public final class Pages {
  private static final String REDIRECT = "redirect:";

  private Pages() {}

  /** Whether there is a page, and not only the address of another. */
  public static boolean isShown(ModelAndView page) {
    if (page.wasCleared()) return false;
    String name = page.getViewName();
    return name == null || !name.startsWith(REDIRECT);
  }
}
