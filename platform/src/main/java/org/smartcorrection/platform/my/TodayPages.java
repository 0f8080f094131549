package org.smartcorrection.platform.my;

import java.util.Locale;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is expected today, and whom to turn to. */
@Controller
class TodayPages {
  private final OwnCases own;
  private final Today today;
  private final Summaries summaries;
  private final Agencies agencies;
  private final Procuratorates procuratorates;

  TodayPages(
      OwnCases own,
      Today today,
      Summaries summaries,
      Agencies agencies,
      Procuratorates procuratorates) {
    this.own = own;
    this.today = today;
    this.summaries = summaries;
    this.agencies = agencies;
    this.procuratorates = procuratorates;
  }

  @GetMapping("/my")
  String today(Locale locale, Model model) {
    return show("my/today", locale, model);
  }

  /** What changes of the first page while it is open. */
  @GetMapping("/my/today")
  String fragment(Locale locale, Model model) {
    return show("my/today :: now", locale, model);
  }

  private String show(String view, Locale locale, Model model) {
    model.addAttribute("today", today.of(own.current(), locale));
    model.addAttribute("account", OwnCases.actor().account().toString());
    return view;
  }

  @GetMapping("/my/help")
  String help(Locale locale, Model model) {
    Case in = own.current();
    Agency agency = agencies.get(in.agency());
    model.addAttribute("agency", agency.name(locale));
    model.addAttribute(
        "office",
        summaries
            .find(in.id())
            .map(Summary::office)
            .map(office -> agencies.get(office).name(locale))
            .orElse(null));
    model.addAttribute(
        "procuratorate", procuratorates.of(agency).map(found -> found.name(locale)).orElse(null));
    return "my/help";
  }

  /** Kept on the phone for when there is no signal; it says nothing of anybody. */
  @GetMapping("/my/offline")
  String offline() {
    return "my/offline";
  }
}
