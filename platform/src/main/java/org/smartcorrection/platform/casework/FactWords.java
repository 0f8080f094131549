package org.smartcorrection.platform.casework;

import java.util.Locale;
import java.util.Set;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.procedure.act.Fact;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a fact says, in the reader's words; an agency by its name. */
@Component
public class FactWords {
  private static final Set<String> AGENCIES = Set.of("office", "formerOffice", Hosts.FACT);

  private final MessageSource messages;
  private final Agencies agencies;

  FactWords(MessageSource messages, Agencies agencies) {
    this.messages = messages;
    this.agencies = agencies;
  }

  /** Whether a fact of this name holds the identifier of an agency. */
  static boolean namesAgency(String name) {
    return AGENCIES.contains(name);
  }

  /** The value of the fact of this name. */
  public String of(String name, Fact fact, Locale locale) {
    return namesAgency(name) && fact instanceof Fact.Text(var id)
        ? agencies.get(AgencyId.of(id)).name(locale)
        : FactText.of(name, fact, messages, locale);
  }
}
