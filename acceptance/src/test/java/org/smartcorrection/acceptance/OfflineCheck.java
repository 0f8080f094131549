package org.smartcorrection.acceptance;

import java.nio.file.Path;
import java.util.List;

/** {@code ./run --offline-check}: proves that no page asks another host, on this very machine. */
public final class OfflineCheck {
  private OfflineCheck() {}

  public static void main(String[] args) {
    Path data = Path.of("target", "offline-check").toAbsolutePath();
    int exit;
    try (var platform = RunningPlatform.demo(data, "--fresh");
        var browser = RealBrowser.withWebGl();
        var visitor = browser.visitor()) {
      var crawl = new Crawl(platform.address());
      crawl.visit(visitor, List.of("/"), (_, path) -> System.out.println("  " + path));
      crawl.foreign().forEach(address -> System.out.println("  -> " + address));
      System.out.println(verdict(crawl));
      exit = crawl.foreign().isEmpty() && !crawl.pages().isEmpty() ? 0 : 1;
    }
    System.exit(exit);
  }

  private static String verdict(Crawl crawl) {
    int pages = crawl.pages().size();
    int foreign = crawl.foreign().size();
    return "%d 个页面，对其他主机的请求：%d。%n%d pages, requests to other hosts: %d."
        .formatted(pages, foreign, pages, foreign);
  }
}
