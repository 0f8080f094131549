package org.smartcorrection.platform.file;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.smartcorrection.platform.casework.FactText;
import org.smartcorrection.platform.desk.OpenedCase;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.paper.Paper;
import org.smartcorrection.platform.paper.Part;
import org.smartcorrection.platform.paper.Print;
import org.smartcorrection.platform.paper.Stamp;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The table of contents of a volume (卷内目录) as a paper. It is no document of the case and has
 * neither number nor seal: it is computed anew whenever somebody prints it, and says of when it is.
 */
@Component
class ContentsPaper {
  /** The language of official papers, whoever prints them. */
  static final Locale OFFICIAL = Locale.SIMPLIFIED_CHINESE;

  private static final List<String> COLUMNS =
      List.of("serial", "number", "author", "title", "day", "pages", "remark");

  private final ContentsRows rows;
  private final Agencies agencies;
  private final MessageSource messages;
  private final Clock clock;
  private final boolean demo;

  ContentsPaper(
      ContentsRows rows,
      Agencies agencies,
      MessageSource messages,
      Clock clock,
      Environment environment) {
    this.rows = rows;
    this.agencies = agencies;
    this.messages = messages;
    this.clock = clock;
    this.demo = environment.acceptsProfiles(Profiles.of("demo"));
  }

  /** The table of contents as of now. */
  Print of(Volume volume, OpenedCase opened, String verifier) {
    Instant now = clock.instant();
    String agency = agencies.get(opened.in().agency()).name(OFFICIAL);
    var parts = new ArrayList<Part>();
    parts.add(Part.of(Part.Kind.AGENCY, agency));
    parts.add(Part.of(Part.Kind.TITLE, say("file.volume." + volume.id()) + say("file.contents")));
    parts.add(Part.of(Part.Kind.NUMBER, opened.in().number()));
    parts.add(Part.of(Part.Kind.FIELD, say("paper.person"), opened.person().name(OFFICIAL)));
    parts.add(
        Part.of(Part.Kind.FIELD, say("file.items"), say("file.items.of", volume.rows().size())));
    List<ContentsRows.Section> sections = rows.of(volume, verifier, OFFICIAL);
    for (ContentsRows.Section section : sections) {
      parts.add(Part.of(Part.Kind.ITEM, say("file.section." + section.id())));
      parts.add(new Part(Part.Kind.COLUMNS, COLUMNS.stream().map(this::column).toList()));
      section.rows().forEach(row -> parts.add(entry(row)));
    }
    String day = FactText.day(LegalCalendar.legalDay(now), OFFICIAL);
    parts.add(Part.of(Part.Kind.SIGNED, agency, opened.actor().postZh(), day));
    var paper = new Paper("contents", OFFICIAL.toLanguageTag(), parts);
    var lines = new ArrayList<String>();
    lines.add(say("file.contents.computed", FactText.moment(now, OFFICIAL)));
    if (sections.stream()
        .flatMap(section -> section.rows().stream())
        .anyMatch(ContentsRow::uncounted)) lines.add(say("file.pages.uncounted"));
    if (demo) lines.add(say("desk.stamp.demo"));
    return new Print(paper, new Stamp(null, null, "", lines), now);
  }

  private Part entry(ContentsRow row) {
    return Part.of(
        Part.Kind.ENTRY,
        Integer.toString(row.serial()),
        row.number(),
        row.author(),
        row.title(),
        row.day().toString(),
        row.pages() == null ? "–" : Integer.toString(row.pages()),
        row.remark());
  }

  private String column(String name) {
    return say("file.column." + name);
  }

  private String say(String key, Object... places) {
    return messages.getMessage(key, places, OFFICIAL);
  }
}
