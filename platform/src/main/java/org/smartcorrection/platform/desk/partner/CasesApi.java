package org.smartcorrection.platform.desk.partner;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.CaseList;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.StatuteClock;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.committee.Secrecy;
import org.smartcorrection.platform.desk.Discretion;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The agency's cases for another system of its own. A token reads what its post reads on the pages,
 * no more, and every person is shown that it did.
 */
@RestController
class CasesApi {
  private static final String USUAL = "100";
  private static final int LARGEST = 500;

  private final CaseList list;
  private final Summaries summaries;
  private final StatuteClock statute;
  private final Acts acts;
  private final Secrecy secrecy;
  private final People people;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;
  private final Looks looks;
  private final Restrictions restrictions;
  private final Clock clock;

  CasesApi(
      CaseList list,
      Summaries summaries,
      StatuteClock statute,
      Acts acts,
      Secrecy secrecy,
      People people,
      Agencies agencies,
      Jurisdiction jurisdiction,
      Looks looks,
      Restrictions restrictions,
      Clock clock) {
    this.secrecy = secrecy;
    this.list = list;
    this.summaries = summaries;
    this.statute = statute;
    this.acts = acts;
    this.people = people;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
    this.looks = looks;
    this.restrictions = restrictions;
    this.clock = clock;
  }

  /** A page; {@code next} goes into {@code after}, and is null on the last one. */
  record Page<T>(List<T> rows, @Nullable String next) {
    static <T> Page<T> of(Slice<T> slice) {
      return new Page<>(slice.rows(), slice.next());
    }
  }

  /**
   * A case.
   *
   * @param name null where the identity was destroyed, or the case is closed to the post
   */
  record OneCase(
      String caseId,
      String number,
      String agency,
      @Nullable String office,
      @Nullable String name,
      String status,
      String category,
      String level,
      @Nullable LocalDate termStartsOn,
      @Nullable LocalDate termEndsOn,
      int lastAct,
      String lastActType,
      Instant lastActAt) {}

  /** An open deadline. */
  record Owed(
      String caseId,
      String procedure,
      String name,
      String rule,
      String owner,
      LocalDate day,
      Instant endsAt,
      boolean overdue,
      boolean provisional) {}

  /**
   * An act as an event.
   *
   * @param facts by name, each as the one line that the ledger commits to
   * @param corrects the act that it puts right
   */
  record Event(
      String actId,
      int number,
      String procedure,
      String instance,
      String type,
      int schemaVersion,
      String agency,
      String role,
      Instant occurredAt,
      LocalDate effectiveOn,
      Instant recordedAt,
      @Nullable String corrects,
      List<String> documents,
      Map<String, String> facts) {}

  @GetMapping("/api/cases")
  Page<OneCase> cases(
      @RequestParam @Nullable String county,
      @RequestParam @Nullable String after,
      @RequestParam @Nullable String status,
      @RequestParam(defaultValue = USUAL) int size) {
    Actor actor = Present.actor();
    Summary.@Nullable Status standing = status(status);
    Slice<Summary> page =
        reach(actor, county)
            .page(
                after,
                bounded(size),
                (agency, key, most) -> list.page(asked(actor, agency, standing), key, most));
    Map<PersonId, Identity> names = names(page.rows());
    looks.record(
        actor,
        ReadPurpose.usual(actor.role()),
        "export",
        page.rows().stream().map(Summary::person).toList());
    return Page.of(page.map(in -> row(in, names.get(in.person()))));
  }

  private static CaseList.Asked asked(
      Actor actor, AgencyId county, Summary.@Nullable Status status) {
    return new CaseList.Asked(
        county, Jurisdiction.office(actor), status, null, null, null, null, CaseList.Order.NEWEST);
  }

  private Reach reach(Actor actor, @Nullable String county) {
    return Reach.of(jurisdiction.reach(actor), county);
  }

  @GetMapping("/api/cases/{caseId}")
  OneCase one(@PathVariable String caseId) {
    Summary in = open(caseId);
    return row(in, names(List.of(in)).get(in.person()));
  }

  /** The acts after a number, the oldest first: whoever asks again goes on from the last one. */
  @GetMapping("/api/cases/{caseId}/acts")
  Page<Event> acts(
      @PathVariable String caseId,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = USUAL) int size) {
    Summary in = open(caseId);
    List<Act> found = acts.after(in.caseId(), after, bounded(size) + 1);
    Slice<Act> page = Slice.of(found, bounded(size), act -> Integer.toString(act.number()));
    List<Act> told = page.rows().stream().filter(Discretion::shows).toList();
    return Page.of(
        new Slice<>(secrecy.shown(told, Present.actor()), page.next()).map(CasesApi::event));
  }

  @GetMapping("/api/deadlines")
  Page<Owed> deadlines(
      @RequestParam @Nullable String county,
      @RequestParam @Nullable String after,
      @RequestParam(defaultValue = USUAL) int size) {
    Actor actor = Present.actor();
    Instant now = clock.instant();
    @Nullable AgencyId office = Jurisdiction.office(actor);
    return Page.of(
        reach(actor, county)
            .page(
                after,
                bounded(size),
                (agency, key, most) ->
                    statute.page(StatuteClock.Asked.all(agency, office), null, now, key, most))
            .map(open -> owed(open.due(), now)));
  }

  private Summary open(String caseId) {
    Actor actor = Present.actor();
    Summary in = summaries.find(CaseId.of(caseId)).orElseThrow(NotFound::new);
    if (!jurisdiction.covers(actor, in.agency(), in.office())) throw new NotFound();
    restrictions.check(actor, in);
    looks.record(actor, ReadPurpose.usual(actor.role()), "export", List.of(in.person()));
    return in;
  }

  private Map<PersonId, Identity> names(List<Summary> of) {
    return people.all(of.stream().map(Summary::person).toList());
  }

  private OneCase row(Summary in, @Nullable Identity identity) {
    @Nullable AgencyId office = in.office();
    return new OneCase(
        in.caseId().toString(),
        in.number(),
        agencies.get(in.agency()).code(),
        office == null ? null : agencies.get(office).code(),
        identity == null ? null : identity.name(),
        in.status().name(),
        in.category().name(),
        in.level().name(),
        in.termFrom(),
        in.termUntil(),
        in.lastAct(),
        in.lastActType(),
        in.lastActAt());
  }

  private static Owed owed(Due due, Instant now) {
    return new Owed(
        due.caseId().toString(),
        due.procedure(),
        due.name(),
        due.rule(),
        due.owner(),
        due.day(),
        due.end(),
        due.late(now),
        due.provisional());
  }

  private static Event event(Act act) {
    return new Event(
        act.id().toString(),
        act.number(),
        act.procedure(),
        act.instance().toString(),
        act.type(),
        act.schemaVersion(),
        act.agency().toString(),
        act.role().name(),
        act.occurredAt(),
        act.effectiveOn(),
        act.recordedAt(),
        act.corrects() == null ? null : act.corrects().toString(),
        act.documentKinds(),
        act.facts().values().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    fact -> Facts.plain(fact.getValue()),
                    (one, _) -> one,
                    TreeMap::new)));
  }

  private static Summary.@Nullable Status status(@Nullable String name) {
    if (name == null) return null;
    return Arrays.stream(Summary.Status.values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static int bounded(int size) {
    return Math.clamp(size, 1, LARGEST);
  }
}
