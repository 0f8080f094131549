package org.smartcorrection.platform.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.smartcorrection.platform.casework.Law;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words that the checking page needs in order to say, without asking again, what a proof
 * discloses: names of acts, facts, choices and documents.
 */
@Component
class Words {
  private final Law law;
  private final MessageSource messages;

  Words(Law law, MessageSource messages) {
    this.law = law;
    this.messages = messages;
  }

  /** What one name of the ledger is called. */
  record Word(String name, String words) {}

  List<Word> all(Locale locale) {
    var names = new TreeSet<String>();
    for (var definition : law.known()) {
      names.add("procedure." + definition.id());
      for (var act : definition.acts()) {
        names.add("act." + act.type());
        act.documents().forEach(document -> names.add("document." + document));
        act.facts()
            .forEach(
                (name, fact) -> {
                  names.add("fact." + name);
                  fact.of().forEach(choice -> names.add("choice." + choice));
                });
      }
    }
    var words = new ArrayList<Word>();
    for (String name : names) {
      String said = messages.getMessage(name, null, "", locale);
      if (said != null && !said.isEmpty()) words.add(new Word(name, said));
    }
    return words;
  }
}
