package org.smartcorrection.acceptance.bench;

import com.microsoft.playwright.BrowserContext;
import java.util.List;
import org.smartcorrection.acceptance.Barriers;
import org.smartcorrection.acceptance.Crawl;
import org.smartcorrection.acceptance.DemoAccount;
import org.smartcorrection.acceptance.RealBrowser;
import org.smartcorrection.acceptance.RunningPlatform;

/**
 * Every page that a visitor without an account and each account of the demonstration finds, in both
 * languages: what the rules of axe find there, and requests to other hosts.
 */
final class Pages implements Row {
  private static final List<String> LANGUAGES = List.of("zh-CN", "en");

  @Override
  public String id() {
    return "main.7";
  }

  @Override
  public List<Figure> measure() throws Exception {
    var barriers = new Barriers();
    int pages = 0;
    int foreign = 0;
    try (var scratch = Scratch.make();
        var running = RunningPlatform.demo(scratch.folder().resolve("data"));
        var browser = new RealBrowser()) {
      var platform = running.address();
      for (String language : LANGUAGES) {
        try (BrowserContext visitor = browser.visitor(language)) {
          var crawl = new Crawl(platform, 2);
          crawl.visit(visitor, List.of("/"), any -> true, barriers::look);
          pages += crawl.pages().size();
          foreign += crawl.foreign().size();
        }
        for (DemoAccount account : DemoAccount.values())
          try (BrowserContext visitor = browser.visitor(language)) {
            var crawl = new Crawl(platform, 2);
            crawl.visit(
                visitor, List.of(account.enter(visitor, platform)), any -> true, barriers::look);
            crawl.broken().forEach(System.err::println);
            pages += crawl.pages().size();
            foreign += crawl.foreign().size();
          }
      }
    }
    barriers.found().forEach(System.err::println);
    String over = " over %d pages".formatted(pages);
    return List.of(
        new Figure("main.7", "axe violations" + over, barriers.found().size(), "", 0, 0),
        new Figure("main.8", "requests to another host" + over, foreign, "", 0, 0));
  }
}
