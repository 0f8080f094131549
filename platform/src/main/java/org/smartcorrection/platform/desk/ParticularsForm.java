package org.smartcorrection.platform.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.Particulars;
import org.smartcorrection.platform.subjects.Particulars.Contact;
import org.smartcorrection.platform.subjects.Particulars.Member;
import org.smartcorrection.platform.subjects.Particulars.Residence;
import org.smartcorrection.platform.subjects.Particulars.Work;

/** The form of somebody's particulars: a row for each contact and member, and some empty ones. */
final class ParticularsForm {
  private static final int MOST = 8;
  private static final int EMPTY = 2;
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_TELEPHONE = 30;

  private ParticularsForm() {}

  static Form of(Particulars now, int seen) {
    Form form =
        Form.empty()
            .with("seen", Integer.toString(seen))
            .with("residence-kind", now.residence().kind().name())
            .with("address", now.residence().address())
            .with("division", now.residence().division())
            .with("work-kind", now.work().kind().name())
            .with("work-place", now.work().place())
            .with("occupation", now.work().occupation())
            .with("work-telephone", now.work().telephone());
    int row = 0;
    for (Contact contact : now.contacts()) {
      form =
          form.with("relation-" + row, contact.relation().name())
              .with("name-" + row, contact.name())
              .with("telephone-" + row, contact.telephone());
      row++;
    }
    row = 0;
    for (Member member : now.group()) {
      form =
          form.with("capacity-" + row, member.capacity().name())
              .with("member-" + row, member.name())
              .with("sex-" + row, member.sex().name())
              .with("reach-" + row, member.telephone());
      row++;
    }
    return form;
  }

  /** The rows of contacts that the form shows: the filled ones, and room for more. */
  static List<Integer> contacts(Form form) {
    return rows(form, "name-");
  }

  /** The same of the members of the group. */
  static List<Integer> members(Form form) {
    return rows(form, "member-");
  }

  private static List<Integer> rows(Form form, String field) {
    int filled = 0;
    for (int row = 0; row < MOST; row++) if (!form.value(field + row).isBlank()) filled = row + 1;
    var rows = new ArrayList<Integer>();
    for (int row = 0; row < Math.min(MOST, filled + EMPTY); row++) rows.add(row);
    return rows;
  }

  /** Reads what was typed; a row without a name is none. Errors gather in the reader. */
  static Particulars read(FormReader read) {
    var residence =
        new Residence(
            read.choiceIfAny("residence-kind", Residence.Footing.class)
                .orElse(Residence.Footing.NOT_SAID),
            read.textIfAny("address", LONGEST_LINE),
            read.textIfAny("division", 12));
    var work =
        new Work(
            read.choiceIfAny("work-kind", Work.Doing.class).orElse(Work.Doing.NOT_SAID),
            read.textIfAny("work-place", LONGEST_LINE),
            read.textIfAny("occupation", LONGEST_LINE),
            read.textIfAny("work-telephone", LONGEST_TELEPHONE));
    var contacts = new ArrayList<Contact>();
    for (int row = 0; row < MOST; row++) contact(row, read).ifPresent(contacts::add);
    var group = new ArrayList<Member>();
    for (int row = 0; row < MOST; row++) member(row, read).ifPresent(group::add);
    return new Particulars(residence, work, contacts, group);
  }

  private static Optional<Contact> contact(int row, FormReader read) {
    String name = read.textIfAny("name-" + row, LONGEST_NAME);
    String telephone = read.textIfAny("telephone-" + row, LONGEST_TELEPHONE);
    if (name.isEmpty()) {
      if (!telephone.isEmpty()) read.failing("name-" + row, "desk.person.nameless");
      return Optional.empty();
    }
    Optional<Contact.Relation> relation =
        read.choiceIfAny("relation-" + row, Contact.Relation.class);
    if (relation.isEmpty()) read.failing("relation-" + row, "desk.person.no-relation");
    return relation.map(found -> new Contact(found, name, telephone));
  }

  private static Optional<Member> member(int row, FormReader read) {
    String name = read.textIfAny("member-" + row, LONGEST_NAME);
    String telephone = read.textIfAny("reach-" + row, LONGEST_TELEPHONE);
    if (name.isEmpty()) {
      if (!telephone.isEmpty()) read.failing("member-" + row, "desk.person.nameless");
      return Optional.empty();
    }
    Optional<Member.Capacity> capacity = read.choiceIfAny("capacity-" + row, Member.Capacity.class);
    Optional<Identity.Gender> sex = read.choiceIfAny("sex-" + row, Identity.Gender.class);
    if (capacity.isEmpty()) read.failing("capacity-" + row, "desk.person.no-capacity");
    if (sex.isEmpty()) read.failing("sex-" + row, "desk.person.no-sex");
    return capacity.flatMap(as -> sex.map(known -> new Member(as, name, known, telephone)));
  }
}
