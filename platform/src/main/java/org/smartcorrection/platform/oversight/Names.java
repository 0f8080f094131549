package org.smartcorrection.platform.oversight;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.Identity;

/** The names of people who were read together; a destroyed identity has none any more. */
record Names(Map<PersonId, Identity> known, Locale locale) {
  Names {
    known = Map.copyOf(known);
  }

  public Text of(PersonId person) {
    @Nullable Identity identity = known.get(person);
    return identity == null
        ? Text.of("oversight.name-destroyed")
        : Text.literal(identity.name(locale));
  }
}
