package org.smartcorrection.platform.subjects;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the agency has to know around a person, and no more (PIPL 6): where they live, what they do,
 * whom to ask (CCL 17, 26, 53), and who accompanies them (CCL 25).
 */
public record Particulars(
    Residence residence, Work work, List<Contact> contacts, List<Member> group) {
  public static final Particulars NONE =
      new Particulars(Residence.NONE, Work.NONE, List.of(), List.of());

  public Particulars {
    contacts = List.copyOf(contacts);
    // versions from before the group was noted have none
    group = List.copyOf(Objects.requireNonNullElse(group, List.of()));
  }

  /**
   * Where they live.
   *
   * @param division the code of the township, street or community; an empty string when it is not
   *     known
   */
  public record Residence(Footing kind, String address, String division) {
    static final Residence NONE = new Residence(Footing.NOT_SAID, "", "");

    /** On what footing. */
    public enum Footing {
      NOT_SAID,
      OWN,
      RENTED,
      WITH_FAMILY,
      FROM_EMPLOYER,
      OTHER
    }
  }

  /** What they do, where, and how to reach them there. */
  public record Work(Doing kind, String place, String occupation, String telephone) {
    static final Work NONE = new Work(Doing.NOT_SAID, "", "", "");

    public enum Doing {
      NOT_SAID,
      EMPLOYED,
      SELF_EMPLOYED,
      STUDYING,
      SEEKING,
      UNABLE,
      RETIRED
    }
  }

  /** Somebody to ask: a name and a telephone number, nothing else of theirs. */
  public record Contact(Relation relation, String name, String telephone) {
    public enum Relation {
      /** Of temporary execution outside prison (保证人). */
      GUARANTOR,
      /** Of a minor (监护人, CCL 53). */
      GUARDIAN,
      SPOUSE,
      PARENT,
      CHILD,
      RELATIVE,
      EMPLOYER,
      SCHOOL,
      OTHER
    }
  }

  /**
   * Somebody of the correction group, who accompanies the person and keeps silent about them (CCL
   * 25). Of a woman's group a woman is one, of a minor's somebody who knows minors (CCL 52).
   */
  public record Member(Capacity capacity, String name, Identity.Gender sex, String telephone) {
    /** As what they belong to it. */
    public enum Capacity {
      /** Of the judicial office (司法所). */
      OFFICE,
      /** Of the residents' or villagers' committee (居民委员会、村民委员会). */
      COMMITTEE,
      GUARDIAN,
      FAMILY,
      EMPLOYER,
      SCHOOL,
      SOCIAL_WORKER,
      VOLUNTEER,
      /** Who knows what minors are like (CCL 52). */
      MINORS_EXPERT
    }
  }

  /** How many women are in the group. */
  public int women() {
    return (int) group.stream().filter(member -> member.sex() == Identity.Gender.FEMALE).count();
  }

  /** Whether somebody in the group knows what minors are like. */
  public boolean minorsExpert() {
    return group.stream().anyMatch(member -> member.capacity() == Member.Capacity.MINORS_EXPERT);
  }

  /** A part of it, as a history names what changed. */
  public enum Part {
    RESIDENCE,
    WORK,
    CONTACTS,
    GROUP
  }

  /** Which parts say something else than these. */
  public List<Part> changed(Particulars before) {
    var parts = new ArrayList<Part>();
    if (!residence.equals(before.residence)) parts.add(Part.RESIDENCE);
    if (!work.equals(before.work)) parts.add(Part.WORK);
    if (!contacts.equals(before.contacts)) parts.add(Part.CONTACTS);
    if (!group.equals(before.group)) parts.add(Part.GROUP);
    return parts;
  }

  /** Whether somebody stands in this relation. */
  public boolean has(Contact.Relation relation) {
    return contacts.stream().anyMatch(contact -> contact.relation() == relation);
  }

  @Override
  public String toString() {
    return "Particulars[withheld]";
  }
}
