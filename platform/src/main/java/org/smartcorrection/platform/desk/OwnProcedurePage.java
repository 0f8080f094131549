package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.AgencyActs;
import org.smartcorrection.platform.casework.ChangeWords;
import org.smartcorrection.platform.casework.DefinitionDrafts;
import org.smartcorrection.platform.casework.DefinitionPublication;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.PublishDefinition;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.local.LocalDefinition;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where an agency writes a version of a procedure of its own: by the changes that are made most, or
 * as data; seen at once with everything that it changes and all that the law has against it; and
 * published by the head of the bureau.
 */
@Controller
class OwnProcedurePage {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,40}");
  private static final int LONGEST_REASON = 1000;
  private static final int LONGEST_TEXT = 200_000;

  private final Law law;
  private final ReadersNumbers readers;
  private final AgencyActs agencyActs;
  private final DefinitionDrafts drafts;
  private final DraftView view;
  private final DraftTools tools;
  private final ChangeWords words;
  private final MessageSource messages;

  OwnProcedurePage(
      Law law,
      ReadersNumbers readers,
      AgencyActs agencyActs,
      DefinitionDrafts drafts,
      DraftView view,
      DraftTools tools,
      ChangeWords words,
      MessageSource messages) {
    this.law = law;
    this.readers = readers;
    this.agencyActs = agencyActs;
    this.drafts = drafts;
    this.view = view;
    this.tools = tools;
    this.words = words;
    this.messages = messages;
  }

  /** What it is called; a draft that nobody has published bears its name in the data. */
  static String called(String procedure, MessageSource messages, Locale locale) {
    return String.valueOf(messages.getMessage("procedure." + procedure, null, procedure, locale));
  }

  /** Whether a procedure may be called so. */
  static boolean isName(String procedure) {
    return NAME.matcher(procedure).matches();
  }

  /**
   * What is being written.
   *
   * @param followed what the agency follows now
   */
  private record Asked(
      String procedure,
      Agency agency,
      ReadersNumbers.Shown shown,
      Optional<Definition> followed,
      Optional<DefinitionDrafts.Draft> draft) {
    String content() {
      return draft
          .map(DefinitionDrafts.Draft::content)
          .orElseGet(
              () ->
                  followed
                      .map(definition -> LocalDefinition.of(definition).json())
                      .orElseGet(() -> DraftTools.beginning(procedure)));
    }
  }

  @GetMapping("/console/procedures/{procedure}")
  String form(@PathVariable String procedure, Model model, Locale locale) {
    Asked asked = asked(procedure);
    Form form =
        Form.empty()
            .with("content", asked.content())
            .with("from", asked.shown().day().plusDays(1).toString());
    return show(asked, form, model, locale);
  }

  @PostMapping("/console/procedures/{procedure}")
  String change(
      @PathVariable String procedure,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Asked asked = asked(procedure);
    FormReader reader = Form.of(request.getParameterMap()).read("desk.own");
    return switch (reader.form().value("step")) {
      case "discard" -> {
        drafts.drop(asked.agency().id(), procedure);
        yield "redirect:/console/procedures";
      }
      case "publish" -> publish(asked, reader, response, model, locale);
      case "text" -> {
        String content = reader.text("content", LONGEST_TEXT);
        yield saved(asked, reader, content, response, model, locale);
      }
      case String tool -> {
        Optional<String> content = tools.apply(tool, asked.content(), reader);
        yield saved(asked, reader, content.orElse(""), response, model, locale);
      }
    };
  }

  private String saved(
      Asked asked,
      FormReader reader,
      String content,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    if (reader.failed()) return again(asked, reader, response, model, locale);
    drafts.save(asked.agency().id(), asked.procedure(), content, Present.actor());
    return "redirect:/console/procedures/" + asked.procedure() + "#preview";
  }

  private String publish(
      Asked asked, FormReader reader, HttpServletResponse response, Model model, Locale locale) {
    Optional<LocalDate> from = reader.date("from");
    String reason = reader.text("reason", LONGEST_REASON);
    DraftView.Seen seen =
        see(asked, asked.content(), from.orElse(asked.shown().day().plusDays(1)), locale);
    LocalDefinition own = seen.own();
    if (own == null || !seen.ready()) reader.failing("from", "desk.own.not-ready");
    if (reader.failed() || from.isEmpty() || own == null)
      return again(asked, reader, response, model, locale);
    var command =
        new PublishDefinition(asked.agency().id(), own, from.get(), reason, Present.actor());
    return switch (agencyActs.publish(command)) {
      case DefinitionPublication.Published _ -> "redirect:/console/procedures#acts";
      case DefinitionPublication.Flawed _ -> {
        reader.failing("from", "desk.own.not-ready");
        yield again(asked, reader, response, model, locale);
      }
      case DefinitionPublication.Refused(var reasons) -> {
        beside(reasons, reader, locale);
        yield again(asked, reader, response, model, locale);
      }
    };
  }

  private void beside(List<Reason> reasons, FormReader reader, Locale locale) {
    for (Reason reason : reasons)
      reader.failing(
          "from",
          "desk.form.law-says",
          Text.literal(law.explanations().render(reason, locale).text()));
  }

  private DraftView.Seen see(Asked asked, String content, LocalDate day, Locale locale) {
    return view.see(
        asked.procedure(), content, asked.followed(), day, asked.shown().rules(), locale);
  }

  private Asked asked(String procedure) {
    if (!isName(procedure)) throw new NotFound();
    Agency agency = readers.custody(Present.actor()).orElseThrow(NotFound::new);
    ReadersNumbers.Shown shown = readers.of(agency);
    return new Asked(
        procedure,
        agency,
        shown,
        law.newest(agency.id(), procedure, shown.day()),
        drafts.find(agency.id(), procedure));
  }

  private String again(
      Asked asked, FormReader reader, HttpServletResponse response, Model model, Locale locale) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    Form form = reader.form();
    if (form.value("content").isEmpty()) form = form.with("content", asked.content());
    if (form.value("from").isEmpty())
      form = form.with("from", asked.shown().day().plusDays(1).toString());
    return show(asked, form, model, locale);
  }

  private String show(Asked asked, Form form, Model model, Locale locale) {
    Actor actor = Present.actor();
    DraftView.Seen seen =
        see(asked, form.value("content"), asked.shown().day().plusDays(1), locale);
    model.addAttribute("form", form);
    model.addAttribute("procedure", asked.procedure());
    model.addAttribute("called", called(asked.procedure(), messages, locale));
    model.addAttribute("known", asked.followed().isPresent());
    model.addAttribute("version", asked.followed().map(Definition::version).orElse(null));
    model.addAttribute("draft", asked.draft().orElse(null));
    model.addAttribute("seen", seen);
    model.addAttribute("publishes", actor.headsBureau());
    model.addAttribute("agency", asked.agency().name(locale));
    model.addAttribute(
        "tools",
        seen.own() == null
            ? null
            : tools.choices(seen.own().definition(), words.explanations(seen.own()), locale));
    return "desk/own-procedure";
  }
}
