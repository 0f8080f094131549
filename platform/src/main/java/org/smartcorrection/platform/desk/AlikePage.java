package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Records of an agency that could be one human typed twice (rule H12). */
@Controller
class AlikePage {
  private final Duplicates duplicates;
  private final Looks looks;
  private final Law law;

  AlikePage(Duplicates duplicates, Looks looks, Law law) {
    this.duplicates = duplicates;
    this.looks = looks;
    this.law = law;
  }

  @GetMapping("/console/people/alike")
  String alike(Model model, HttpServletRequest request, Locale locale) {
    Actor actor = Present.actor();
    Duplicates.Found found = duplicates.all(actor, locale);
    model.addAttribute("rows", found.rows());
    model.addAttribute("basis", Basis.of("H12", law, locale));
    looks.record(actor, Sessions.purpose(request, actor), "list", found.people());
    return "desk/alike";
  }
}
