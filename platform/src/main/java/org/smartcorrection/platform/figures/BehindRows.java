package org.smartcorrection.platform.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.casework.Timeliness;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.springframework.stereotype.Component;

/** Opens a figure: the cases behind it, with the names of those whom the reader may read about. */
@Component
class BehindRows {
  private static final int SIZE = 50;

  private final Figures figures;
  private final Timeliness timeliness;
  private final Reports reports;
  private final Summaries summaries;
  private final People people;
  private final Jurisdiction jurisdiction;
  private final Looks looks;
  private final Restrictions restrictions;

  BehindRows(
      Figures figures,
      Timeliness timeliness,
      Reports reports,
      Summaries summaries,
      People people,
      Jurisdiction jurisdiction,
      Looks looks,
      Restrictions restrictions) {
    this.figures = figures;
    this.timeliness = timeliness;
    this.reports = reports;
    this.summaries = summaries;
    this.people = people;
    this.jurisdiction = jurisdiction;
    this.looks = looks;
    this.restrictions = restrictions;
  }

  private record Found(
      CaseId caseId, @Nullable Integer act, @Nullable Text what, @Nullable LocalDate day) {}

  /** One page; the look at it is recorded. */
  Slice<BehindRow> of(
      Behind behind,
      Links links,
      Actor actor,
      ReadPurpose purpose,
      @Nullable String after,
      Locale locale) {
    Slice<Found> found = found(behind, links, after);
    Map<CaseId, Summary> cases = summaries.all(found.rows().stream().map(Found::caseId).toList());
    List<PersonId> open =
        cases.values().stream().filter(one -> open(one, actor)).map(Summary::person).toList();
    Map<PersonId, Identity> names = people.all(open);
    looks.record(actor, purpose, "list", open);
    return new Slice<>(
        found.rows().stream()
            .filter(row -> cases.containsKey(row.caseId()))
            .map(
                row ->
                    row(row, Objects.requireNonNull(cases.get(row.caseId())), names, actor, locale))
            .toList(),
        found.next());
  }

  private Slice<Found> found(Behind behind, Links links, @Nullable String after) {
    return switch (behind) {
      case Behind.People(var column, var of) ->
          figures
              .people(links.scope(), links.period(), column, of, after, SIZE)
              .map(BehindRows::found);
      case Behind.Acts(var kind, var category) ->
          figures
              .acts(links.scope(), links.period(), kind, category, after, SIZE)
              .map(BehindRows::found);
      case Behind.Deadlines(var rule, var owner, var kept) ->
          timeliness
              .page(reports.asked(links.scope(), links.period()), rule, owner, kept, after, SIZE)
              .map(
                  one ->
                      new Found(
                          one.caseId(),
                          null,
                          Text.of("deadline." + one.procedure() + "." + one.name()),
                          one.day()));
    };
  }

  private static Found found(Figures.Behind one) {
    Text act = one.act() == null ? null : Text.of("shell.act.number", one.act());
    return new Found(one.caseId(), one.act(), act, one.day());
  }

  private BehindRow row(
      Found found, Summary in, Map<PersonId, Identity> names, Actor actor, Locale locale) {
    boolean open = open(in, actor);
    @Nullable Identity identity = open ? names.get(in.person()) : null;
    return new BehindRow(
        identity == null ? in.number() : identity.name(locale),
        in.number(),
        open ? href(found, actor.role()) : null,
        Text.of("choice." + in.category()),
        found.what(),
        found.day());
  }

  /** An office reads no more about those who were entrusted to another one since. */
  private boolean open(Summary in, Actor actor) {
    return jurisdiction.covers(actor, in.agency(), in.office()) && !restrictions.closed(actor, in);
  }

  private static String href(Found found, Role role) {
    String file = role == Role.PROSECUTOR ? "/oversight/cases/" : "/console/cases/";
    boolean act = found.act() != null && role != Role.PROSECUTOR;
    return file + found.caseId() + (act ? "#act-" + found.act() : "");
  }
}
