package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.ActingFor;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Charges;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.Staffing;
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

/** What a post may, what it must, and on what ground. */
@Controller
class DutyPages {
  private static final int SHOWN = 20;

  private final DutyBook book;
  private final Charges charges;
  private final Staffing staffing;
  private final Accounts accounts;
  private final ActingFor actingFor;
  private final SubstitutionRegister register;
  private final SubstitutionReceipts receipts;
  private final Jurisdiction jurisdiction;
  private final Trail trail;
  private final Clock clock;

  DutyPages(
      DutyBook book,
      Charges charges,
      Staffing staffing,
      Accounts accounts,
      ActingFor actingFor,
      SubstitutionRegister register,
      SubstitutionReceipts receipts,
      Jurisdiction jurisdiction,
      Trail trail,
      Clock clock) {
    this.book = book;
    this.charges = charges;
    this.staffing = staffing;
    this.accounts = accounts;
    this.actingFor = actingFor;
    this.register = register;
    this.receipts = receipts;
    this.jurisdiction = jurisdiction;
    this.trail = trail;
    this.clock = clock;
  }

  /** The reader's own. */
  @GetMapping("/posts")
  String own(Model model, Locale locale) {
    return page(Present.actor().post(), model, locale);
  }

  @GetMapping("/posts/{id}")
  String one(@PathVariable String id, Model model, Locale locale) {
    return page(PostId.of(id), model, locale);
  }

  private String page(PostId id, Model model, Locale locale) {
    Actor reader = Present.actor();
    DutyBook.Opened post = book.open(id, reader);
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    model.addAttribute("post", post);
    model.addAttribute("own", id.equals(reader.post()));
    model.addAttribute("duties", book.of(post, reader, locale));
    model.addAttribute("charges", book.charges(post, reader));
    model.addAttribute("deputy", post.title().deputy());
    List<ActingFor.Names> substitutions = actingFor.ofPost(id, SHOWN);
    model.addAttribute("substitutions", substitutions);
    model.addAttribute("receipts", receipts.of(substitutions));
    model.addAttribute(
        "proofs", jurisdiction.covers(reader, jurisdiction.custody(post.agency()), null));
    model.addAttribute("today", today);
    model.addAttribute("records", register.mayRecord(id, reader));
    model.addAttribute("reader", reader.account());
    if (id.equals(reader.post()))
      model.addAttribute(
          "others",
          accounts.posts(reader.account(), today).stream()
              .filter(other -> !other.post().equals(id))
              .toList());
    model.addAttribute("sets", post.title().role() == Role.BUREAU_HEAD && !post.title().deputy());
    model.addAttribute("entrusted", post.title().role() == Role.JUDICIAL_OFFICE);
    model.addAttribute(
        "holders",
        staffing.of(post.agency().id(), today).stream()
            .filter(held -> held.post().equals(id) && !held.disabled())
            .map(held -> held.name(locale))
            .filter(Objects::nonNull)
            .toList());
    return "desk/post";
  }

  @GetMapping("/posts/{id}/charges")
  String charges(@PathVariable String id, Model model) {
    DutyBook.Opened post = chargeable(id);
    Form form =
        Form.empty()
            .with("charges", book.charged(post).toArray(String[]::new))
            .with("from", LegalCalendar.legalDay(clock.instant()).toString());
    return form(post, form, model);
  }

  @PostMapping("/posts/{id}/charges")
  String charge(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    DutyBook.Opened post = chargeable(id);
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    FormReader read = Form.of(request.getParameterMap()).read("desk.post.charges");
    Optional<LocalDate> from = read.date("from");
    if (from.filter(day -> day.isBefore(today)).isPresent())
      read.failing("from", "desk.post.charges.back");
    if (read.failed() || from.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(post, read.form(), model);
    }
    Set<String> chosen =
        read.form().values("charges").stream()
            .filter(book.chargeable(post)::contains)
            .collect(Collectors.toSet());
    Actor by = Present.actor();
    charges.set(post.id(), post.agency().id(), chosen, from.get(), by.account());
    trail.note(by.account(), "charges-changed", post.id().toString());
    return "redirect:/posts/" + post.id();
  }

  private DutyBook.Opened chargeable(String id) {
    Actor by = Present.actor();
    DutyBook.Opened post = book.open(PostId.of(id), by);
    if (!book.charges(post, by)) throw new NotFound();
    return post;
  }

  private String form(DutyBook.Opened post, Form form, Model model) {
    List<Option> options =
        book.chargeable(post).stream()
            .map(procedure -> new Option(procedure, Text.of("procedure." + procedure)))
            .toList();
    model.addAttribute("post", post);
    model.addAttribute("form", form);
    model.addAttribute("options", options);
    return "desk/post-charges";
  }
}
