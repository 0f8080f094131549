package org.smartcorrection.platform.organisation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;

/**
 * Somebody acting: an account in a post of an agency. A person under correction acts for
 * themselves, in the standing post {@code SUBJECT} of the agency that has their case.
 *
 * @param person the person under correction behind the account, absent for staff
 * @param deputy the post is a deputy's: what is reserved to the head is not theirs
 * @param inPlace by which substitution they act; {@code null} in a post of their own
 * @param county at which of the counties below it a city agency looks; {@code null} at the first
 */
public record Actor(
    AccountId account,
    PostId post,
    Role role,
    Agency agency,
    String nameZh,
    String nameEn,
    String postZh,
    String postEn,
    @Nullable PersonId person,
    boolean deputy,
    @Nullable InPlace inPlace,
    @Nullable AgencyId county) {

  /** Somebody in a post of their own, which is no deputy's. */
  public Actor(
      AccountId account,
      PostId post,
      Role role,
      Agency agency,
      String nameZh,
      String nameEn,
      String postZh,
      String postEn,
      @Nullable PersonId person) {
    this(account, post, role, agency, nameZh, nameEn, postZh, postEn, person, false, null, null);
  }

  /**
   * Whether what is reserved to the head of the bureau is this actor's to decide (Community
   * Corrections Law 29): the head, or a deputy who is acting head by a written order.
   */
  public boolean headsBureau() {
    if (role != Role.BUREAU_HEAD || deputy) return false;
    return inPlace == null || inPlace.byOrder();
  }

  /** The same officer, answering in a case of another agency (rules M23 to M25). */
  public Actor answering() {
    return new Actor(
        account,
        post,
        Role.HOST_AGENCY,
        agency,
        nameZh,
        nameEn,
        postZh,
        postEn,
        person,
        deputy,
        inPlace,
        county);
  }

  /** The same in the same post, looking at another of the counties below it. */
  public Actor lookingAt(@Nullable AgencyId next) {
    return new Actor(
        account, post, role, agency, nameZh, nameEn, postZh, postEn, person, deputy, inPlace, next);
  }

  public String name(Locale locale) {
    return locale.getLanguage().equals("zh") ? nameZh : nameEn;
  }

  public String postTitle(Locale locale) {
    return locale.getLanguage().equals("zh") ? postZh : postEn;
  }
}
