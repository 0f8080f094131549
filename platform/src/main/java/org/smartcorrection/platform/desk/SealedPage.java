package org.smartcorrection.platform.desk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.SealedRecords;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The sealed records of minors by number, for those who keep them: so that a court or a body that
 * may ask by the State's provisions gets an answer (CPL 286). It names nobody.
 */
@Controller
class SealedPage {
  static final String PATH = "/console/sealed";
  private static final int SIZE = 25;

  private final SealedRecords records;
  private final Jurisdiction jurisdiction;
  private final Law law;

  SealedPage(SealedRecords records, Jurisdiction jurisdiction, Law law) {
    this.records = records;
    this.jurisdiction = jurisdiction;
    this.law = law;
  }

  @GetMapping(PATH)
  String sealed(@RequestParam @Nullable String before, Model model, Locale locale) {
    Actor actor = Present.actor();
    if (!records.keeps(actor)) throw new NotFound();
    @Nullable String from = before == null ? null : CaseId.of(before).toString();
    Slice<Summary> page = records.page(jurisdiction.custody(actor), from, SIZE);
    model.addAttribute("rows", page.rows());
    model.addAttribute("first", before == null);
    model.addAttribute("next", page.next() == null ? null : PATH + "?before=" + page.next());
    model.addAttribute("basis", Basis.of("D14", law, locale));
    return "desk/sealed";
  }
}
