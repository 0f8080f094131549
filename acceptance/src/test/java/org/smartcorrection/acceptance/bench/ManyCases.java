package org.smartcorrection.acceptance.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.acceptance.InsideDatabase;
import org.smartcorrection.acceptance.Session;

/**
 * How long an officer waits for a page of the list of people with 100,000 cases of the same agency,
 * narrowed and in each order, and for the pages after it. The 1,000 cases of the demonstration are
 * told in full; the others repeat their rows with other keys, terms and last contacts.
 */
final class ManyCases implements Row {
  private static final int CASES = 100_000;
  private static final int ROUNDS = 20;
  private static final double NANOS_A_MILLI = 1e6;
  private static final List<String> LISTS =
      List.of(
          "",
          "?status=ACTIVE",
          "?order=TERM_END",
          "?order=LAST_CONTACT",
          "?status=ACTIVE&order=TERM_END&days=30",
          "?status=ACTIVE&order=LAST_CONTACT",
          "?category=PAROLE&order=TERM_END",
          "?status=ACTIVE&level=STRICT&order=TERM_END",
          "?level=STRICT&order=LAST_CONTACT",
          "?status=ENDED");

  private final Thousand thousand;

  ManyCases(Thousand thousand) {
    this.thousand = thousand;
  }

  @Override
  public String id() {
    return "casework.4";
  }

  @Override
  public List<Figure> measure() throws Exception {
    try (Launch launch = thousand.start();
        InsideDatabase database = new InsideDatabase(thousand.data());
        Session officer = Session.as(launch.platform().address(), "officer")) {
      multiply(database);
      for (String list : LISTS) read(officer, list, new ArrayList<>());
      var millis = new ArrayList<Double>();
      for (int i = 0; i < ROUNDS; i++) for (String list : LISTS) read(officer, list, millis);
      String what = "page of the list of %,d cases, narrowed and ordered, p95".formatted(CASES);
      return List.of(new Figure(id(), what, Percentile.of95(millis), "ms", 100, 40));
    }
  }

  /** The page, and the one after it. */
  private static void read(Session officer, String list, List<Double> millis) throws Exception {
    String html = timed(officer, "/console/people" + list, millis);
    int next = html.indexOf("rel=\"next\"");
    if (next < 0) return;
    int href = html.indexOf("href=\"", next) + "href=\"".length();
    String path = html.substring(href, html.indexOf('"', href)).replace("&amp;", "&");
    timed(officer, path, millis);
  }

  private static String timed(Session officer, String path, List<Double> millis) throws Exception {
    long begun = System.nanoTime();
    var answer = officer.get(path);
    millis.add((System.nanoTime() - begun) / NANOS_A_MILLI);
    if (answer.statusCode() != 200)
      throw new IllegalStateException(path + " was answered with " + answer.statusCode());
    return answer.body();
  }

  private static void multiply(InsideDatabase database) throws SQLException {
    long there = database.number("select count(*) from casework.summaries");
    long copies = Math.ceilDiv(CASES - there, there);
    if (copies <= 0) return;
    database.change(
        """
        create temporary table copies as
          select c.id as was, gen_random_uuid() as id, n
          from casework.cases c, generate_series(1, %d) n
        """
            .formatted(copies));
    database.change(
        """
        insert into casework.cases
          select (jsonb_populate_record(c, jsonb_build_object(
            'id', k.id, 'number', c.number || '-' || k.n))).*
          from casework.cases c join copies k on k.was = c.id
        """);
    database.change(
        """
        insert into casework.summaries
          select (jsonb_populate_record(s, jsonb_build_object(
            'case_id', k.id, 'number', s.number || '-' || k.n,
            'term_until', s.term_until + (k.n * 37 % 900)::int - 300,
            'last_contact_at', s.last_contact_at - make_interval(hours => (k.n * 7 % 500)::int),
            'agency', first.agency, 'office', first.office))).*
          from casework.summaries s join copies k on k.was = s.case_id,
            lateral (select agency, office from casework.summaries where agency = (
              select agency from casework.summaries group by agency order by count(*) desc limit 1)
              order by case_id offset (k.n % 7) limit 1) first
        """);
    database.change(
        """
        insert into casework.deadlines
          select (jsonb_populate_record(d, jsonb_build_object(
            'id', gen_random_uuid(), 'instance', gen_random_uuid(), 'case_id', k.id,
            'then_act', null))).*
          from casework.deadlines d join copies k on k.was = d.case_id where d.met_by is null
        """);
    database.change("analyze");
  }
}
