package org.smartcorrection.platform.admin;

import org.smartcorrection.platform.access.Enrolment;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.StaffId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in a member of staff: person, post and account come together or not at all. */
@Component
class NewStaff {
  private final Accounts accounts;
  private final Enrolment enrolment;
  private final Trail trail;

  NewStaff(Accounts accounts, Enrolment enrolment, Trail trail) {
    this.accounts = accounts;
    this.enrolment = enrolment;
    this.trail = trail;
  }

  /**
   * Who joins, in which post, and how they will sign in.
   *
   * @param deputy of a head: without what is reserved to the head
   */
  record Joining(
      String nameZh,
      String nameEn,
      String titleZh,
      String titleEn,
      boolean deputy,
      String login,
      String password) {
    @Override
    public String toString() {
      return "Joining[withheld]";
    }
  }

  @Transactional
  public Enrolment.Enrolled join(Agency agency, Role role, Joining staff, AccountId by) {
    PostId post = accounts.addPost(agency, role, staff.titleZh(), staff.titleEn(), staff.deputy());
    StaffId id = accounts.addStaff(staff.nameZh(), staff.nameEn());
    Enrolment.Enrolled enrolled = enrolment.staff(id, post, staff.login(), staff.password());
    trail.note(by, "staff-added", role.name() + " " + agency.code() + " " + post);
    return enrolled;
  }
}
