package org.smartcorrection.platform.desk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.subjects.Identity;

/**
 * A person in a list.
 *
 * @param other the name in the other script, or an empty string
 */
record Who(String name, String other, String number, String href) {

  /** A person whose identity may have been destroyed since. */
  static Who of(Summary summary, @Nullable Identity identity, Locale locale) {
    String href = "/console/cases/" + summary.caseId();
    if (identity == null) return new Who(summary.number(), "", summary.number(), href);
    String name = identity.name(locale);
    boolean chinese = name.equals(identity.name());
    return new Who(name, chinese ? "" : identity.name(), summary.number(), href);
  }

  public String monogram() {
    return Character.toString((other.isEmpty() ? name : other).codePointAt(0));
  }
}
