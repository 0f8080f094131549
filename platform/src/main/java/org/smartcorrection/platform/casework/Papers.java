package org.smartcorrection.platform.casework;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.Explanations;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Writes the papers of acts from their facts: whoever acts fills in the act, and the document
 * follows, with its number, in the language of the law. Only what others made has to be uploaded.
 */
@Component
public class Papers {
  /** What somebody else made and only they can: these must be uploaded. */
  private static final Set<String> FROM_OUTSIDE =
      Set.of(
          "agreement",
          "arrest-decision",
          "commission",
          "death-certificate",
          "detention-notice",
          "earlier-decision",
          "guarantee",
          "judgment",
          "medical-opinion",
          "missing-documents",
          "own-summary",
          "proof",
          "receipt-of-documents",
          "request",
          "ruling");

  private final SpringTemplateEngine templates;
  private final MessageSource messages;
  private final Documents documents;
  private final People people;
  private final Law law;
  private final Explanations explanations;
  private final Clock clock;

  Papers(
      SpringTemplateEngine templates,
      MessageSource messages,
      Documents documents,
      People people,
      Law law,
      Clock clock) {
    this.templates = templates;
    this.messages = messages;
    this.documents = documents;
    this.people = people;
    this.law = law;
    this.explanations = law.explanations();
    this.clock = clock;
  }

  /** Whether the platform can write this kind itself. */
  public static boolean writes(String kind) {
    return !FROM_OUTSIDE.contains(kind);
  }

  /** The command with every required paper that nobody uploaded and the platform can write. */
  PerformAct complete(Case in, PerformAct command, @Nullable Running running) {
    List<String> given = command.documents().stream().map(Upload::kind).toList();
    List<String> written =
        law.definition(in.agency(), command.procedure(), running, clock.instant())
            .act(command.type())
            .map(act -> act.documents().stream())
            .orElseThrow()
            .filter(kind -> writes(kind) && !given.contains(kind))
            .sorted()
            .toList();
    return command.writing(written);
  }

  /**
   * One line of a paper.
   *
   * @param label what it is
   * @param value what it says
   */
  public record Entry(String label, String value) {}

  Document write(String kind, Case in, Act act, Actor by) {
    Locale locale = Locale.SIMPLIFIED_CHINESE;
    LocalDate day = LegalCalendar.legalDay(act.recordedAt());
    String series = series(kind);
    int next = documents.nextNumber(by.agency(), day.getYear(), series);
    String number = "%s%s〔%d〕%d号".formatted(by.agency().marked(), series, day.getYear(), next);
    var model = new Context(locale);
    model.setVariable("title", messages.getMessage("document." + kind, null, locale));
    model.setVariable("number", number);
    model.setVariable("case", in);
    model.setVariable("person", people.get(in.person()));
    model.setVariable("agency", by.agency());
    model.setVariable("post", by.inPlace() == null ? by.postZh() : by.postZh() + "（代理）");
    model.setVariable("day", day);
    model.setVariable("entries", entries(act, locale));
    model.setVariable("articles", articles(act, locale));
    byte[] page = templates.process("casework/paper", model).getBytes(StandardCharsets.UTF_8);
    String name = messages.getMessage("document." + kind, null, locale) + " " + number + ".html";
    return documents.issue(
        in.id(), in.person(), in.purpose(), act.id(), new Upload(kind, name, page), number);
  }

  /** The series of a 文号 (发文字号): part of the number itself, and so the same in every language. */
  private static String series(String kind) {
    return switch (kind) {
      case "admonition" -> "矫训字";
      case "certificate" -> "矫解字";
      case String _ -> "矫字";
    };
  }

  private List<Entry> entries(Act act, Locale locale) {
    return act.facts().values().entrySet().stream()
        .map(
            fact ->
                new Entry(
                    messages.getMessage("fact." + fact.getKey(), null, locale),
                    FactText.of(fact.getKey(), fact.getValue(), messages, locale)))
        .filter(entry -> !entry.value().isBlank())
        .toList();
  }

  private List<String> articles(Act act, Locale locale) {
    return law.act(act.procedure(), act.type()).stream()
        .flatMap(defined -> defined.rules().stream())
        .map(rule -> explanations.article(rule, locale))
        .distinct()
        .toList();
  }
}
