package org.smartcorrection.platform.subjects;

import java.util.ArrayList;
import java.util.List;

/**
 * What the agency has to know around a person, and no more (PIPL 6): where they live, what they do,
 * and whom to ask (CCL 17, 26, 53).
 */
public record Particulars(Residence residence, Work work, List<Contact> contacts) {
  public static final Particulars NONE = new Particulars(Residence.NONE, Work.NONE, List.of());

  public Particulars {
    contacts = List.copyOf(contacts);
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

  /** A part of it, as a history names what changed. */
  public enum Part {
    RESIDENCE,
    WORK,
    CONTACTS
  }

  /** Which parts say something else than these. */
  public List<Part> changed(Particulars before) {
    var parts = new ArrayList<Part>();
    if (!residence.equals(before.residence)) parts.add(Part.RESIDENCE);
    if (!work.equals(before.work)) parts.add(Part.WORK);
    if (!contacts.equals(before.contacts)) parts.add(Part.CONTACTS);
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
