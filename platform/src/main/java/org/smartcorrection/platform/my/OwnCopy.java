package org.smartcorrection.platform.my;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.subjects.CopyPart;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.platform.subjects.Photographs;
import org.smartcorrection.platform.subjects.Surroundings;
import org.springframework.stereotype.Component;

/** Everything that is kept of a person, as a file to take along (PIPL 45). */
@Component
class OwnCopy {
  private static final int PAGE = 500;

  private final People people;
  private final Surroundings surroundings;
  private final Photographs photographs;
  private final Acts acts;
  private final OwnCases own;
  private final Complaints complaints;
  private final LookViews looks;
  private final List<CopyPart> parts;
  private final Clock clock;

  OwnCopy(
      People people,
      Surroundings surroundings,
      Photographs photographs,
      Acts acts,
      OwnCases own,
      Complaints complaints,
      LookViews looks,
      List<CopyPart> parts,
      Clock clock) {
    this.people = people;
    this.surroundings = surroundings;
    this.photographs = photographs;
    this.acts = acts;
    this.own = own;
    this.complaints = complaints;
    this.looks = looks;
    this.parts = parts;
    this.clock = clock;
  }

  Map<String, Object> of(Actor actor, PersonId person, List<Case> cases, Locale locale) {
    var copy = new LinkedHashMap<String, Object>();
    copy.put("madeAt", clock.instant().toString());
    copy.put("identity", identity(person));
    copy.put("aroundYou", surroundings.of(person));
    photographs
        .get(person)
        .ifPresent(jpeg -> copy.put("photographJpeg", Base64.getEncoder().encodeToString(jpeg)));
    copy.put("cases", cases.stream().map(this::oneCase).toList());
    copy.put("complaints", complaints.of(person, actor).stream().map(OwnCopy::complaint).toList());
    for (CopyPart part : parts) part.of(person).ifPresent(kept -> copy.put(part.name(), kept));
    copy.put("whoLooked", looked(person, locale));
    return copy;
  }

  private Map<String, Object> identity(PersonId person) {
    var known = people.get(person);
    return Map.of(
        "name", known.name(),
        "nameLatin", known.nameLatin(),
        "gender", known.gender().name(),
        "born", known.born().toString(),
        "identityNumber", known.identityNumber(),
        "phone", known.phone(),
        "address", known.address());
  }

  private Map<String, Object> oneCase(Case in) {
    return Map.of(
        "number", in.number(),
        "acts", acts.history(in.id()).stream().filter(OwnCases::theirs).map(OwnCopy::act).toList(),
        "documents", own.documents(in).stream().map(OwnCopy::document).toList());
  }

  private static Map<String, Object> act(Act act) {
    var facts = new LinkedHashMap<String, String>();
    act.facts()
        .values()
        .forEach(
            (name, value) -> {
              if (!Words.withheld(name)) facts.put(name, Facts.plain(value));
            });
    return Map.of(
        "number", act.number(),
        "procedure", act.procedure(),
        "type", act.type(),
        "role", act.role().name(),
        "bySubstitute", act.substitution() != null,
        "occurredAt", act.occurredAt().toString(),
        "effectiveOn", act.effectiveOn().toString(),
        "recordedAt", act.recordedAt().toString(),
        "facts", facts);
  }

  private static Map<String, Object> document(Document document) {
    return Map.of(
        "kind", document.kind(),
        "name", document.name() == null ? "" : document.name(),
        "sha256", document.sha256(),
        "addedAt", document.addedAt().toString());
  }

  private static Map<String, Object> complaint(Complaints.Complaint complaint) {
    return Map.of(
        "madeAt", complaint.madeAt().toString(),
        "state", complaint.state(),
        "words", complaint.words(),
        "answer", complaint.answer().map(Complaints.Answer::reason).orElse(""));
  }

  private static Map<String, String> looked(Looks.Look look, LookView told) {
    var said = new LinkedHashMap<String, String>();
    said.put("at", look.at().toString());
    said.put("agency", told.agency());
    said.put("post", told.post());
    said.put("what", look.what());
    said.put("purpose", look.purpose().name());
    Looks.@Nullable Stretch places = look.stretch();
    if (places != null) {
      said.put("placesFrom", places.from().toString());
      said.put("placesUntil", places.until().toString());
    }
    return said;
  }

  private List<Map<String, String>> looked(PersonId person, Locale locale) {
    var all = new ArrayList<Map<String, String>>();
    @Nullable String before = null;
    do {
      Slice<LookView> page = looks.at(person, before, PAGE, locale);
      for (LookView look : page.rows()) all.add(looked(look.look(), look));
      before = page.next();
    } while (before != null);
    return all;
  }
}
