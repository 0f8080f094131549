package org.smartcorrection.platform.desk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.subjects.Identity;

/**
 * A person in a list.
 *
 * @param name or the case number, where the identity was destroyed or is withheld
 * @param other the name in the other script, or an empty string
 * @param restricted whether the name is withheld: the case is restricted (rule H13) or of a minor
 *     (CCL 54)
 */
record Who(String name, String other, String number, String href, boolean restricted) {

  /** A person whose identity may have been destroyed since. */
  static Who of(Summary summary, @Nullable Identity identity, Locale locale) {
    String href = "/console/cases/" + summary.caseId();
    if (identity == null)
      return new Who(summary.number(), "", summary.number(), href, summary.guarded());
    String name = identity.name(locale);
    boolean chinese = name.equals(identity.name());
    return new Who(name, chinese ? "" : identity.name(), summary.number(), href, false);
  }

  public String monogram() {
    return Character.toString((other.isEmpty() ? name : other).codePointAt(0));
  }
}
