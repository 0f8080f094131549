package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Locale;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.RenderedReason;

/** Reasons of the law beside the form they concern. */
public final class LawSays {
  private LawSays() {}

  /** The reasons in the reader's language, each with its article and how to go on. */
  public static List<RenderedReason> rendered(List<Reason> reasons, Law law, Locale locale) {
    var explanations = law.explanations();
    return reasons.stream().map(reason -> explanations.render(reason, locale)).toList();
  }

  /** The form with those reasons that concern one field of it. */
  public static Form beside(Form form, List<Reason> reasons, Law law, Locale locale) {
    var explanations = law.explanations();
    Form marked = form;
    for (Reason reason : reasons) {
      String field = field(reason);
      if (!field.isEmpty())
        marked =
            marked.failing(
                field,
                "desk.form.law-says",
                Text.literal(explanations.render(reason, locale).text()));
    }
    return marked;
  }

  private static String field(Reason reason) {
    boolean missing =
        reason.key().equals("reason.fact.missing")
            || reason.key().equals("reason.document.missing");
    if (!missing || !(reason.args().getFirst() instanceof Arg.Named(var key))) return "";
    return key.startsWith("fact.")
        ? key.substring("fact.".length())
        : key.replaceFirst("^document\\.", "document-");
  }
}
