package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.documents.Numbers;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.StandingPosts;
import org.smartcorrection.platform.paper.Paper;
import org.smartcorrection.platform.paper.Part;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.Explanations;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes the papers of acts from their facts: whoever acts fills in the act, and the document
 * follows, with its number, in the language of the law. Only what others made has to be uploaded.
 */
@Component
public class Papers {
  /** What colleagues said to one another in a committee; no paper for the person (rule H11). */
  public static final String MINUTES = "deliberation-minutes";

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
          "health-consent",
          "judgment",
          "medical-opinion",
          "missing-documents",
          "own-summary",
          "physician-statement",
          "proof",
          "receipt-of-documents",
          "request",
          "return-receipt",
          "ruling");

  /** Papers that speak to the person under correction, and so say what can be done against them. */
  private static final Set<String> TO_THE_PERSON =
      Set.of(
          "admonition",
          "certificate",
          "contact-permit",
          "leave-permit",
          "no-record-certificate",
          "notice",
          "notice-of-end",
          "place-permit",
          "praise",
          "relocation-decision",
          "sealing-decision",
          "travel-permit",
          "warning");

  /** The language of official papers, and of the law. */
  private static final Locale OFFICIAL = Locale.SIMPLIFIED_CHINESE;

  private final MessageSource messages;
  private final FactWords words;
  private final Documents documents;
  private final Numbers numbers;
  private final Agencies agencies;
  private final StandingPosts posts;
  private final People people;
  private final Law law;
  private final Explanations explanations;
  private final Clock clock;

  Papers(
      MessageSource messages,
      FactWords words,
      Documents documents,
      Numbers numbers,
      Agencies agencies,
      StandingPosts posts,
      People people,
      Law law,
      Clock clock) {
    this.messages = messages;
    this.words = words;
    this.documents = documents;
    this.numbers = numbers;
    this.agencies = agencies;
    this.posts = posts;
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

  Document write(String kind, Case in, Act act, Actor by) {
    LocalDate day = LegalCalendar.legalDay(act.recordedAt());
    Numbers.Given number = numbers.next(by.agency(), kind, day.getYear());
    var issued =
        new Issued(
            by.agency(), by.inPlace() == null ? by.postZh() : by.postZh() + "（代理）", number.text());
    Paper paper = compose(kind, in, act, issued, OFFICIAL);
    return documents.issue(in.id(), in.person(), in.purpose(), act.id(), paper, number);
  }

  /**
   * A paper in a language that is not the official one, for reading only. It is made from the act
   * again, so it says what the original says.
   *
   * @param original a document that the platform wrote
   */
  public Paper reading(Document original, Case in, Act act, Locale locale) {
    Agency agency = agencies.get(act.agency());
    String post =
        Optional.ofNullable(posts.titles(List.of(act.post())).get(act.post()))
            .map(title -> title.in(locale))
            .orElse("");
    String number = original.number() == null ? "" : original.number();
    return compose(original.kind(), in, act, new Issued(agency, post, number), locale);
  }

  /** By whom, in which post, under which number. */
  record Issued(Agency agency, String post, String number) {}

  Paper compose(String kind, Case in, Act act, Issued issued, Locale locale) {
    Identity person = people.get(in.person());
    String agency = issued.agency().name(locale);
    Object[] places = {person.name(locale), in.number(), say("act." + act.type(), locale), agency};
    var parts = new ArrayList<Part>();
    parts.add(Part.of(Part.Kind.AGENCY, agency));
    parts.add(Part.of(Part.Kind.TITLE, say("document." + kind, locale)));
    parts.add(Part.of(Part.Kind.NUMBER, issued.number()));
    boolean toPerson = TO_THE_PERSON.contains(kind);
    if (toPerson) parts.add(Part.of(Part.Kind.TO, say("paper.to", locale, places)));
    parts.add(Part.of(Part.Kind.TEXT, say("paper.text." + kind, locale, places)));
    parts.add(Part.of(Part.Kind.FIELD, say("paper.case", locale), in.number()));
    parts.add(Part.of(Part.Kind.FIELD, say("paper.person", locale), person.name(locale)));
    parts.addAll(facts(act, locale));
    List<String> articles = articles(act, locale);
    if (!articles.isEmpty())
      parts.add(
          Part.of(
              Part.Kind.BASIS,
              say("paper.basis", locale, String.join(say("paper.and", locale), articles))));
    if (toPerson) parts.add(Part.of(Part.Kind.REMEDY, say("paper.remedy", locale)));
    String day = FactText.day(LegalCalendar.legalDay(act.recordedAt()), locale);
    parts.add(Part.of(Part.Kind.SIGNED, agency, issued.post(), day));
    return new Paper(kind, locale.toLanguageTag(), parts);
  }

  private String say(String key, Locale locale, Object... places) {
    return messages.getMessage(key, places, locale);
  }

  private List<Part> facts(Act act, Locale locale) {
    return act.facts().values().entrySet().stream()
        .map(
            fact ->
                Part.of(
                    Part.Kind.FIELD,
                    say("fact." + fact.getKey(), locale),
                    words.of(fact.getKey(), fact.getValue(), locale)))
        .filter(part -> !part.texts().get(1).isBlank())
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
