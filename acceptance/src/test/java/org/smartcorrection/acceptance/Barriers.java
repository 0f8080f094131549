package org.smartcorrection.acceptance;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What keeps people from using a page: violations that the rules of axe find, of all tags. */
public final class Barriers {
  /** Every rule is tried; what kept to it need not come back with all its places. */
  private static final AxeRunOptions ONLY_FOUND = new AxeRunOptions();

  static {
    ONLY_FOUND.setResultTypes(List.of("violations"));
  }

  private final List<String> found = new ArrayList<>();

  /** Looks at a page that is there. */
  public void look(Page page, String path) {
    AxeResults results = new AxeBuilder(page).setLegacyMode(true).options(ONLY_FOUND).analyze();
    for (Rule rule : results.getViolations())
      found.add(
          "%s: %s, %s %s"
              .formatted(
                  path, rule.getId(), rule.getHelp(), rule.getNodes().getFirst().getTarget()));
  }

  /** One line for each rule that a page breaks, with the first place. */
  public List<String> found() {
    return found;
  }
}
