package org.smartcorrection.platform.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Matrix;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.PersonLink;
import org.smartcorrection.platform.casework.PersonLinks;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.Likeness;
import org.smartcorrection.platform.subjects.People;
import org.springframework.stereotype.Component;

/**
 * Records that are one human, or could be, as far as somebody's post covers them (rule H12). Of a
 * case beyond that, not even that it is alike is said.
 */
@Component
class Duplicates {
  private final Likeness likeness;
  private final PersonLinks links;
  private final Summaries summaries;
  private final Cases cases;
  private final People people;
  private final Jurisdiction jurisdiction;
  private final Matrix matrix;

  Duplicates(
      Likeness likeness,
      PersonLinks links,
      Summaries summaries,
      Cases cases,
      People people,
      Jurisdiction jurisdiction,
      Matrix matrix) {
    this.likeness = likeness;
    this.links = links;
    this.summaries = summaries;
    this.cases = cases;
    this.people = people;
    this.jurisdiction = jurisdiction;
    this.matrix = matrix;
  }

  /** What the list shows, and whose names are in it. */
  record Found(List<AlikeRow> rows, Set<PersonId> people) {}

  /** All pairs among the people of the actor's agency, or of its one office. */
  Found all(Actor actor, Locale locale) {
    List<PersonId> ours = summaries.people(jurisdiction.custody(actor), Jurisdiction.office(actor));
    return rows(actor, likeness.among(ours), locale);
  }

  /** The records that are like the one that is open. */
  Found like(OpenedCase opened, Locale locale) {
    return rows(opened.actor(), likeness.like(opened.in().person()), locale);
  }

  private Found rows(Actor actor, List<Likeness.Pair> pairs, Locale locale) {
    Set<PersonId> named =
        pairs.stream().flatMap(p -> Stream.of(p.one(), p.other())).collect(Collectors.toSet());
    Map<PersonId, Summary> seen = latest(actor, named);
    Map<PersonId, Set<PersonId>> groups = links.groups(named);
    Map<PersonId, Identity> names = people.all(seen.keySet());
    var rows = new ArrayList<AlikeRow>();
    var shown = new HashSet<PersonId>();
    for (Likeness.Pair pair : pairs) {
      @Nullable Summary one = seen.get(pair.one());
      @Nullable Summary other = seen.get(pair.other());
      boolean joined = groups.getOrDefault(pair.one(), Set.of()).contains(pair.other());
      if (one == null || other == null || joined) continue;
      // two records are joined where both cases are, and a head may stand above several agencies
      if (!one.agency().equals(other.agency())) continue;
      shown.add(pair.one());
      shown.add(pair.other());
      rows.add(
          new AlikeRow(
              Who.of(one, names.get(one.person()), locale),
              Who.of(other, names.get(other.person()), locale),
              pair.because(),
              JoinPages.href(one.caseId(), other.caseId())));
    }
    return new Found(rows, shown);
  }

  /** The latest case of each of these people that the actor's post covers. */
  private Map<PersonId, Summary> latest(Actor actor, Collection<PersonId> persons) {
    var latest = new HashMap<PersonId, Summary>();
    for (Summary row : summaries.ofPeople(persons))
      if (jurisdiction.covers(actor, row.agency(), row.office()))
        latest.putIfAbsent(row.person(), row);
    return latest;
  }

  /** The cases of the other records that are the same human. */
  List<LinkedCase> linked(OpenedCase opened, Locale locale) {
    Set<PersonId> others = new HashSet<>(links.group(opened.in().person()));
    others.remove(opened.in().person());
    Map<PersonId, Identity> names = people.all(others);
    return summaries.ofPeople(others).stream()
        .map(
            row -> {
              boolean open = jurisdiction.covers(opened.actor(), row.agency(), row.office());
              @Nullable Identity name = open ? names.get(row.person()) : null;
              return new LinkedCase(Who.of(row, name, locale), row, open);
            })
        .toList();
  }

  /** How many other records are the same human. */
  int others(PersonId person) {
    return links.group(person).size() - 1;
  }

  /** What was said of this record, the latest first. */
  List<LinkRow> history(OpenedCase opened) {
    return links.of(List.of(opened.in().person())).stream()
        .map(
            link ->
                new LinkRow(
                    link,
                    cases.get(link.caseId()).number(),
                    cases.get(link.otherCase()).number(),
                    separate(link, opened)))
        .toList();
  }

  private @Nullable String separate(PersonLink link, OpenedCase opened) {
    if (!link.holds()) return null;
    String path = JoinPages.separate(link.caseId(), link.run());
    return matrix.line("GET", path).filter(line -> line.allows(opened.actor())).isPresent()
        ? path
        : null;
  }
}
