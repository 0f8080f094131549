package org.smartcorrection.acceptance;

import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ./run --offline-check}: proves that no page asks another host, on this very machine. */
public final class OfflineCheck {
  private OfflineCheck() {}

  public static void main(String[] args) {
    Path data = Path.of("target", "offline-check").toAbsolutePath();
    int pages = 0;
    int foreign = 0;
    try (var platform = RunningPlatform.demo(data, "--fresh");
        var browser = RealBrowser.withWebGl()) {
      for (Optional<DemoAccount> account : visitors())
        try (BrowserContext visitor = browser.visitor()) {
          System.out.println(account.map(DemoAccount::login).orElse("–"));
          String from = account.map(as -> as.enter(visitor, platform.address())).orElse("/");
          var crawl = new Crawl(platform.address(), 1);
          crawl.visit(
              visitor, List.of(from), any -> true, (_, path) -> System.out.println("  " + path));
          crawl.foreign().forEach(address -> System.out.println("  -> " + address));
          pages += crawl.pages().size();
          foreign += crawl.foreign().size();
        }
    }
    System.out.println(verdict(pages, foreign));
    System.exit(foreign == 0 && pages > 0 ? 0 : 1);
  }

  /** Somebody without an account, and each account of the demonstration. */
  private static List<Optional<DemoAccount>> visitors() {
    return Stream.concat(
            Stream.of(Optional.<DemoAccount>empty()),
            Arrays.stream(DemoAccount.values()).map(Optional::of))
        .toList();
  }

  private static String verdict(int pages, int foreign) {
    return "%d 个页面，对其他主机的请求：%d。%n%d pages, requests to other hosts: %d."
        .formatted(pages, foreign, pages, foreign);
  }
}
