package org.smartcorrection.platform.welfare;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.notify.AttemptRows;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Welfare alerts for the officers whom the ground names: whom to help, how, and what was done. */
@Controller
class AlertPages {
  private static final String PATH = "/console/welfare";
  private static final int PAGE = 20;
  private static final int OPEN = 100;
  private static final int VALUES = 200;
  private static final Duration BEFORE = Duration.ofHours(24);
  private static final List<Option> HELPS = Option.of(Alert.Help.class, "welfare.help");

  private final AlertAccess access;
  private final Alerts alerts;
  private final Attempts attempts;
  private final AttemptRows rows;
  private final BodyValues values;
  private final Instances instances;
  private final People people;
  private final Accounts accounts;
  private final Looks looks;

  AlertPages(
      AlertAccess access,
      Alerts alerts,
      Attempts attempts,
      AttemptRows rows,
      BodyValues values,
      Instances instances,
      People people,
      Accounts accounts,
      Looks looks) {
    this.access = access;
    this.alerts = alerts;
    this.attempts = attempts;
    this.rows = rows;
    this.values = values;
    this.instances = instances;
    this.people = people;
    this.accounts = accounts;
    this.looks = looks;
  }

  /** An alert in a list; the name is the number of the case where it is withheld. */
  record Row(Alert alert, String number, String name) {}

  @GetMapping(PATH)
  String list(
      @RequestParam(required = false) @Nullable String before,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    Actor actor = Present.actor();
    AlertAccess.Page open = access.page(actor, true, null, OPEN);
    AlertAccess.Page closed = access.page(actor, false, Pages.key(before), PAGE);
    List<PersonId> persons =
        Stream.concat(open.rows().stream(), closed.rows().stream())
            .map(one -> one.alert().person())
            .distinct()
            .toList();
    looks.record(actor, Sessions.purpose(request, actor), "list", persons);
    Map<PersonId, Identity> known = people.all(persons);
    model.addAttribute("open", rows(open, known, locale));
    model.addAttribute("closed", rows(closed, known, locale));
    model.addAttribute("first", before == null);
    model.addAttribute("next", closed.next() == null ? null : PATH + "?before=" + closed.next());
    return "welfare/alerts";
  }

  private static List<Row> rows(
      AlertAccess.Page page, Map<PersonId, Identity> known, Locale locale) {
    return page.rows().stream()
        .map(
            one -> {
              @Nullable Identity identity = known.get(one.alert().person());
              String number = one.in().number();
              return new Row(
                  one.alert(), number, identity == null ? number : identity.name(locale));
            })
        .toList();
  }

  @GetMapping(PATH + "/{id}")
  String one(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
    return show(access.open(Pages.id(id)), Form.empty(), request, model, locale);
  }

  /** Whoever acknowledges it takes care of it; nobody else is told any more. */
  @PostMapping(PATH + "/{id}/seen")
  String seen(@PathVariable String id) {
    AlertAccess.Opened opened = access.open(Pages.id(id));
    alerts.seen(opened.alert().id(), opened.actor().account());
    return "redirect:" + PATH + "/" + opened.alert().id();
  }

  @PostMapping(PATH + "/{id}/closed")
  String closed(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    AlertAccess.Opened opened = access.open(Pages.id(id));
    FormReader reader = Form.of(request.getParameterMap()).read("welfare.field");
    Optional<Alert.Help> help = reader.choice("help", Alert.Help.class);
    String note = reader.text("note", 1000);
    if (reader.failed() || help.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(opened, reader.form(), request, model, locale);
    }
    alerts.close(opened.alert(), help.get(), note, opened.actor().account());
    return "redirect:" + PATH;
  }

  private String show(
      AlertAccess.Opened opened,
      Form form,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    Alert alert = opened.alert();
    Actor actor = opened.actor();
    looks.record(actor, Sessions.purpose(request, actor), "health", List.of(alert.person()));
    Identity person = people.get(alert.person());
    Facts facts = instances.find(alert.ground()).map(Running::facts).orElse(Facts.NONE);
    List<BodyValues.Value> around =
        values.between(alert.ground(), alert.at().minus(BEFORE), alert.at().plus(BEFORE), VALUES);
    List<AccountId> named =
        Stream.of(alert.seenBy(), alert.closedBy()).filter(Objects::nonNull).distinct().toList();
    Map<AccountId, Accounts.StaffName> names = accounts.names(named);
    model.addAttribute("alert", alert);
    model.addAttribute("case", opened.in());
    model.addAttribute("name", person.name(locale));
    model.addAttribute("phone", person.phone());
    model.addAttribute("address", person.address());
    model.addAttribute("helps", facts.said("whoHelps"));
    model.addAttribute("purpose", facts.said("healthPurpose"));
    model.addAttribute("physician", facts.said("physician"));
    model.addAttribute("rows", ValueRow.of(around.reversed()));
    model.addAttribute("curves", Curve.of(around));
    model.addAttribute("tried", rows.of(attempts.of(alert.id()), "welfare.stage.", locale));
    model.addAttribute("seenBy", name(alert.seenBy(), names, locale));
    model.addAttribute("closedBy", name(alert.closedBy(), names, locale));
    model.addAttribute("helpOptions", HELPS);
    model.addAttribute("form", form);
    return "welfare/alert";
  }

  private static @Nullable String name(
      @Nullable AccountId who, Map<AccountId, Accounts.StaffName> names, Locale locale) {
    Accounts.@Nullable StaffName name = who == null ? null : names.get(who);
    return name == null ? null : name.in(locale);
  }
}
