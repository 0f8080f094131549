package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.reporting.CheckIns;
import org.smartcorrection.platform.reporting.CheckIns.Outcome;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Checking in: by a plain form, which works everywhere, or by what the phone kept while it had no
 * signal. No place is asked for and none is taken.
 */
@Controller
class CheckInPages {
  private static final int LONGEST = 1000;

  private final OwnCases own;
  private final CheckIns checkIns;
  private final Acts acts;
  private final Receipts receipts;
  private final Words words;
  private final Clock clock;

  CheckInPages(
      OwnCases own, CheckIns checkIns, Acts acts, Receipts receipts, Words words, Clock clock) {
    this.own = own;
    this.checkIns = checkIns;
    this.acts = acts;
    this.receipts = receipts;
    this.words = words;
    this.clock = clock;
  }

  /** Changes in life can be told with the report (M13); nobody has to. */
  @GetMapping("/my/check-in")
  String form(Model model) {
    return page(Form.empty(), model);
  }

  @PostMapping("/my/check-in")
  Object checkIn(HttpServletRequest request, Locale locale, Model model) {
    FormReader read = Form.of(request.getParameterMap()).read("my.check-in");
    String changes = read.textIfAny("changes", LONGEST);
    if (read.failed()) return Unaccepted.view(page(read.form(), model), model);
    Outcome outcome =
        checkIns.report(
            own.current(), OwnCases.actor(), Kiosk.way(request), clock.instant(), changes);
    return switch (outcome) {
      case Outcome.Received(var act, _) -> "redirect:/my/check-in/" + act.id();
      case Outcome.NothingDue _ -> "redirect:/my";
      case Outcome.Refused(var reasons) ->
          Unaccepted.view(
              page(words.failing(read.form(), reasons, "changes", locale), model), model);
    };
  }

  /** What was received, when it counts, and how far its receipt is. */
  @GetMapping("/my/check-in/{act}")
  String received(@PathVariable String act, Model model) {
    Case in = own.current();
    Act report = acts.get(ActId.of(act));
    if (!report.caseId().equals(in.id()) || !report.procedure().equals("checkin"))
      throw new NotFound();
    model.addAttribute("act", report);
    model.addAttribute("receipt", receipts.of(in.id(), List.of(report)).get(report.id()));
    return "my/received";
  }

  /** What the phone needs before it sends what it kept: whose session this is, and the token. */
  @GetMapping("/my/check-in/queued")
  @ResponseBody
  Map<String, String> ready(CsrfToken token) {
    return Map.of(
        "who", OwnCases.actor().account().toString(),
        "header", token.getHeaderName(),
        "token", token.getToken());
  }

  /**
   * A press that the phone kept.
   *
   * @param id the name that the phone gave it: sent twice, it counts once
   * @param who the account that pressed; a press of somebody else stays on the phone
   * @param pressedAt by the phone's clock, ISO 8601
   */
  record Queued(String id, String who, String pressedAt) {}

  @PostMapping("/my/check-in/queued")
  @ResponseBody
  ResponseEntity<Map<String, Object>> queued(@RequestBody Queued queued) {
    if (!OwnCases.actor().account().toString().equals(queued.who()))
      return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("state", "somebody-else"));
    UUID press;
    Instant pressedAt;
    try {
      press = UUID.fromString(queued.id());
      pressedAt = Instant.parse(queued.pressedAt());
    } catch (IllegalArgumentException | DateTimeException _) {
      return ResponseEntity.badRequest().body(Map.of("state", "unreadable"));
    }
    return switch (checkIns.press(own.current(), OwnCases.actor(), press, pressedAt)) {
      case Outcome.Received(var act, var own) ->
          ResponseEntity.ok(
              Map.of(
                  "state", "received",
                  "act", act.id().toString(),
                  "receivedAt", act.recordedAt().toString(),
                  "countedAt", act.occurredAt().toString(),
                  "ownTime", own));
      case Outcome.NothingDue _ -> ResponseEntity.ok(Map.of("state", "nothing-due"));
      case Outcome.Refused _ ->
          ResponseEntity.unprocessableContent().body(Map.of("state", "refused"));
    };
  }

  private String page(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("owed", checkIns.owed(own.current().id()));
    return "my/check-in";
  }
}
