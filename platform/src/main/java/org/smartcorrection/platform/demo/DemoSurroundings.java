package org.smartcorrection.platform.demo;

import java.util.List;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.demo.DemoAccounts.Account;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.subjects.Identity.Gender;
import org.smartcorrection.platform.subjects.Particulars;
import org.smartcorrection.platform.subjects.Particulars.Contact;
import org.smartcorrection.platform.subjects.Particulars.Member;
import org.smartcorrection.platform.subjects.Particulars.Member.Capacity;
import org.smartcorrection.platform.subjects.Particulars.Residence;
import org.smartcorrection.platform.subjects.Particulars.Work;
import org.smartcorrection.platform.subjects.Surroundings;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Where invented people live and work, and invented people to ask about them. */
@Component
@Profile("demo")
class DemoSurroundings {
  private final Surroundings surroundings;
  private final Cases cases;
  private final DemoAccounts accounts;

  DemoSurroundings(Surroundings surroundings, Cases cases, DemoAccounts accounts) {
    this.surroundings = surroundings;
    this.cases = cases;
    this.accounts = accounts;
  }

  void note(DemoPeople.Told one, String address, String division) {
    Actor by = accounts.actor(Account.OFFICER);
    PersonId person = cases.get(one.reception().caseId()).person();
    var before =
        new Particulars(
            new Residence(Residence.Footing.RENTED, address, division),
            new Work(Work.Doing.SEEKING, "", "", ""),
            List.of(new Contact(Contact.Relation.PARENT, "周长辈", "000-0000-0101")),
            List.of());
    surroundings.note(person, 0, before, "接收谈话时本人所述。", by.account(), by.post());
    var now =
        new Particulars(
            before.residence(),
            new Work(Work.Doing.EMPLOYED, "青禾虚构物流站", "装卸", "000-0000-0202"),
            List.of(
                before.contacts().getFirst(),
                new Contact(Contact.Relation.EMPLOYER, "冯站长", "000-0000-0203")),
            List.of(
                new Member(Capacity.OFFICE, "沈示范", Gender.FEMALE, "000-0000-0301"),
                new Member(Capacity.COMMITTEE, "梁居委", Gender.MALE, "000-0000-0302"),
                new Member(Capacity.FAMILY, "周长辈", Gender.FEMALE, "000-0000-0101"),
                new Member(Capacity.VOLUNTEER, "严志愿", Gender.MALE, "000-0000-0304")));
    surroundings.note(person, 1, now, "出示劳动合同。", by.account(), by.post());
  }
}
