package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.smartcorrection.acceptance.Session;

/**
 * How long the eight roles wait for their main pages: each role asks as often as the others, its
 * own pages in turn, four requests at a time. An answer counts from the request to its last byte.
 */
final class PageAnswers implements Row {
  private static final int REQUESTS = 1000;
  private static final int AT_A_TIME = 4;
  private static final double NANOS_A_MILLI = 1e6;
  private static final List<Map.Entry<String, List<String>>> MIX =
      List.of(
          Map.entry("court", List.of("/court")),
          Map.entry("officer", List.of("/console", "/console/people", "/console/alarms", "/wall")),
          Map.entry("office", List.of("/console", "/console/people")),
          Map.entry("head", List.of("/console/approvals", "/console")),
          Map.entry("prosecutor", List.of("/oversight", "/oversight/cases")),
          Map.entry("subject", List.of("/my", "/my/data")),
          Map.entry("auditor", List.of("/admin/trail", "/admin/ledger")),
          Map.entry("admin", List.of("/admin")));

  private final Thousand thousand;

  PageAnswers(Thousand thousand) {
    this.thousand = thousand;
  }

  @Override
  public String id() {
    return "main.5";
  }

  private record Timed(String page, double millis) {}

  @Override
  public List<Figure> measure() throws Exception {
    try (Launch launch = thousand.start()) {
      List<Session> sessions = signedIn(launch.platform().address());
      try {
        ask(sessions);
        List<Timed> answers = ask(sessions);
        slowest(answers);
        return List.of(
            new Figure(
                id(),
                "page answer p95 of 1,000, 4 at a time, 1,000 cases, warm",
                Percentile.of95(answers.stream().map(Timed::millis).toList()),
                "ms",
                150,
                50));
      } finally {
        sessions.forEach(Session::close);
      }
    }
  }

  private static List<Session> signedIn(URI platform) throws IOException, InterruptedException {
    var sessions = new ArrayList<Session>();
    for (var role : MIX) sessions.add(Session.as(platform, role.getKey()));
    return sessions;
  }

  private static List<Timed> ask(List<Session> sessions) throws Exception {
    var answers = new ConcurrentLinkedQueue<Timed>();
    try (ExecutorService hands = Executors.newFixedThreadPool(AT_A_TIME)) {
      var work = new ArrayList<Callable<Void>>();
      for (int i = 0; i < REQUESTS; i++) {
        int role = i % MIX.size();
        List<String> pages = MIX.get(role).getValue();
        String page = pages.get(i / MIX.size() % pages.size());
        Session session = sessions.get(role);
        work.add(
            () -> {
              answers.add(ask(session, MIX.get(role).getKey(), page));
              return null;
            });
      }
      for (Future<Void> done : hands.invokeAll(work)) done.get();
    }
    return List.copyOf(answers);
  }

  private static Timed ask(Session session, String role, String page)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    HttpResponse<String> answer = session.get(page);
    double millis = (System.nanoTime() - begun) / NANOS_A_MILLI;
    // whoever is not signed in any more is sent to another page
    if (answer.statusCode() != 200)
      throw new IllegalStateException(page + " was answered with " + answer.statusCode());
    return new Timed(role + " " + page, millis);
  }

  private static void slowest(List<Timed> answers) {
    Map<String, List<Double>> pages = new LinkedHashMap<>();
    for (Timed answer : answers)
      pages.computeIfAbsent(answer.page(), _ -> new ArrayList<>()).add(answer.millis());
    pages.entrySet().stream()
        .map(page -> new Timed(page.getKey(), Percentile.of95(page.getValue())))
        .sorted((one, other) -> Double.compare(other.millis(), one.millis()))
        .limit(3)
        .forEach(
            page -> System.out.printf("         %s: p95 %.0f ms%n", page.page(), page.millis()));
  }
}
