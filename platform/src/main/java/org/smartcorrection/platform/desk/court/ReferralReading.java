package org.smartcorrection.platform.desk.court;

import java.time.LocalDate;
import java.util.Optional;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Summary.Category;
import org.smartcorrection.platform.casework.TypedFacts;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.procedure.Penalty;

/** Reads a referral from a form; the interface for machines fills in the same form. */
final class ReferralReading {
  private static final int LINE = 200;
  private static final int WORDS = 4000;
  private static final int MOST_CUSTODY_DAYS = 10_000;

  private final FormReader reader;

  private ReferralReading(Form form) {
    this.reader = form.read("desk.refer.field");
  }

  /** What came of reading: the form with what is wrong, and the referral when nothing is. */
  record Read(Form form, Optional<Referral> referral) {}

  static Read of(Form form, Agencies agencies, LocalDate today) {
    var reading = new ReferralReading(form);
    var whom = new PersonReading(reading.reader);
    Optional<Identity> person = whom.person(today);
    Optional<Agency> custody = whom.agency(agencies);
    Facts decision = reading.decision();
    String reason = reading.reader.textIfAny("overrideReason", WORDS);
    boolean whole = !reading.reader.failed() && person.isPresent() && custody.isPresent();
    return new Read(
        reading.reader.form(),
        whole
            ? Optional.of(
                new Referral(
                    person.get(), custody.get(), decision, reason.isEmpty() ? null : reason))
            : Optional.empty());
  }

  private Facts decision() {
    var facts = Facts.NONE;
    Optional<Category> category = reader.choice("category", Category.class);
    if (category.isPresent()) facts = facts.choice("category", category.get());
    Optional<Penalty> penalty = reader.choice("penalty", Penalty.class);
    if (penalty.isPresent()) facts = facts.choice("penalty", penalty.get());
    facts = words(facts, "offence", reader.text("offence", LINE));
    facts = words(facts, "courtNumber", reader.text("courtNumber", LINE));
    var sentence = TypedFacts.length("sentence", reader);
    if (sentence.isPresent()) facts = facts.length("sentence", sentence.get());
    var term = TypedFacts.length("term", reader);
    if (term.isPresent()) facts = facts.length("term", term.get());
    else reader.failing("term", "shell.form.missing", Text.of("desk.refer.field.term"));
    var custody = reader.wholeNumberIfAny("custodyDays", 0, MOST_CUSTODY_DAYS);
    if (custody.isPresent()) facts = facts.count("custodyDays", (int) custody.getAsLong());
    for (String day : new String[] {"judgedOn", "effectiveOn", "termStartsOn"})
      facts = day(facts, day, reader.date(day));
    boolean outside = category.filter(Category.TEMPORARY_EXECUTION::equals).isPresent();
    facts =
        day(
            facts,
            "decisionReceivedOn",
            outside ? reader.date("decisionReceivedOn") : reader.dateIfAny("decisionReceivedOn"));
    facts = day(facts, "termEndsOn", reader.dateIfAny("termEndsOn"));
    return words(facts, "prohibitions", reader.textIfAny("prohibitions", WORDS));
  }

  private static Facts day(Facts facts, String name, Optional<LocalDate> day) {
    return day.map(known -> facts.day(name, known)).orElse(facts);
  }

  private static Facts words(Facts facts, String name, String words) {
    return words.isEmpty() ? facts : facts.text(name, words);
  }
}
