package org.smartcorrection.platform.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.smartcorrection.platform.casework.FactText;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.paper.Paper;
import org.smartcorrection.platform.paper.Part;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What goes into the envelope with the documents: the covering letter and the receipt (送达回证) that
 * the organ signs and sends back. Neither is kept: the signed receipt is, with its act.
 */
@Component
class CopyLetters {
  /** The language of official papers, whoever prints them. */
  static final Locale OFFICIAL = Locale.SIMPLIFIED_CHINESE;

  private static final String BLANK = "＿＿＿＿＿＿＿＿＿＿";

  private final Agencies agencies;
  private final Law law;
  private final MessageSource messages;
  private final Clock clock;

  CopyLetters(Agencies agencies, Law law, MessageSource messages, Clock clock) {
    this.agencies = agencies;
    this.law = law;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * The covering letter.
   *
   * @param row written in {@link #OFFICIAL}
   */
  Paper letter(CopyRow row, Actor by) {
    String act = say("act." + row.copy().type());
    var parts = begun(row, "title");
    parts.add(Part.of(Part.Kind.TO, say("desk.letter.to", organ(row))));
    parts.add(
        Part.of(
            Part.Kind.TEXT, say("desk.letter.text", row.who().name(), row.who().number(), act)));
    enclosed(row).forEach(line -> parts.add(Part.of(Part.Kind.ITEM, line)));
    parts.add(
        Part.of(
            Part.Kind.BASIS,
            say("desk.letter.basis", law.explanations().article(row.copy().rule(), OFFICIAL))));
    parts.add(Part.of(Part.Kind.ANNEX, say("desk.letter.annex")));
    return signed(row, by, parts);
  }

  /** The receipt, with room for what the organ writes. */
  Paper receipt(CopyRow row, Actor by) {
    var parts = begun(row, "receipt");
    parts.add(field("organ", organ(row)));
    parts.add(field("case", row.who().number()));
    parts.add(field("documents", String.join("\n", enclosed(row))));
    for (String blank : List.of("way", "day", "signature", "remark"))
      parts.add(field(blank, BLANK));
    return signed(row, by, parts);
  }

  private List<Part> begun(CopyRow row, String title) {
    var parts = new ArrayList<Part>();
    parts.add(Part.of(Part.Kind.AGENCY, agencies.get(row.copy().agency()).nameZh()));
    parts.add(Part.of(Part.Kind.TITLE, say("desk.letter." + title)));
    parts.add(
        Part.of(
            Part.Kind.NUMBER, say("desk.letter.number", row.who().number(), row.copy().number())));
    return parts;
  }

  private Paper signed(CopyRow row, Actor by, List<Part> parts) {
    String agency = agencies.get(row.copy().agency()).nameZh();
    String day = FactText.day(LegalCalendar.legalDay(clock.instant()), OFFICIAL);
    parts.add(Part.of(Part.Kind.SIGNED, agency, by.postZh(), day));
    return new Paper("cover-letter", OFFICIAL.toLanguageTag(), parts);
  }

  private Part field(String name, String value) {
    return Part.of(Part.Kind.FIELD, say("desk.letter.field." + name), value);
  }

  private String organ(CopyRow row) {
    return row.organ() == null ? say("role." + row.copy().addressee()) : row.organ();
  }

  /** The documents of the act; of an act without any, the act itself. */
  private List<String> enclosed(CopyRow row) {
    var lines = new ArrayList<String>();
    for (Document document : row.documents())
      lines.add(
          say(
              "desk.letter.item",
              lines.size() + 1,
              say("document." + document.kind()),
              document.number() == null ? "" : document.number()));
    if (lines.isEmpty()) lines.add(say("desk.letter.item", 1, say("act." + row.copy().type()), ""));
    return lines;
  }

  private String say(String key, Object... places) {
    return messages.getMessage(key, places, OFFICIAL);
  }
}
