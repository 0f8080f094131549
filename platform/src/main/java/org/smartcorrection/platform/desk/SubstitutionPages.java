package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.LiveFeed;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.Substituting;
import org.smartcorrection.platform.organisation.Substitution;
import org.smartcorrection.platform.organisation.SubstitutionRegister;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Records who acts in whose place, and ends it before its time. */
@Controller
class SubstitutionPages {
  private final SubstitutionRegister register;
  private final DutyBook book;
  private final Trail trail;
  private final LiveFeed live;
  private final Clock clock;

  SubstitutionPages(
      SubstitutionRegister register, DutyBook book, Trail trail, LiveFeed live, Clock clock) {
    this.register = register;
    this.book = book;
    this.trail = trail;
    this.live = live;
    this.clock = clock;
  }

  @GetMapping("/posts/{id}/substitution")
  String fresh(@PathVariable String id, Model model, Locale locale) {
    String today = LegalCalendar.legalDay(clock.instant()).toString();
    return form(mine(id), Form.empty().with("from", today), model, locale);
  }

  @PostMapping("/posts/{id}/substitution")
  String record(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    DutyBook.Opened post = mine(id);
    FormReader read = Form.of(request.getParameterMap()).read("desk.substitution");
    String substitute = read.text("substitute", 40);
    Optional<LocalDate> from = read.date("from");
    Optional<LocalDate> until = read.date("until");
    Substitution.@Nullable Order order = order(read);
    Form form = read.form();
    if (!form.hasErrors() && from.isPresent() && until.isPresent()) {
      var wanted =
          new SubstitutionRegister.Wanted(
              post.id(), AccountId.of(substitute), from.get(), until.get(), order);
      Actor by = Present.actor();
      switch (register.record(wanted, by)) {
        case Substituting.Recorded(var made) -> {
          trail.note(by.account(), "substitution-recorded", made.id().toString());
          return "redirect:/posts/" + post.id() + "#substitutions";
        }
        case Substituting.Refused refused ->
            form =
                form.failing(field(refused.why()), "desk.substitution.why." + refused.why().name());
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(post, form, model, locale);
  }

  @PostMapping("/posts/{id}/substitution/{substitution}/end")
  String end(@PathVariable String id, @PathVariable UUID substitution) {
    Actor by = Present.actor();
    PostId post = book.open(PostId.of(id), by).id();
    Substitution ended = register.end(substitution, by);
    trail.note(by.account(), "substitution-ended", substitution.toString());
    // pages that the substitute has open are asked again at once
    live.end(ended.account());
    boolean stays = by.inPlace() == null || !by.inPlace().substitution().equals(substitution);
    return stays ? "redirect:/posts/" + post + "#substitutions" : "redirect:/";
  }

  private static Substitution.@Nullable Order order(FormReader read) {
    String number = read.textIfAny("order", 60);
    Optional<LocalDate> on = read.dateIfAny("ordered-on");
    if (number.isEmpty() && on.isEmpty()) return null;
    if (on.isEmpty()) read.failing("ordered-on", "desk.substitution.why.ORDER");
    if (number.isEmpty()) read.failing("order", "desk.substitution.why.ORDER");
    return on.isPresent() ? new Substitution.Order(number, on.get()) : null;
  }

  private static String field(Substituting.Why why) {
    return switch (why) {
      case BACK, OVERLAPS -> "from";
      case DAYS -> "until";
      case POWER, ELIGIBLE, NOT_DEPUTY, SUBSTITUTE_ABSENT -> "substitute";
      case NO_ORDER_HERE, ORDER -> "order";
    };
  }

  /** A post for which the reader may record one. */
  private DutyBook.Opened mine(String id) {
    Actor by = Present.actor();
    DutyBook.Opened post = book.open(PostId.of(id), by);
    if (!register.mayRecord(post.id(), by)) throw new NotFound();
    return post;
  }

  private String form(DutyBook.Opened post, Form form, Model model, Locale locale) {
    List<Option> options =
        register.eligible(post.id()).stream()
            .map(
                held ->
                    new Option(
                        String.valueOf(held.account()),
                        Text.of(
                            "desk.substitution.held",
                            Optional.ofNullable(held.name(locale)).orElse("–"),
                            held.title(locale))))
            .toList();
    model.addAttribute("post", post);
    model.addAttribute("form", form);
    model.addAttribute("options", options);
    model.addAttribute("head", post.title().role() == Role.BUREAU_HEAD && !post.title().deputy());
    return "desk/substitution";
  }
}
