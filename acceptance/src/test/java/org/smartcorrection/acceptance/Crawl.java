package org.smartcorrection.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Follows every link that a visitor finds, from page to page, and notes which other hosts the pages
 * asked. Pages that differ in their query alone are the same page; of pages that differ in an
 * identifier alone, as of two cases, procedures or articles, a few are enough.
 */
public final class Crawl {
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "(?<=/)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=/|$)"
              + "|(?<=^/law/)(?!numbers|articles)[a-z]+|(?<=^/law/articles/)[^/]+(/[0-9]+)?");

  private final URI start;
  private final int ofAShape;
  private final SequencedSet<String> pages = new LinkedHashSet<>();
  private final SequencedSet<String> foreign = new LinkedHashSet<>();
  private final SequencedSet<String> broken = new LinkedHashSet<>();

  /**
   * A crawl of what belongs to the host of this address.
   *
   * @param ofAShape how many pages that differ in an identifier alone are looked at
   */
  public Crawl(URI start, int ofAShape) {
    this.start = start;
    this.ofAShape = ofAShape;
  }

  /**
   * Visits all pages that a visitor reaches from the given ones.
   *
   * @param visitor signed in or not
   * @param look what to do on each page, once it is there
   */
  public void visit(BrowserContext visitor, List<String> from, BiConsumer<Page, String> look) {
    visitor.onRequest(this::note);
    Page page = visitor.newPage();
    var waiting = new ArrayDeque<>(from);
    Set<String> seen = new LinkedHashSet<>(from);
    var shapes = new HashMap<String, Integer>();
    while (!waiting.isEmpty()) {
      String path = waiting.remove();
      if (shapes.merge(shape(path), 1, Integer::sum) > ofAShape) continue;
      Response response = open(page, path).orElse(null);
      if (response == null) continue;
      if (response.status() >= 400) broken.add(response.status() + " " + path);
      else {
        pages.add(path);
        look.accept(page, path);
        for (String link : links(page)) if (seen.add(withoutQuery(link))) waiting.add(link);
      }
    }
    page.close();
  }

  /** The pages that were there. */
  public SequencedSet<String> pages() {
    return pages;
  }

  /** Requests that went, or would have gone, to another host. */
  public SequencedSet<String> foreign() {
    return foreign;
  }

  /** Links that led to an error, with its status. */
  public SequencedSet<String> broken() {
    return broken;
  }

  /** The answer, when it is a page and not a file. */
  private Optional<Response> open(Page page, String path) {
    try {
      return Optional.ofNullable(page.navigate(start.resolve(path).toString()))
          .filter(response -> response.headers().getOrDefault("content-type", "").contains("html"));
    } catch (PlaywrightException e) {
      if (Objects.toString(e.getMessage()).contains("Download is starting"))
        return Optional.empty();
      throw e;
    }
  }

  /** A path without what tells one page of a kind from the next: identifiers and the query. */
  public static String shape(String path) {
    return IDENTIFIER.matcher(withoutQuery(path)).replaceAll("{id}");
  }

  private static String withoutQuery(String path) {
    return path.replaceFirst("\\?.*", "");
  }

  private List<String> links(Page page) {
    Object found =
        page.evaluate(
            "() => [...document.querySelectorAll('a[href]:not([download])')].map(a => a.href)");
    return ((List<?>) found)
        .stream().map(Objects::toString).flatMap(link -> own(link).stream()).distinct().toList();
  }

  private Optional<String> own(String link) {
    if (!link.startsWith("http")) return Optional.empty();
    URI target = URI.create(link);
    return Objects.equals(target.getAuthority(), start.getAuthority())
        ? Optional.of(
            target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()))
        : Optional.empty();
  }

  private void note(Request request) {
    String address = request.url();
    if (!address.matches("(https?|wss?):.*")) return;
    if (!Objects.equals(URI.create(address).getAuthority(), start.getAuthority()))
      foreign.add(address);
  }
}
