package org.smartcorrection.platform.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Finds words in one case: its papers, its files and what its acts state are opened with the
 * person's key, looked through in memory and forgotten, so a key that was destroyed leaves nothing
 * to find.
 */
@Component
class CaseSearch {
  private static final int LINES = 3;

  private final CaseFiles files;
  private final CaseTexts texts;
  private final MessageSource messages;

  CaseSearch(CaseFiles files, CaseTexts texts, MessageSource messages) {
    this.files = files;
    this.texts = texts;
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
   * @param unread how many files have no text that could be read: only their names were
   */
  record Found(List<Hit> hits, int searched, int unread) {}

  Found find(Case in, WordSearch asked, Locale locale) {
    var hits = new ArrayList<Hit>();
    int searched = 0;
    int unread = 0;
    for (Filed filed : files.everything(in)) {
      int before = hits.size();
      for (CaseTexts.Passage passage : texts.of(filed)) {
        if (passage.read()) searched++;
        else unread++;
        // a paper says what its act states: one of them is enough
        if (passage.document() == null && hits.size() > before) continue;
        hit(passage, asked, locale).ifPresent(hits::add);
      }
    }
    hits.sort(
        Comparator.comparing((Hit hit) -> !hit.literal())
            .thenComparing(Hit::act, Comparator.reverseOrder()));
    return new Found(List.copyOf(hits), searched, unread);
  }

  private Optional<Hit> hit(CaseTexts.Passage passage, WordSearch asked, Locale locale) {
    Act act = passage.act();
    Document document = passage.document();
    return asked
        .in(passage.text())
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
                    Snippet.of(passage.text(), match.spans(), LINES),
                    match.literal()));
  }

  private String say(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
