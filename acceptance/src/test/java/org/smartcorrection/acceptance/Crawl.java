package org.smartcorrection.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows every link that a visitor finds, from page to page, and notes which other hosts the pages
 * asked. Pages that differ in their query alone are the same page; of pages that differ in an
 * identifier alone, as of two cases, procedures or articles, a few are enough. A page that nobody
 * wants to look at is fetched for its answer and its links, some at once, which is many times
 * quicker than drawing it.
 */
public final class Crawl {
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "(?<=/)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=/|$)"
              + "|(?<=^/law/)(?!numbers|articles)[a-z]+|(?<=^/law/articles/)[^/]+(/[0-9]+)?");

  private static final String LINKS =
      "() => [...document.querySelectorAll('a[href]:not([download])')].map(a => a.href)";

  /** Answers in the order of the addresses; nothing for a file. */
  private static final String FETCHED_LINKS =
      """
      addresses => Promise.all(addresses.map(async address => {
        const answer = await fetch(address, {headers: {accept: 'text/html,*/*;q=0.8'}});
        if (!(answer.headers.get('content-type') ?? '').includes('html')) {
          await answer.body?.cancel();
          return null;
        }
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const links = [...page.querySelectorAll('a[href]:not([download])')]
          .map(a => new URL(a.getAttribute('href'), answer.url).href);
        return {status: answer.status, links};
      }))
      """;

  /** As many as a browser asks of one host at once. */
  private static final int AT_ONCE = 6;

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
   * @param wanted which pages are drawn; the first one always is
   * @param look what to do on each page that is drawn, once it is there
   */
  public void visit(
      BrowserContext visitor,
      List<String> from,
      Predicate<String> wanted,
      BiConsumer<Page, String> look) {
    visitor.onRequest(this::note);
    Page page = visitor.newPage();
    var waiting = new ArrayDeque<>(from);
    Set<String> seen = new LinkedHashSet<>(from);
    var shapes = new HashMap<String, Integer>();
    while (!waiting.isEmpty()) {
      var fetched = new ArrayList<String>();
      for (String path : some(waiting, shapes)) {
        boolean drawn = page.url().equals("about:blank") || wanted.test(path);
        if (!drawn) fetched.add(path);
        else if (open(page, path).filter(answer -> follow(path, answer, seen, waiting)).isPresent())
          look.accept(page, path);
      }
      fetch(page, fetched).forEach((path, answer) -> follow(path, answer, seen, waiting));
    }
    page.close();
  }

  /** The next pages, as long as they are not enough of a shape. */
  private List<String> some(Deque<String> waiting, Map<String, Integer> shapes) {
    var some = new ArrayList<String>();
    while (!waiting.isEmpty() && some.size() < AT_ONCE) {
      String path = waiting.remove();
      if (shapes.merge(shape(path), 1, Integer::sum) <= ofAShape) some.add(path);
    }
    return some;
  }

  /** Whether the page is there; then its links lead on. */
  private boolean follow(String path, Answer answer, Set<String> seen, Deque<String> waiting) {
    if (answer.status() >= 400) {
      broken.add(answer.status() + " " + path);
      return false;
    }
    pages.add(path);
    for (String link : answer.links()) if (seen.add(withoutQuery(link))) waiting.add(link);
    return true;
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

  /** How a page answered, and where its links lead. */
  private record Answer(int status, List<String> links) {}

  /** The answer of a page that is drawn, when it is a page and not a file. */
  private Optional<Answer> open(Page page, String path) {
    try {
      return Optional.ofNullable(page.navigate(start.resolve(path).toString()))
          .filter(response -> response.headers().getOrDefault("content-type", "").contains("html"))
          .map(response -> new Answer(response.status(), own(page.evaluate(LINKS))));
    } catch (PlaywrightException e) {
      if (Objects.toString(e.getMessage()).contains("Download is starting"))
        return Optional.empty();
      throw e;
    }
  }

  /** The answers of those that are pages and not files; they are asked for side by side. */
  private SequencedMap<String, Answer> fetch(Page page, List<String> paths) {
    var answers = new LinkedHashMap<String, Answer>();
    if (paths.isEmpty()) return answers;
    List<String> addresses = paths.stream().map(path -> start.resolve(path).toString()).toList();
    var found = (List<?>) Objects.requireNonNull(page.evaluate(FETCHED_LINKS, addresses));
    for (int i = 0; i < paths.size(); i++) {
      if (!(found.get(i) instanceof Map<?, ?> answer)) continue;
      int status = ((Number) Objects.requireNonNull(answer.get("status"))).intValue();
      answers.put(paths.get(i), new Answer(status, own(answer.get("links"))));
    }
    return answers;
  }

  /** A path without what tells one page of a kind from the next: identifiers and the query. */
  public static String shape(String path) {
    return IDENTIFIER.matcher(withoutQuery(path)).replaceAll("{id}");
  }

  private static String withoutQuery(String path) {
    return path.replaceFirst("\\?.*", "");
  }

  private List<String> own(@Nullable Object links) {
    return ((List<?>) Objects.requireNonNull(links))
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
