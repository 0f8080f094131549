package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.AgencyActs;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Publication;
import org.smartcorrection.platform.casework.PublishNumber;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LocalNumber;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.Rule;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The form by which the head of the bureau sets one number: typed, then seen with everything that
 * it changes, then published.
 */
@Controller
class ChangeNumberPage {
  private static final int LONGEST_REASON = 1000;
  private static final long LARGEST = 100_000;

  private final Law law;
  private final ReadersNumbers readers;
  private final AgencyActs agencyActs;
  private final KeptForms kept;

  ChangeNumberPage(Law law, ReadersNumbers readers, AgencyActs agencyActs, KeptForms kept) {
    this.law = law;
    this.readers = readers;
    this.agencyActs = agencyActs;
    this.kept = kept;
  }

  /** The number that is to be changed, and the agency whose it is. */
  private record Asked(Agency agency, ReadersNumbers.Shown shown, Rule rule, String name) {}

  /** What was typed, as far as it can be read. */
  private record Typed(LocalNumber wanted, String reason) {}

  @GetMapping("/console/numbers/{rule}/{name}")
  String form(
      @PathVariable String rule,
      @PathVariable String name,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    Asked asked = asked(rule, name);
    Form form = Form.empty().with("from", asked.shown().day().plusDays(1).toString());
    for (var field :
        kept.take(request).stream().flatMap(k -> k.values().entrySet().stream()).toList())
      form = form.with(field.getKey(), field.getValue().toArray(String[]::new));
    return show(asked, form, null, model, locale);
  }

  @PostMapping("/console/numbers/{rule}/{name}")
  String change(
      @PathVariable String rule,
      @PathVariable String name,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Asked asked = asked(rule, name);
    FormReader reader = Form.of(request.getParameterMap()).read("desk.numbers");
    Optional<Typed> typed = typed(asked, reader);
    if (typed.isEmpty()) return again(asked, reader, response, model, locale);
    boolean publishes = reader.form().value("step").equals("publish");
    List<Reason> reasons =
        publishes ? publish(asked, typed.get()) : against(asked, typed.get().wanted());
    beside(reasons, reader, locale);
    if (reader.failed()) return again(asked, reader, response, model, locale);
    if (publishes) return "redirect:/console/numbers#acts";
    Difference difference = Difference.of(typed.get().wanted(), asked.shown(), law, locale);
    return show(asked, reader.form(), difference, model, locale);
  }

  private static Optional<Typed> typed(Asked asked, FormReader reader) {
    OptionalLong value = reader.wholeNumber("value", 0, LARGEST);
    Optional<LocalDate> from = reader.date("from");
    String reason = reader.text("reason", LONGEST_REASON);
    if (reader.failed() || value.isEmpty() || from.isEmpty()) return Optional.empty();
    var wanted =
        new LocalNumber(
            asked.rule().id(), asked.name(), Math.toIntExact(value.getAsLong()), from.get());
    return Optional.of(new Typed(wanted, reason));
  }

  private List<Reason> against(Asked asked, LocalNumber wanted) {
    return agencyActs.against(asked.agency().id(), wanted, Present.actor());
  }

  private List<Reason> publish(Asked asked, Typed typed) {
    var command =
        new PublishNumber(asked.agency().id(), typed.wanted(), typed.reason(), Present.actor());
    return switch (agencyActs.publish(command)) {
      case Publication.Published _ -> List.of();
      case Publication.Refused(var reasons) -> reasons;
    };
  }

  /** Each reason of the law beside the field it is about. */
  private void beside(List<Reason> reasons, FormReader reader, Locale locale) {
    var explanations = law.explanations();
    for (Reason reason : reasons)
      reader.failing(
          reason.key().equals("reason.number.back") ? "from" : "value",
          "desk.form.law-says",
          Text.literal(explanations.render(reason, locale).text()));
  }

  /** Only a number that an agency may set has a form. */
  private Asked asked(String rule, String name) {
    Agency agency = readers.custody(Present.actor()).orElseThrow(NotFound::new);
    ReadersNumbers.Shown shown = readers.of(agency);
    Rule found =
        shown
            .rules()
            .find(rule)
            .filter(known -> known.configurable().contains(name))
            .orElseThrow(NotFound::new);
    return new Asked(agency, shown, found, name);
  }

  private String again(
      Asked asked, FormReader reader, HttpServletResponse response, Model model, Locale locale) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(asked, reader.form(), null, model, locale);
  }

  private String show(
      Asked asked, Form form, @Nullable Difference difference, Model model, Locale locale) {
    model.addAttribute("agency", asked.agency().name(locale));
    model.addAttribute("row", NumberRow.of(asked.rule(), asked.name(), asked.shown(), law, locale));
    model.addAttribute("reading", asked.rule().reading().orElse(null));
    model.addAttribute("form", form);
    model.addAttribute("difference", difference);
    return "desk/change-number";
  }
}
