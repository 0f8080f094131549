package org.smartcorrection.platform.desk.court;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Records a referral: the person is found again or added, and the case opens with its first act, or
 * nothing of it happens.
 */
@Component
class Refer {
  private final People people;
  private final Cases cases;
  private final Summaries summaries;
  private final Casework casework;

  Refer(People people, Cases cases, Summaries summaries, Casework casework) {
    this.people = people;
    this.cases = cases;
    this.summaries = summaries;
    this.casework = casework;
  }

  /**
   * Refers a person.
   *
   * @throws Refused when the person has a running case, or the number belongs to somebody else
   */
  @Transactional
  Result refer(Referral referral, List<Upload> documents, Actor court) {
    people.oneAtATime(referral.person().identityNumber());
    check(referral.person());
    return open(
        referral.person(),
        referral.custody(),
        in ->
            PerformAct.opening(in.id(), "reception", "ReferralReceived", referral.decision(), court)
                .withDocuments(documents)
                .overriding(referral.overrideReason()));
  }

  /**
   * Commissions an investigation before the decision (CCL 18).
   *
   * @throws Refused when the person has a running case, or the number belongs to somebody else
   */
  @Transactional
  Result commission(
      Identity identity, Agency agency, Facts facts, List<Upload> papers, Actor court) {
    people.oneAtATime(identity.identityNumber());
    check(identity, Set.of());
    return open(
        identity,
        agency,
        in ->
            PerformAct.opening(in.id(), "assessment", "AssessmentCommissioned", facts, court)
                .withDocuments(papers));
  }

  private Result open(Identity identity, Agency custody, Function<Case, PerformAct> first) {
    PersonId person =
        people.withIdentityNumber(identity.identityNumber()).orElseGet(() -> people.add(identity));
    Result result = casework.open(person, custody, first);
    // a person whom the law does not let in yet is not kept either
    if (!(result instanceof Result.Recorded))
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    return result;
  }

  /**
   * Whether this person can be referred. An investigation may still be under way: it is for
   * reference, and no decision waits for it.
   *
   * @throws Refused when not; the reason names the running case
   */
  void check(Identity identity) {
    check(identity, Set.of(Summary.Status.ASSESSMENT));
  }

  private void check(Identity identity, Set<Summary.Status> besides) {
    Optional<PersonId> known = people.withIdentityNumber(identity.identityNumber());
    if (known.isEmpty()) return;
    if (!same(people.get(known.get()), identity)) throw new Refused("desk.refer.other-name");
    cases.of(known.get()).stream()
        .filter(in -> !ended(in, besides))
        .findFirst()
        .ifPresent(
            running -> {
              throw new Refused("desk.refer.second", running.number());
            });
  }

  private boolean ended(Case in, Set<Summary.Status> besides) {
    return summaries
        .withSealed(in.id())
        .map(Summary::status)
        .filter(status -> status == Summary.Status.ENDED || besides.contains(status))
        .isPresent();
  }

  private static boolean same(Identity known, Identity given) {
    return known.name().equals(given.name())
        && known.gender() == given.gender()
        && known.born().equals(given.born());
  }
}
