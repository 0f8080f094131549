package org.smartcorrection.platform.file;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Finds words in the files of all cases that a post covers. The words are sent as a form, since an
 * address would keep them in histories and logs. Whose file is shown is recorded as a look at it;
 * that somebody searched stands in the trail, without the words.
 */
@Controller
class FilesSearchPage {
  private static final String PATH = "/console/search";

  private final FilesSearch search;
  private final People people;
  private final Looks looks;
  private final Trail trail;

  FilesSearchPage(FilesSearch search, People people, Looks looks, Trail trail) {
    this.search = search;
    this.people = people;
    this.looks = looks;
    this.trail = trail;
  }

  /** A file as the page shows it. */
  record Row(String name, FilesSearch.InFile found) {
    public String home() {
      return "/console/cases/" + found.in().caseId();
    }
  }

  @GetMapping(PATH)
  String form(Model model) {
    model.addAttribute("words", "");
    model.addAttribute("progress", search.progress(Present.actor()));
    return "file/files";
  }

  @PostMapping(PATH)
  String find(
      @RequestParam(defaultValue = "") String words,
      @RequestParam @Nullable String after,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    Actor actor = Present.actor();
    WordSearch asked = WordSearch.of(words);
    if (asked.isEmpty()) return form(model);
    @Nullable String from = after == null || after.isEmpty() ? null : CaseId.of(after).toString();
    FilesSearch.Found found = search.find(actor, asked, from, locale);
    List<PersonId> shown = found.files().stream().map(file -> file.in().person()).toList();
    Map<PersonId, Identity> names = people.all(shown);
    var rows = new ArrayList<Row>();
    for (FilesSearch.InFile file : found.files()) {
      @Nullable Identity who = names.get(file.in().person());
      rows.add(new Row(who == null ? file.in().number() : who.name(locale), file));
    }
    looks.record(actor, Sessions.purpose(request, actor), "search", shown);
    trail.note(actor.account(), "files-searched", Integer.toString(found.searched()));
    model.addAttribute("words", words);
    model.addAttribute("rows", rows);
    model.addAttribute("found", found);
    model.addAttribute("first", from == null);
    return "file/files";
  }
}
