package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.procedure.Reason;
import org.springframework.ui.Model;

/** What the forms of one act in a case have in common: whose case it is, and what the law says. */
final class CaseForm {
  static final int LONGEST = 2000;

  private CaseForm() {}

  /** To the acts of the case, the new one among them; empty when nothing was recorded. */
  static Optional<String> done(Result result) {
    return result instanceof Result.Recorded(var in, var act, _)
        ? Optional.of("redirect:/console/cases/" + in.id() + "?done=" + act.number() + "#acts")
        : Optional.empty();
  }

  /** Why nothing was recorded. */
  static List<Reason> against(Result result) {
    return switch (result) {
      case Result.Recorded _ -> List.of();
      case Result.Refused(var reasons) -> reasons;
      case Result.NeedsReason(var reasons) -> reasons;
    };
  }

  static void show(
      OpenedCase opened, Form form, List<Reason> refused, Law law, Model model, Locale locale) {
    model.addAttribute("form", form);
    model.addAttribute("case", opened.in());
    model.addAttribute("who", Who.of(opened.summary(), opened.person(), locale));
    model.addAttribute("refusals", LawSays.rendered(refused, law, locale));
  }
}
