package org.smartcorrection.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.shell.Navigation;
import org.smartcorrection.platform.shell.Purpose;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.shell.Visitor;
import org.smartcorrection.platform.shell.Visitors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells the pages who is looking at them, and for what. */
@Component
class PresentVisitor implements Visitors {
  private final MessageSource messages;
  private final Jurisdiction jurisdiction;
  private final Agencies agencies;

  PresentVisitor(MessageSource messages, Jurisdiction jurisdiction, Agencies agencies) {
    this.messages = messages;
    this.jurisdiction = jurisdiction;
    this.agencies = agencies;
  }

  @Override
  public Optional<Visitor> current(HttpServletRequest request) {
    return Present.find().map(actor -> visitor(actor, request));
  }

  private Visitor visitor(Actor actor, HttpServletRequest request) {
    Locale locale = LocaleContextHolder.getLocale();
    String title =
        actor.inPlace() == null
            ? actor.postTitle(locale)
            : messages.getMessage(
                "access.substitute", new Object[] {actor.postTitle(locale)}, locale);
    String post = title + " · " + actor.agency().name(locale);
    Optional<Purpose> purpose =
        actor.role() == Role.SUBJECT ? Optional.empty() : Optional.of(purpose(actor, request));
    return new Visitor(
        actor.name(locale), post, new Navigation(List.of()), purpose, county(actor, locale));
  }

  /** Of a city agency alone; every other post has to do with one county. */
  private Optional<Purpose> county(Actor actor, Locale locale) {
    if (actor.role() != Role.CITY_AGENCY) return Optional.empty();
    Agency county = agencies.get(jurisdiction.custody(actor));
    Text named = Text.of("access.county.sentence", Text.literal(county.name(locale)));
    return Optional.of(new Purpose(named, Optional.of("/console/counties")));
  }

  private static Purpose purpose(Actor actor, HttpServletRequest request) {
    Text named = Text.of(Sessions.purpose(request, actor).key());
    return new Purpose(Text.of("access.purpose.sentence", named), Optional.of("/purpose"));
  }
}
