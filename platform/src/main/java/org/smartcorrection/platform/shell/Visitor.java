package org.smartcorrection.platform.shell;

import java.util.Optional;

/**
 * Who looks at the page.
 *
 * @param displayName the name of the account's person
 * @param postTitle the post in which the person acts, or an empty string
 * @param navigation what this visitor's role opens, beside the items of the modules
 * @param purpose what a member of staff is here for; a person under correction needs none
 */
public record Visitor(
    String displayName, String postTitle, Navigation navigation, Optional<Purpose> purpose) {

  /** The letter in the round badge: the family name of a Chinese name, else the first letter. */
  public String monogram() {
    return displayName.isEmpty() ? "" : Character.toString(displayName.codePointAt(0));
  }
}
