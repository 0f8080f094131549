package org.smartcorrection.platform.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.FactText;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Texts;
import org.smartcorrection.platform.paper.Paper;
import org.smartcorrection.platform.paper.Part;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What there is to read in a case, each text opened with the person's key when it is asked for. */
@Component
class CaseTexts {
  private final CaseFiles files;
  private final Texts texts;
  private final MessageSource messages;

  CaseTexts(CaseFiles files, Texts texts, MessageSource messages) {
    this.files = files;
    this.texts = texts;
    this.messages = messages;
  }

  /**
   * A text of a case.
   *
   * @param document {@code null} where the act itself states it
   * @param read whether it is more than the name of a file
   */
  record Passage(Act act, @Nullable Document document, String text, boolean read) {}

  /** What can be read of an act: its documents, and then what it states itself. */
  List<Passage> of(Filed filed) {
    var passages = new ArrayList<Passage>();
    for (Document document : filed.documents())
      (document.written() ? paper(filed.act(), document) : upload(filed.act(), document))
          .ifPresent(passages::add);
    if (!filed.act().shredded())
      passages.add(new Passage(filed.act(), null, stated(filed.act()), true));
    return passages;
  }

  private Optional<Passage> paper(Act act, Document document) {
    return files
        .original(document)
        .map(Paper::parse)
        .map(paper -> new Passage(act, document, text(paper), true));
  }

  /** A file of others: its name, and what stands in it, if that could be read. */
  private Optional<Passage> upload(Act act, Document document) {
    String name = document.name();
    if (name == null) return Optional.empty();
    String known = say("document." + document.kind()) + "\n" + name;
    Optional<String> inside = inside(document);
    return Optional.of(
        new Passage(
            act,
            document,
            inside.map(text -> known + "\n" + text).orElse(known),
            inside.isPresent()));
  }

  private Optional<String> inside(Document document) {
    try {
      return texts.text(document);
    } catch (Vault.Tampered _) {
      return Optional.empty();
    }
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
  private String stated(Act act) {
    var lines = new ArrayList<String>();
    lines.add(say("act." + act.type()));
    act.facts()
        .values()
        .forEach(
            (name, fact) ->
                lines.add(
                    say("fact." + name)
                        + "："
                        + FactText.of(name, fact, messages, ContentsPaper.OFFICIAL)));
    if (act.overrideReason() != null) lines.add(act.overrideReason());
    return String.join("\n", lines);
  }

  private String say(String key) {
    Locale official = ContentsPaper.OFFICIAL;
    return messages.getMessage(key, null, official);
  }
}
