package org.smartcorrection.platform.file;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.smartcorrection.platform.desk.OpenedCase;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Finds words in the file of a case. The words are sent as a form, since an address would keep them
 * in histories and logs.
 */
@Controller
class SearchPage {
  private static final String PATH = FilePage.PATH + "/search";

  private final FileAccess access;
  private final CaseSearch search;

  SearchPage(FileAccess access, CaseSearch search) {
    this.access = access;
    this.search = search;
  }

  @GetMapping(PATH)
  String form(@PathVariable String id, Model model, HttpServletRequest request, Locale locale) {
    show(access.open(id, request, "case"), "", model, locale);
    return "file/search";
  }

  @PostMapping(PATH)
  String find(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String words,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    OpenedCase opened = access.open(id, request, "case");
    show(opened, words, model, locale);
    WordSearch asked = WordSearch.of(words);
    if (!asked.isEmpty())
      model.addAttribute("found", search.find(opened.in(), asked, opened.actor(), locale));
    return "file/search";
  }

  private static void show(OpenedCase opened, String words, Model model, Locale locale) {
    model.addAttribute("case", opened.in());
    model.addAttribute("name", opened.person().name(locale));
    model.addAttribute("prosecutor", opened.actor().role() == Role.PROSECUTOR);
    model.addAttribute("words", words);
  }
}
