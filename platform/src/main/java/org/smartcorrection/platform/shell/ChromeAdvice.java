package org.smartcorrection.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the {@link Chrome} into every view's model. */
@ControllerAdvice(annotations = Controller.class)
class ChromeAdvice {
  private final Chromes chromes;

  ChromeAdvice(Chromes chromes) {
    this.chromes = chromes;
  }

  @ModelAttribute("chrome")
  Chrome chrome(HttpServletRequest request) {
    return chromes.of(request);
  }
}
