package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.FactText;
import org.smartcorrection.platform.casework.HandOver;
import org.smartcorrection.platform.casework.HandOvers;
import org.smartcorrection.platform.casework.Officer;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.paper.Paper;
import org.smartcorrection.platform.paper.Part;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What was handed over: on a page, and as the list that both officers sign (移交清单). */
@Component
class HandOverList {
  private final HandOvers handOvers;
  private final Summaries summaries;
  private final PersonRows personRows;
  private final OfficerOptions officers;
  private final Accounts accounts;
  private final Agencies agencies;
  private final Looks looks;
  private final MessageSource messages;

  HandOverList(
      HandOvers handOvers,
      Summaries summaries,
      PersonRows personRows,
      OfficerOptions officers,
      Accounts accounts,
      Agencies agencies,
      Looks looks,
      MessageSource messages) {
    this.handOvers = handOvers;
    this.summaries = summaries;
    this.personRows = personRows;
    this.officers = officers;
    this.accounts = accounts;
    this.agencies = agencies;
    this.looks = looks;
    this.messages = messages;
  }

  /** One case: who it is about, who is responsible now, and the number of the act. */
  record Row(PersonRow person, Text to, HandOver.State state, @Nullable Integer act) {}

  /** The cases with their people; the look at the names is recorded. */
  List<Row> rows(HandOver in, HttpServletRequest request, Locale locale) {
    List<HandOver.Row> rows = handOvers.rows(in.id());
    Map<CaseId, Summary> found = summaries.all(rows.stream().map(HandOver.Row::caseId).toList());
    Actor actor = Present.actor();
    looks.record(
        actor,
        Sessions.purpose(request, actor),
        "list",
        found.values().stream().map(Summary::person).toList());
    var people = new HashMap<CaseId, PersonRow>();
    personRows
        .of(List.copyOf(found.values()), List.of(), locale)
        .forEach(row -> people.put(row.summary().caseId(), row));
    var named = new HashMap<Officer, Text>();
    return rows.stream()
        .filter(row -> people.containsKey(row.caseId()))
        .map(
            row ->
                new Row(
                    Objects.requireNonNull(people.get(row.caseId())),
                    named.computeIfAbsent(row.to(), to -> officers.named(to, locale)),
                    row.state(),
                    row.act()))
        .toList();
  }

  /** Whose cases they were. */
  String former(HandOver in, Locale locale) {
    return Optional.ofNullable(accounts.names(List.of(in.former())).get(in.former()))
        .map(name -> name.in(locale))
        .orElse("–");
  }

  /** The paper, in the language of official papers. It lists what has an act, and nothing else. */
  Paper paper(HandOver in, HttpServletRequest request, Actor by) {
    Locale official = CopyLetters.OFFICIAL;
    String agency = agencies.get(in.custody()).nameZh();
    List<Row> done =
        rows(in, request, official).stream()
            .filter(row -> row.state() == HandOver.State.DONE)
            .sorted(Comparator.comparing(row -> row.person().who().number()))
            .toList();
    String day = FactText.day(LegalCalendar.legalDay(in.createdAt()), official);
    var parts = new ArrayList<Part>();
    parts.add(Part.of(Part.Kind.AGENCY, agency));
    parts.add(Part.of(Part.Kind.TITLE, say("title")));
    parts.add(Part.of(Part.Kind.TEXT, say("text", former(in, official), done.size(), day)));
    parts.add(Part.of(Part.Kind.FIELD, say("reason"), in.reason()));
    for (Row row : done)
      parts.add(
          Part.of(
              Part.Kind.FIELD,
              row.person().who().number(),
              say(
                  "row",
                  row.person().who().name(),
                  said(row.to()),
                  Objects.requireNonNullElse(row.act(), 0))));
    for (String blank : List.of("from", "to", "witness"))
      parts.add(Part.of(Part.Kind.FIELD, say(blank), "＿＿＿＿＿＿＿＿＿＿"));
    parts.add(Part.of(Part.Kind.SIGNED, by.agency().nameZh(), by.postZh(), day));
    return new Paper("hand-over-list", official.toLanguageTag(), parts);
  }

  private String said(Text officer) {
    return switch (officer) {
      case Text.Literal(var words) -> words;
      case Text.Message(var key, var arguments) ->
          messages.getMessage(key, arguments.toArray(), CopyLetters.OFFICIAL);
    };
  }

  private String say(String key, Object... places) {
    return messages.getMessage("desk.handover.paper." + key, places, CopyLetters.OFFICIAL);
  }
}
