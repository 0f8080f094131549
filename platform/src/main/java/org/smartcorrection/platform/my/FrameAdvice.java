package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * The same pages on a phone and on a terminal: only the frame around them differs. It is known to
 * every page, because a person reads the law as well, and stays in the frame meanwhile.
 */
@ControllerAdvice
class FrameAdvice {
  @ModelAttribute("frame")
  String frame(HttpServletRequest request) {
    return Kiosk.on(request) ? "my/kiosk-frame" : "shell/my";
  }
}
