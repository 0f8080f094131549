package org.smartcorrection.platform.access;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door of an installation: to the visitor's own work, or to sign in. */
@Controller
@Profile("!demo")
class FrontPage {
  @GetMapping("/")
  String front() {
    return "redirect:"
        + Present.find().map(actor -> Sessions.home(actor.role())).orElse("/sign-in");
  }
}
