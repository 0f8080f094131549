package org.smartcorrection.platform.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.Article;
import org.smartcorrection.procedure.ArticleTexts;
import org.smartcorrection.procedure.act.Definition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Where a citation leads: the article in the words of the law, and what the platform makes of it.
 * Anybody may read it. All of it is in memory, so that no page asks the database for a text.
 */
@Controller
class ArticlePages {
  private final ArticleTexts texts = ArticleTexts.published();
  private final Law law;
  private final ReadersNumbers readers;

  ArticlePages(Law law, ReadersNumbers readers) {
    this.law = law;
    this.readers = readers;
  }

  @GetMapping("/law/articles/{law}/{number}")
  String article(
      @PathVariable("law") String of, @PathVariable String number, Model model, Locale locale) {
    return show(new Article(of, number), model, locale);
  }

  /** The rules that no law has, which are this platform's own. */
  @GetMapping("/law/articles/{law}")
  String ours(@PathVariable("law") String of, Model model, Locale locale) {
    return show(new Article(of, ""), model, locale);
  }

  private String show(Article article, Model model, Locale locale) {
    ReadersNumbers.Shown shown = readers.today();
    ArticleView view =
        ArticleView.of(article, texts, shown, inForce(shown), law, locale)
            .orElseThrow(NotFound::new);
    model.addAttribute("article", view);
    model.addAttribute("mine", Present.find().filter(a -> a.role() == Role.SUBJECT).isPresent());
    return "desk/article";
  }

  private List<Definition> inForce(ReadersNumbers.Shown shown) {
    LocalDate day = shown.day();
    return shown
        .agency()
        .map(agency -> law.inForce(agency.id(), day))
        .orElseGet(() -> law.inForce(day));
  }
}
