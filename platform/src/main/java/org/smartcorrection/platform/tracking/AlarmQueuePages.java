package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.roster.OnDuty;
import org.smartcorrection.platform.shell.Option;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue of open alarms, with who is on duty, and those that are closed. */
@Controller
class AlarmQueuePages {
  private static final int PAGE = 20;

  private final AlarmAccess access;
  private final AlarmList list;
  private final Alarms alarms;
  private final Suspended suspended;
  private final OnDuty onDuty;
  private final Jurisdiction jurisdiction;

  AlarmQueuePages(
      AlarmAccess access,
      AlarmList list,
      Alarms alarms,
      Suspended suspended,
      OnDuty onDuty,
      Jurisdiction jurisdiction) {
    this.access = access;
    this.list = list;
    this.alarms = alarms;
    this.suspended = suspended;
    this.onDuty = onDuty;
    this.jurisdiction = jurisdiction;
  }

  @GetMapping(AlarmFilter.PATH)
  String queue(
      @RequestParam @Nullable String before,
      @RequestParam @Nullable String after,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    AgencyId custody = jurisdiction.custody(Present.actor());
    Slice<Alarm> closed = alarms.closed(custody, key(before), PAGE);
    list.show(request, AlarmFilter.read(request), key(after), null, model, locale);
    model.addAttribute("kinds", Option.of(AlarmKind.class, "tracking.kind"));
    model.addAttribute("first", after == null);
    model.addAttribute("figures", Jurisdiction.office(Present.actor()) == null);
    model.addAttribute("duty", onDuty.now(custody, locale));
    List<Alarm> away = covered(suspended.of(custody, PAGE));
    model.addAttribute("suspended", access.rows(away, request, null, locale));
    model.addAttribute("closed", access.rows(covered(closed.rows()), request, null, locale));
    model.addAttribute(
        "next", closed.next() == null ? null : AlarmFilter.PATH + "?before=" + closed.next());
    return "tracking/alarms";
  }

  @GetMapping(AlarmFilter.PATH + "/list")
  String list(
      @RequestParam @Nullable String on, HttpServletRequest request, Model model, Locale locale) {
    list.show(request, AlarmFilter.read(request), null, on, model, locale);
    return "tracking/alarms :: list";
  }

  /** An office sees its own part of what the agency has closed. */
  private static List<Alarm> covered(List<Alarm> rows) {
    return Jurisdiction.office(Present.actor()) == null ? rows : List.of();
  }

  /** A key to go on from; none where the address holds something else. */
  private static @Nullable String key(@Nullable String given) {
    try {
      return given == null ? null : UUID.fromString(given).toString();
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
