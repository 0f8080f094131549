package org.smartcorrection.platform.file;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Papers;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Reading;
import org.smartcorrection.platform.documents.Texts;
import org.smartcorrection.platform.kernel.DocumentId;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the lines of a table of contents in a reader's language. */
@Component
class ContentsRows {
  /** What comes with an act without being required: it can be anybody's. */
  private static final String OTHER_PAPER = "attachment";

  private final Agencies agencies;
  private final PageCounts pages;
  private final Texts texts;
  private final MessageSource messages;

  ContentsRows(Agencies agencies, PageCounts pages, Texts texts, MessageSource messages) {
    this.agencies = agencies;
    this.pages = pages;
    this.texts = texts;
    this.messages = messages;
  }

  /**
   * A section with its lines.
   *
   * @param id names it: the message {@code file.section.<id>}
   */
  record Section(String id, List<ContentsRow> rows) {}

  /**
   * The sections of a volume.
   *
   * @param verifier the address of the page that checks proofs
   */
  List<Section> of(Volume volume, String verifier, Locale locale) {
    Map<DocumentId, Reading> read =
        texts.of(
            volume.rows().stream().map(Volume.Row::document).filter(Objects::nonNull).toList());
    return volume.sections().stream()
        .map(
            section ->
                new Section(
                    section.id(),
                    section.rows().stream().map(row -> row(row, read, verifier, locale)).toList()))
        .toList();
  }

  private ContentsRow row(
      Volume.Row row, Map<DocumentId, Reading> read, String verifier, Locale locale) {
    Act act = row.act();
    Document document = row.document();
    String deed = say("act." + act.type(), locale);
    return new ContentsRow(
        row.serial(),
        document == null || document.number() == null ? "" : document.number(),
        author(act, document, locale),
        document == null ? deed : say("document." + document.kind(), locale),
        LegalCalendar.legalDay(act.occurredAt()),
        document == null
            ? null
            : pages.of(document, act, read.get(document.id()), verifier).orElse(null),
        remark(act, document, deed, locale),
        act.number(),
        document);
  }

  /** Who made it. What others made came in through somebody, who is not its author. */
  private String author(Act act, @Nullable Document document, Locale locale) {
    boolean others =
        document != null
            && !document.written()
            && (document.kind().equals(OTHER_PAPER) || !Papers.writes(document.kind()));
    return others ? "" : by(act, locale);
  }

  private String by(Act act, Locale locale) {
    return act.role() == Role.SUBJECT
        ? say("file.author.person", locale)
        : agencies.get(act.agency()).name(locale);
  }

  private String remark(Act act, @Nullable Document document, String deed, Locale locale) {
    if (document == null) return say("file.remark.record", locale, act.number());
    if (document.recorded())
      return document.length() == null
          ? say("file.remark.recording", locale, deed, act.number())
          : say(
              "file.remark.recording.length", locale, deed, act.number(), clock(document.length()));
    return document.written()
        ? say("file.remark.act", locale, deed, act.number())
        : say("file.remark.handed-in", locale, deed, act.number(), by(act, locale));
  }

  /** Hours, minutes and seconds: 0:12:34. */
  private static String clock(Duration length) {
    return "%d:%02d:%02d"
        .formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart());
  }

  private String say(String key, Locale locale, Object... places) {
    return messages.getMessage(key, places, locale);
  }
}
