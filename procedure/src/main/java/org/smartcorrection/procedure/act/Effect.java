package org.smartcorrection.procedure.act;

import org.smartcorrection.procedure.Deadline;

/** What follows from an accepted act outside its procedure. */
public sealed interface Effect {

  /** This role is told, or gets a copy. */
  record Inform(Role role) implements Effect {}

  /** This document is issued; its name is the message {@code document.<document>}. */
  record Issue(String document) implements Effect {}

  /**
   * The case goes over to another correction agency (M24, M25).
   *
   * @param fact of the run that names the agency; without it the case stays
   */
  record HandOver(String fact) implements Effect {}

  /** The restriction is in force from now on. */
  record Begin(Restriction restriction) implements Effect {}

  /** A restriction in force got a new end. */
  record Prolong(Restriction restriction, Deadline until) implements Effect {}

  /** The restriction is no longer in force. */
  record End(Restriction restriction) implements Effect {}
}
