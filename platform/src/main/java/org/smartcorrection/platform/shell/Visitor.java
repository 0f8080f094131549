package org.smartcorrection.platform.shell;

import java.util.Optional;

/**
 * Who looks at the page.
 *
 * @param displayName the name of the account's person
 * @param postTitle the post in which the person acts, or an empty string
 * @param navigation what this visitor's role opens, beside the items of the modules
 * @param purpose what a member of staff is here for; a person under correction needs none
 * @param place at which of several places they look, where there is more than one
 */
public record Visitor(
    String displayName,
    String postTitle,
    Navigation navigation,
    Optional<Purpose> purpose,
    Optional<Purpose> place) {

  /** Somebody who has to do with one place. */
  public Visitor(
      String displayName, String postTitle, Navigation navigation, Optional<Purpose> purpose) {
    this(displayName, postTitle, navigation, purpose, Optional.empty());
  }

  /** The letter in the round badge: the family name of a Chinese name, else the first letter. */
  public String monogram() {
    return displayName.isEmpty() ? "" : Character.toString(displayName.codePointAt(0));
  }
}
