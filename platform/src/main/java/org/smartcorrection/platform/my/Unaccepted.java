package org.smartcorrection.platform.my;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** A form that comes back with what was typed and what is wrong with it. */
final class Unaccepted {
  private Unaccepted() {}

  static ModelAndView view(String view, Model model) {
    return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }
}
