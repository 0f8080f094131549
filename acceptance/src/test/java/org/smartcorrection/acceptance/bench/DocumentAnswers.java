package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.smartcorrection.acceptance.Session;

/**
 * How long an officer waits for the PDF of a paper, with its seal and its proof: every paper of the
 * demonstration in turn, one request after the other, each from the request to its last byte.
 */
final class DocumentAnswers implements Row {
  private static final int REQUESTS = 500;
  private static final double NANOS_A_MILLI = 1e6;
  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final Pattern CASE = Pattern.compile("/console/cases/[0-9a-f-]{36}");
  private static final Pattern PDF = Pattern.compile("/documents/[0-9a-f-]{36}/pdf");

  @Override
  public String id() {
    return "casework.7";
  }

  @Override
  public List<Figure> measure() throws Exception {
    try (Scratch scratch = Scratch.make();
        Launch launch = Launch.of(HERE, scratch.folder().resolve("data"));
        Session officer = Session.as(launch.platform().address(), "officer")) {
      List<String> papers = papers(officer);
      ask(officer, papers, papers.size());
      double p95 = Percentile.of95(ask(officer, papers, REQUESTS));
      String what = "PDF of a paper, p95 of %d, %d papers, warm".formatted(REQUESTS, papers.size());
      return List.of(new Figure(id(), what, p95, "ms", 1000, 300));
    }
  }

  private static List<String> papers(Session officer) throws IOException, InterruptedException {
    Set<String> papers = new LinkedHashSet<>();
    for (String each : found(CASE, officer.get("/console/people")))
      papers.addAll(found(PDF, officer.get(each)));
    if (papers.isEmpty()) throw new IllegalStateException("the demonstration has no papers");
    return List.copyOf(papers);
  }

  private static Set<String> found(Pattern pattern, HttpResponse<String> page) {
    Set<String> found = new LinkedHashSet<>();
    pattern.matcher(page.body()).results().forEach(match -> found.add(match.group()));
    return found;
  }

  private static List<Double> ask(Session officer, List<String> papers, int times)
      throws IOException, InterruptedException {
    var answers = new ArrayList<Double>();
    for (int i = 0; i < times; i++) {
      long begun = System.nanoTime();
      HttpResponse<String> answer = officer.get(papers.get(i % papers.size()));
      answers.add((System.nanoTime() - begun) / NANOS_A_MILLI);
      if (answer.statusCode() != 200 || !answer.body().startsWith("%PDF-"))
        throw new IllegalStateException("no PDF: " + answer.statusCode());
    }
    return answers;
  }
}
