package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Copies;
import org.smartcorrection.platform.casework.Copy;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What has to go out on paper, and what is on its way without a receipt (rule H8). */
@Controller
class CopiesPage {
  static final String PATH = "/console/copies";

  private static final int SIZE = 30;

  private final Copies copies;
  private final CopyRows rows;
  private final Jurisdiction jurisdiction;
  private final Looks looks;
  private final Clock clock;

  CopiesPage(Copies copies, CopyRows rows, Jurisdiction jurisdiction, Looks looks, Clock clock) {
    this.copies = copies;
    this.rows = rows;
    this.jurisdiction = jurisdiction;
    this.looks = looks;
    this.clock = clock;
  }

  @GetMapping(PATH)
  String copies(
      @RequestParam(defaultValue = "false") boolean sent,
      @RequestParam @Nullable String after,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    Actor actor = Present.actor();
    AgencyId custody = jurisdiction.custody(actor);
    Copies.Which which = sent ? Copies.Which.ON_ITS_WAY : Copies.Which.TO_SEND;
    Slice<Copy> page = copies.page(which, custody, after, SIZE);
    String path = PATH + "?sent=" + sent;
    model.addAttribute("sent", sent);
    model.addAttribute("tally", copies.tally(custody, clock.instant()));
    model.addAttribute("rows", rows.of(page.rows(), locale));
    model.addAttribute("previous", after == null ? null : path);
    model.addAttribute("next", page.next() == null ? null : path + "&after=" + page.next());
    looks.record(actor, Sessions.purpose(request, actor), "list", rows.seen(page.rows()));
    return "desk/copies";
  }
}
