package org.smartcorrection.platform.my;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.StandingPosts;
import org.smartcorrection.procedure.act.OpenDeadline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Complaints (CCL 34, rule L29). One to the agency is an act of the case of correction. One to the
 * procuratorate is none: it is a case of its own in the procuratorate's custody, in which the
 * person acts before the procuratorate and nothing is signed, numbered or told by the agency. Where
 * the agency looks, there is nothing, not even a gap.
 */
@Component
class Complaints {
  private static final String PROCEDURE = "complaint";

  private final Casework casework;
  private final Cases cases;
  private final Instances instances;
  private final Acts acts;
  private final StandingPosts posts;
  private final Procuratorates procuratorates;

  Complaints(
      Casework casework,
      Cases cases,
      Instances instances,
      Acts acts,
      StandingPosts posts,
      Procuratorates procuratorates) {
    this.casework = casework;
    this.cases = cases;
    this.instances = instances;
    this.acts = acts;
    this.posts = posts;
    this.procuratorates = procuratorates;
  }

  /**
   * A complaint as the person sees it.
   *
   * @param sealed with the procuratorate, which alone reads it
   * @param answerBy until when an answer is owed; {@code null} once it is there
   */
  record Complaint(
      UUID instance,
      boolean sealed,
      String state,
      Instant madeAt,
      String words,
      @Nullable LocalDate answerBy,
      Optional<Answer> answer) {
    /** Whether nobody has answered yet. */
    public boolean open() {
      return state.startsWith("WITH_");
    }
  }

  /**
   * What came of it.
   *
   * @param upheld a value of the choice {@code upheld}
   */
  record Answer(String upheld, String reason) {}

  /** All complaints of the person, the latest first. */
  List<Complaint> of(PersonId person, Actor actor) {
    Stream<Case> sealed =
        procuratorates.of(actor.agency()).stream()
            .flatMap(procuratorate -> cases.of(person, procuratorate.id()).stream());
    return Stream.concat(
            cases.of(person).stream().flatMap(in -> of(in, false)),
            sealed.flatMap(in -> of(in, true)))
        .sorted(Comparator.comparing(Complaint::madeAt).reversed())
        .toList();
  }

  /** To the agency that has the case. */
  Result toAgency(Case in, Actor by, String words) {
    return casework.perform(
        PerformAct.opening(
            in.id(), PROCEDURE, "ComplaintToAgency", Facts.NONE.text("complaint", words), by));
  }

  /**
   * To the procuratorate, which alone reads it.
   *
   * @throws NotFound when this installation reaches none
   */
  @Transactional
  public Result toProcuratorate(Actor by, String words) {
    Agency procuratorate = procuratorates.of(by.agency()).orElseThrow(NotFound::new);
    PersonId person = Optional.ofNullable(by.person()).orElseThrow(NotFound::new);
    Actor before = before(procuratorate, by);
    Facts facts = Facts.NONE.text("complaint", words);
    Optional<Case> open = cases.of(person, procuratorate.id()).stream().findFirst();
    if (open.isPresent()) return casework.perform(made(open.get(), facts, before));
    return casework.open(person, procuratorate, in -> made(in, facts, before));
  }

  private static PerformAct made(Case in, Facts facts, Actor by) {
    return PerformAct.opening(in.id(), PROCEDURE, "ComplaintToProcuratorate", facts, by);
  }

  /** Takes back a complaint of one's own. */
  Result takeBack(Running complaint, Actor by) {
    Case in = cases.get(complaint.caseId());
    boolean sealed = complaint.state().equals("WITH_PROCURATORATE");
    Actor acting =
        sealed
            ? before(
                procuratorates
                    .of(by.agency())
                    .filter(agency -> agency.id().equals(in.agency()))
                    .orElseThrow(NotFound::new),
                by)
            : by;
    return casework.perform(PerformAct.in(complaint, "ComplaintTakenBack", Facts.NONE, acting));
  }

  /** The same person before the procuratorate: what they do there, it signs and nobody else. */
  private Actor before(Agency procuratorate, Actor by) {
    return new Actor(
        by.account(),
        posts.subject(procuratorate),
        Role.SUBJECT,
        procuratorate,
        by.nameZh(),
        by.nameEn(),
        by.postZh(),
        by.postEn(),
        by.person());
  }

  private Stream<Complaint> of(Case in, boolean sealed) {
    return instances.ofCase(in.id(), PROCEDURE).stream().map(running -> complaint(running, sealed));
  }

  private Complaint complaint(Running running, boolean sealed) {
    Facts facts = running.facts();
    Optional<Answer> answer =
        running.state().startsWith("ANSWERED_")
            ? Optional.of(new Answer(facts.said("upheld"), facts.said("reason")))
            : Optional.empty();
    return new Complaint(
        running.id(),
        sealed,
        running.state(),
        acts.ofInstance(running.id()).getFirst().recordedAt(),
        facts.said("complaint"),
        running.instance().deadlines().stream()
            .findFirst()
            .map(OpenDeadline::deadline)
            .map(deadline -> deadline.day())
            .orElse(null),
        answer);
  }
}
