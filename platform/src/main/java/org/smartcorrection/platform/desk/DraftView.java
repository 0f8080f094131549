package org.smartcorrection.platform.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.AgencyActs;
import org.smartcorrection.platform.casework.ChangeWords;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.procedure.LawFileUnreadable;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Flaw;
import org.smartcorrection.procedure.chart.Picture;
import org.smartcorrection.procedure.chart.Wording;
import org.smartcorrection.procedure.local.LocalDefinition;
import org.springframework.stereotype.Component;

/** Looks at a draft of an agency's own procedure as its page shows it. */
@Component
class DraftView {
  private final Law law;
  private final AgencyActs agencyActs;
  private final ChangeWords words;

  DraftView(Law law, AgencyActs agencyActs, ChangeWords words) {
    this.law = law;
    this.agencyActs = agencyActs;
    this.words = words;
  }

  /**
   * One thing that is wrong.
   *
   * @param line on which it stands in the text; 0 where no line is known
   */
  record Wrong(String text, int line) {}

  /**
   * What a draft amounts to.
   *
   * @param own {@code null} when it cannot be read
   * @param changes against what is followed, in words
   * @param picture as SVG; {@code null} when it has flaws
   */
  record Seen(
      @Nullable LocalDefinition own,
      List<Wrong> wrong,
      List<String> changes,
      @Nullable String picture) {
    /** Whether publishing it would be accepted, as far as the draft itself is concerned. */
    public boolean ready() {
      return own != null && wrong.isEmpty() && !changes.isEmpty();
    }
  }

  /**
   * Reads and holds it against the law of a day.
   *
   * @param followed what the agency follows now
   * @param rules those of the day, the agency's numbers included
   */
  Seen see(
      String procedure,
      String json,
      Optional<Definition> followed,
      LocalDate day,
      Rules rules,
      Locale locale) {
    LocalDefinition own;
    try {
      own = LocalDefinition.parse(procedure, json);
    } catch (LawFileUnreadable e) {
      return new Seen(null, List.of(unreadable(e)), List.of(), null);
    }
    List<Flaw> flaws = agencyActs.flaws(own, day);
    List<Wrong> wrong =
        flaws.stream()
            .map(flaw -> new Wrong(law.local().say(flaw, locale), line(json, flaw.place())))
            .toList();
    if (!own.definition().id().equals(procedure)) {
      var other = new Flaw(procedure, Flaw.Kind.LOCAL_NAME_TAKEN, own.definition().id());
      return new Seen(own, List.of(new Wrong(law.local().say(other, locale), 0)), List.of(), null);
    }
    if (!wrong.isEmpty()) return new Seen(own, wrong, List.of(), null);
    var wording = new Wording(words.explanations(own), rules, locale);
    return new Seen(
        own, List.of(), words.say(followed, own, locale), Picture.svg(own.definition(), wording));
  }

  private static Wrong unreadable(LawFileUnreadable e) {
    return new Wrong(String.valueOf(e.getMessage()), e.line());
  }

  /** The first line that names the place: the text is short enough to find the rest by eye. */
  private static int line(String json, String place) {
    String name = place.substring(place.lastIndexOf('.') + 1);
    int at = json.indexOf("\"" + name + "\"");
    return at < 0 ? 0 : (int) json.substring(0, at).lines().count();
  }
}
