package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.supervision.Observation;
import org.smartcorrection.location.supervision.Words;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.FactText;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.paper.Paper;
import org.smartcorrection.platform.paper.Part;
import org.smartcorrection.platform.paper.Print;
import org.smartcorrection.platform.paper.Stamp;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A track on paper: who made it, when and why, in which datum, the stretches, what was left out,
 * and of an alarm what was observed and the receipts of its acts. It says nothing of a zone by
 * itself, and is a question's evidence and no finding (CCL 34).
 */
@Component
class EvidenceSheet {
  /** The language of official papers, whoever makes them. */
  private static final Locale OFFICIAL = Locale.SIMPLIFIED_CHINESE;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", OFFICIAL).withZone(LegalCalendar.ZONE);
  private static final int MOST_LEFT_OUT = 200;

  private final Observations observations;
  private final Acts acts;
  private final Receipts receipts;
  private final MessageSource messages;

  EvidenceSheet(Observations observations, Acts acts, Receipts receipts, MessageSource messages) {
    this.observations = observations;
    this.acts = acts;
    this.receipts = receipts;
    this.messages = messages;
  }

  /** What the sheet is made of. */
  record Made(
      Case in,
      String person,
      Track track,
      @Nullable Alarm alarm,
      Actor by,
      Asked asked,
      String reason,
      Instant at) {}

  byte[] pdf(Made made) {
    Paper paper = paper(made);
    var stamp = new Stamp(null, null, "", List.of(say("unsealed")));
    return new Print(paper, stamp, made.at()).pdf();
  }

  /** The words that each form of file carries of itself. */
  String about(Made made) {
    return say(
        "about",
        made.by().agency().nameZh(),
        made.by().postZh(),
        time(made.at()),
        purpose(made),
        made.reason(),
        time(made.track().span().from()),
        time(made.track().span().until()));
  }

  String title(Made made) {
    return say("title", made.in().number());
  }

  Paper paper(Made made) {
    var parts = new ArrayList<Part>();
    parts.add(Part.of(Part.Kind.AGENCY, made.by().agency().nameZh()));
    parts.add(Part.of(Part.Kind.TITLE, say(made.alarm() == null ? "sheet" : "sheet.alarm")));
    parts.add(Part.of(Part.Kind.NUMBER, made.in().number()));
    field(parts, "person", made.person());
    field(
        parts,
        "span",
        say("from-to", time(made.track().span().from()), time(made.track().span().until())));
    field(parts, "datum", say("datum"));
    field(parts, "by", made.by().agency().nameZh() + " " + made.by().postZh());
    field(parts, "at", time(made.at()));
    field(parts, "purpose", purpose(made));
    field(parts, "reason", made.reason());
    field(
        parts,
        "positions",
        say("counted", made.track().used().size(), made.track().leftOut().size()));
    if (made.alarm() != null) alarm(parts, made.in(), made.alarm());
    stretches(parts, made.track());
    leftOut(parts, made.track().leftOut());
    parts.add(Part.of(Part.Kind.TEXT, say("question")));
    parts.add(Part.of(Part.Kind.BASIS, say("basis")));
    parts.add(
        Part.of(
            Part.Kind.SIGNED,
            made.by().agency().nameZh(),
            made.by().postZh(),
            FactText.day(LegalCalendar.legalDay(made.at()), OFFICIAL)));
    return new Paper("track-evidence", OFFICIAL.toLanguageTag(), parts);
  }

  private void alarm(List<Part> parts, Case in, Alarm alarm) {
    parts.add(
        Part.of(
            Part.Kind.TEXT,
            say("alarm", word("tracking.kind." + alarm.kind().name()), time(alarm.openedAt()))));
    for (Observations.Noted noted : observations.of(alarm)) {
      Observation one = noted.observation();
      if (!noted.stands()) parts.add(item(say("withdrawn")));
      Words.of(one).forEach(line -> parts.add(item(line.in(OFFICIAL, LegalCalendar.ZONE))));
      parts.add(item(say("rules", one.ruleVersion())));
      one.evidence()
          .forEach(
              fix ->
                  parts.add(
                      item(
                          say(
                              "fix",
                              time(fix.time()),
                              place(fix.point()),
                              Math.round(fix.accuracyMetres()),
                              word("tracking.source." + fix.source().name()),
                              Math.round(fix.metresOutside())))));
    }
    if (alarm.instance() == null) return;
    List<Act> history = acts.ofInstance(alarm.instance());
    Map<ActId, Receipt> found = receipts.of(in.id(), history);
    parts.add(Part.of(Part.Kind.TEXT, say("receipts")));
    for (Act act : history) {
      Receipt receipt = found.get(act.id());
      if (receipt != null) parts.add(item(receipt(act, receipt)));
    }
  }

  private String receipt(Act act, Receipt receipt) {
    String name = word("act." + act.type());
    String state =
        switch (receipt.state()) {
          case SEALED ->
              say("sealed", receipt.log(), entry(receipt), receipt.signed(), receipt.of());
          case ORDERED -> say("ordered", receipt.log(), entry(receipt));
          case PENDING -> say("pending");
          case BROKEN -> say("broken");
        };
    return say("act", act.number(), name, time(act.recordedAt()), state);
  }

  /** Its place in the log as a name: digits and nothing between them. */
  private static String entry(Receipt receipt) {
    return Long.toString(receipt.index());
  }

  private void stretches(List<Part> parts, Track track) {
    parts.add(Part.of(Part.Kind.TEXT, say("stretches")));
    for (TrackView.Row row : TrackViews.rows(track.stretches())) {
      String where = row.place() == null ? "" : place(row.place());
      parts.add(
          item(say("stretch", time(row.from()), time(row.until()), words(row.what()), where)));
    }
  }

  private void leftOut(List<Part> parts, List<Entry> leftOut) {
    if (leftOut.isEmpty()) return;
    parts.add(Part.of(Part.Kind.TEXT, say("left-out", leftOut.size())));
    leftOut.stream()
        .limit(MOST_LEFT_OUT)
        .map(TrackViews::left)
        .forEach(
            left ->
                parts.add(
                    item(
                        say(
                            "left",
                            time(left.at()),
                            word(left.source()),
                            left.accuracyMetres(),
                            word(left.why())))));
    if (leftOut.size() > MOST_LEFT_OUT)
      parts.add(item(say("left-out.more", leftOut.size() - MOST_LEFT_OUT)));
  }

  private static Part item(String words) {
    return Part.of(Part.Kind.ITEM, words);
  }

  private void field(List<Part> parts, String name, String value) {
    parts.add(Part.of(Part.Kind.FIELD, say("field." + name), value));
  }

  private String purpose(Made made) {
    return word(made.asked().purpose().key());
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }

  private static String place(Wgs84Point point) {
    return String.format(Locale.ROOT, "%.5f, %.5f", point.latitude(), point.longitude());
  }

  private String words(Text text) {
    return switch (text) {
      case Text.Literal(String words) -> words;
      case Text.Message message ->
          messages.getMessage(message.key(), message.arguments().toArray(), OFFICIAL);
    };
  }

  private String say(String key, Object... places) {
    return word("tracking.sheet." + key, places);
  }

  private String word(String key, Object... places) {
    return messages.getMessage(key, places, OFFICIAL);
  }
}
