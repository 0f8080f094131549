package org.smartcorrection.platform.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.FactText;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.paper.Paper;
import org.smartcorrection.platform.paper.Part;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Finds words in one case: its papers and what its acts state are opened with the person's key,
 * looked through in memory and forgotten. There is no index, so a key that was destroyed leaves
 * nothing to find.
 */
@Component
class CaseSearch {
  private static final int LINES = 3;

  private final CaseFiles files;
  private final MessageSource messages;

  CaseSearch(CaseFiles files, MessageSource messages) {
    this.files = files;
    this.messages = messages;
  }

  /**
   * Something in which the words stand.
   *
   * @param number its 文号, or an empty string
   * @param document {@code null} where the act itself states it
   */
  record Hit(
      String title,
      String number,
      int act,
      LocalDate day,
      @Nullable Document document,
      List<Snippet> lines,
      boolean literal) {}

  /**
   * What was found.
   *
   * @param searched how many texts were looked through
   * @param unread how many files of others were not: only their names were
   */
  record Found(List<Hit> hits, int searched, int unread) {}

  Found find(Case in, WordSearch asked, Locale locale) {
    var hits = new ArrayList<Hit>();
    int searched = 0;
    int unread = 0;
    for (Filed filed : files.everything(in)) {
      int before = hits.size();
      for (Document document : filed.documents()) {
        Optional<String> text = text(document);
        if (text.isEmpty()) continue;
        if (document.written()) searched++;
        else unread++;
        hit(filed.act(), document, text.get(), asked, locale).ifPresent(hits::add);
      }
      if (filed.act().shredded()) continue;
      searched++;
      // a paper says what its act states: one of them is enough
      if (hits.size() == before)
        hit(filed.act(), null, text(filed.act()), asked, locale).ifPresent(hits::add);
    }
    hits.sort(
        Comparator.comparing((Hit hit) -> !hit.literal())
            .thenComparing(Hit::act, Comparator.reverseOrder()));
    return new Found(List.copyOf(hits), searched, unread);
  }

  private Optional<Hit> hit(
      Act act, @Nullable Document document, String text, WordSearch asked, Locale locale) {
    return asked
        .in(text)
        .map(
            match ->
                new Hit(
                    document == null
                        ? say("act." + act.type(), locale)
                        : say("document." + document.kind(), locale),
                    document == null || document.number() == null ? "" : document.number(),
                    act.number(),
                    LegalCalendar.legalDay(act.occurredAt()),
                    document,
                    Snippet.of(text, match.spans(), LINES),
                    match.literal()));
  }

  /** What can be read of a document; empty when its key is gone, or when it was changed. */
  private Optional<String> text(Document document) {
    String kind = say("document." + document.kind(), ContentsPaper.OFFICIAL);
    if (!document.written())
      return Optional.ofNullable(document.name()).map(name -> kind + "\n" + name);
    return files.original(document).map(Paper::parse).map(CaseSearch::text);
  }

  private static String text(Paper paper) {
    return paper.parts().stream()
        .map(
            part ->
                part.kind() == Part.Kind.FIELD
                    ? String.join("：", part.texts())
                    : String.join("\n", part.texts()))
        .collect(Collectors.joining("\n"));
  }

  /** What an act states, in the language of the law. */
  private String text(Act act) {
    Locale official = ContentsPaper.OFFICIAL;
    var lines = new ArrayList<String>();
    lines.add(say("act." + act.type(), official));
    act.facts()
        .values()
        .forEach(
            (name, fact) ->
                lines.add(
                    say("fact." + name, official)
                        + "："
                        + FactText.of(name, fact, messages, official)));
    if (act.overrideReason() != null) lines.add(act.overrideReason());
    return String.join("\n", lines);
  }

  private String say(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
