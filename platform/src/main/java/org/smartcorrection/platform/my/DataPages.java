package org.smartcorrection.platform.my;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.shell.Folded;
import org.smartcorrection.platform.subjects.Particulars;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.platform.subjects.Photographs;
import org.smartcorrection.platform.subjects.Surroundings;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is kept of the person, who looked at it, and a copy to take along (PIPL 45). */
@Controller
class DataPages {
  private static final int PAGE = 20;
  private static final int DOCUMENTS = 12;

  private final OwnCases own;
  private final People people;
  private final LookViews looks;
  private final Acts acts;
  private final ActViews actViews;
  private final OwnCopy copy;
  private final Surroundings surroundings;
  private final Photographs photographs;
  private final Agencies agencies;

  DataPages(
      OwnCases own,
      People people,
      LookViews looks,
      Acts acts,
      ActViews actViews,
      OwnCopy copy,
      Surroundings surroundings,
      Photographs photographs,
      Agencies agencies) {
    this.agencies = agencies;
    this.own = own;
    this.people = people;
    this.looks = looks;
    this.acts = acts;
    this.actViews = actViews;
    this.copy = copy;
    this.surroundings = surroundings;
    this.photographs = photographs;
  }

  @GetMapping("/my/data")
  String data(
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(name = "case", required = false) @Nullable String number,
      Locale locale,
      Model model) {
    Case in = own.joined(number);
    model.addAttribute("number", in.number());
    model.addAttribute("cases", own.joined());
    Slice<LookView> looked = looks.at(OwnCases.person(), before, PAGE, locale);
    model.addAttribute("looks", looked.rows());
    model.addAttribute("first", before == null);
    model.addAttribute("next", looked.next() == null ? null : "/my/data?before=" + looked.next());
    model.addAttribute("identity", people.get(OwnCases.person()));
    Particulars around = surroundings.of(OwnCases.person());
    model.addAttribute("around", around);
    model.addAttribute("photograph", photographs.has(OwnCases.person()));
    Map<Boolean, List<Document>> kept =
        own.documents(in).stream().collect(Collectors.partitioningBy(Document::recorded));
    model.addAttribute("documents", Folded.of(kept.getOrDefault(false, List.of()), DOCUMENTS));
    model.addAttribute("recordings", kept.getOrDefault(true, List.of()));
    model.addAttribute("agency", agencies.get(in.agency()).name(locale));
    return "my/data";
  }

  @GetMapping("/my/data/acts")
  String acts(
      @RequestParam(defaultValue = "2147483647") int before,
      @RequestParam(name = "case", required = false) @Nullable String number,
      Locale locale,
      Model model) {
    Case in = own.joined(number);
    List<Act> fetched = acts.ofCase(in.id(), before, PAGE + 1);
    Slice<Act> page = Slice.of(fetched, PAGE, act -> Integer.toString(act.number()));
    model.addAttribute(
        "acts", actViews.of(in, page.rows().stream().filter(OwnCases::theirs).toList(), locale));
    model.addAttribute("number", in.number());
    model.addAttribute("first", before == Integer.MAX_VALUE);
    String path = number == null ? "/my/data/acts" : "/my/data/acts?case=" + in.number();
    model.addAttribute("path", path);
    model.addAttribute(
        "next",
        page.next() == null ? null : path + (number == null ? "?" : "&") + "before=" + page.next());
    return "my/acts";
  }

  @GetMapping("/my/data/copy")
  ResponseEntity<byte[]> copy(Locale locale) {
    byte[] json = Json.bytes(copy.of(OwnCases.actor(), OwnCases.person(), own.joined(), locale));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("my-data.json").build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(json);
  }
}
