package org.smartcorrection.platform.figures;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.CaseForgotten;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Hosts;
import org.smartcorrection.platform.figures.Counting.Counted;
import org.smartcorrection.platform.figures.Counting.Standing;
import org.smartcorrection.platform.figures.Counting.Step;
import org.smartcorrection.platform.figures.Counting.Traits;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what is counted in step with the acts: with each act as it is recorded, in its transaction,
 * and as a whole from all acts of a case.
 */
@Component
class Recount {
  private final Book book;
  private final Acts acts;
  private final Cases cases;
  private final People people;
  private final Agencies agencies;

  Recount(Book book, Acts acts, Cases cases, People people, Agencies agencies) {
    this.book = book;
    this.acts = acts;
    this.cases = cases;
    this.people = people;
    this.agencies = agencies;
  }

  /** Follows one act; a correction may change anything, and counts the case anew. */
  @EventListener
  void on(ActRecorded recorded) {
    Act act = recorded.act();
    Case in = recorded.in();
    boolean correction = act.corrects() != null;
    if ((!correction && !CountFold.counts(act)) || ofProcuratorate(in)) return;
    // nobody else knows of a case before its first act is there
    boolean first = act.number() == 1;
    if (!first) book.lock(in.id());
    Optional<Standing> before = first ? Optional.empty() : book.standing(in.id());
    if (correction || (before.isEmpty() && !first)) {
      count(in).ifPresent(counted -> book.replace(in.id(), counted));
      return;
    }
    Optional<AgencyId> host =
        act.type().equals(CountFold.MOVED) ? Hosts.of(recorded.instance()) : Optional.empty();
    CountFold.step(before.orElse(null), act, in.agency(), host, traits(in))
        .ifPresent(step -> keep(before.orElse(null), step));
  }

  /** What should be gone is counted nowhere. */
  @EventListener
  void on(CaseForgotten forgotten) {
    book.forget(forgotten.caseId());
  }

  private void keep(@Nullable Standing before, Step step) {
    if (step.forgotten()) {
      book.forget(step.after().caseId());
      return;
    }
    if (!step.after().equals(before)) book.save(step.after());
    step.spells().forEach(spell -> book.save(step.after(), spell));
    step.events().forEach(event -> book.add(step.after(), event));
  }

  /**
   * Counts a case from its acts, and holds what is kept against it.
   *
   * @return whether something else was kept; it is right now
   */
  @Transactional
  public boolean compare(CaseId id) {
    book.lock(id);
    Case in = cases.get(id);
    if (ofProcuratorate(in) || shredded(id)) return false;
    @Nullable Counted counted = count(in).orElse(null);
    if (Objects.equals(counted, book.counted(id).orElse(null))) return false;
    book.replace(id, counted);
    return true;
  }

  private Optional<Counted> count(Case in) {
    List<Act> history = acts.counting(in.id());
    // what was shredded cannot be counted again: what is kept of it stays as it is
    if (history.stream().anyMatch(Act::shredded)) return book.counted(in.id());
    return CountFold.whole(history, cases.firstCustody(in.id()), traits(in));
  }

  private boolean shredded(CaseId id) {
    return acts.ofCase(id, Integer.MAX_VALUE, 1).stream().anyMatch(Act::shredded);
  }

  private Supplier<Traits> traits(Case in) {
    return () ->
        Optional.ofNullable(people.unveiled(List.of(in.person())).get(in.person()))
            .map(Recount::traits)
            .orElse(Traits.UNKNOWN);
  }

  private static Traits traits(Identity identity) {
    return new Traits(identity.gender(), identity.born().plusYears(18));
  }

  /** What is entrusted to the procuratorate is nobody's figure. */
  private boolean ofProcuratorate(Case in) {
    return agencies.get(in.agency()).kind() == AgencyKind.PROCURATORATE;
  }
}
