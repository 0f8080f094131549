package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.smartcorrection.platform.reporting.Way;

/** Whether a session belongs to a terminal at the centre: large print, and soon over when left. */
final class Kiosk {
  private static final String KIOSK = Kiosk.class.getName();

  /** Whoever walks away is signed out, in seconds. */
  static final int PATIENCE = 120;

  private Kiosk() {}

  static void begin(HttpServletRequest request) {
    HttpSession session = request.getSession(true);
    session.setAttribute(KIOSK, true);
    session.setMaxInactiveInterval(PATIENCE);
  }

  static boolean on(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(KIOSK) != null;
  }

  static Way way(HttpServletRequest request) {
    return on(request) ? Way.KIOSK : Way.PHONE_PAGE;
  }
}
