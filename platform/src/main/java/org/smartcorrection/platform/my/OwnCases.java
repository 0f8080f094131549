package org.smartcorrection.platform.my;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Papers;
import org.smartcorrection.platform.casework.PersonLinks;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.stereotype.Component;

/** What belongs to the person who is signed in; nothing else can be asked for. */
@Component
class OwnCases {
  private final Cases cases;
  private final Instances instances;
  private final PersonLinks links;
  private final Acts acts;
  private final Documents documents;

  OwnCases(Cases cases, Instances instances, PersonLinks links, Acts acts, Documents documents) {
    this.cases = cases;
    this.instances = instances;
    this.links = links;
    this.acts = acts;
    this.documents = documents;
  }

  /**
   * The person who is signed in.
   *
   * @throws NotFound when a member of staff is
   */
  static PersonId person() {
    return Optional.ofNullable(Present.actor().person()).orElseThrow(NotFound::new);
  }

  /**
   * Whether an act is the person's to read: who of the staff may open the file, and why, is about
   * staff (rule H13), and so is how colleagues voted (rule H11).
   */
  static boolean theirs(Act act) {
    return !act.procedure().equals(Restrictions.PROCEDURE) && !act.deliberates();
  }

  /**
   * The documents of a case that are the person's to read: without minutes of a deliberation (rule
   * H11), and without what protects somebody from them (rule M16).
   */
  List<Document> documents(Case in) {
    Set<ActId> protecting = acts.protecting(in.id());
    return documents.ofCase(in.id()).stream()
        .filter(document -> !document.kind().equals(Papers.MINUTES))
        .filter(document -> !protecting.contains(document.act()))
        .toList();
  }

  static Actor actor() {
    person();
    return Present.actor();
  }

  /**
   * The case of correction that the pages are about: the latest.
   *
   * @throws NotFound when there is none
   */
  Case current() {
    return all().stream().findFirst().orElseThrow(NotFound::new);
  }

  List<Case> all() {
    return cases.of(person());
  }

  /**
   * All cases of the person: those of every record that is the same human too (rule H12), the
   * person's own record first. Staff joined the records, and the person reads what each has.
   */
  List<Case> joined() {
    PersonId own = person();
    return Stream.concat(
            all().stream(),
            links.group(own).stream()
                .filter(other -> !other.equals(own))
                .sorted(Comparator.comparing(PersonId::value).reversed())
                .flatMap(other -> cases.of(other).stream()))
        .toList();
  }

  /**
   * One of all these.
   *
   * @throws NotFound when there is none of this number
   */
  Case joined(@Nullable String number) {
    return number == null
        ? current()
        : joined().stream()
            .filter(one -> one.number().equals(number))
            .findFirst()
            .orElseThrow(NotFound::new);
  }

  /**
   * A run of this procedure in one of the person's own cases.
   *
   * @throws NotFound when it is anybody else's, or another procedure's
   */
  Running own(UUID instance, String procedure) {
    Running running = instances.find(instance).orElseThrow(NotFound::new);
    boolean own =
        running.procedure().equals(procedure)
            && cases.get(running.caseId()).person().equals(person());
    if (!own) throw new NotFound();
    return running;
  }
}
