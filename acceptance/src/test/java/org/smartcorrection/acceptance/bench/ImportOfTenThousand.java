package org.smartcorrection.acceptance.bench;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smartcorrection.acceptance.RunningPlatform;
import org.smartcorrection.acceptance.Session;

/**
 * How long 10,000 cases of an old register take to come in, over HTTP into the built jar: from the
 * order to take them over until the report; reading and trying them is timed apart.
 */
final class ImportOfTenThousand implements Row {
  private static final int CASES = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final double NANOS = 1e9;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String[] FIELDS = {
    "NAME",
    "IDENTITY_NUMBER",
    "CATEGORY",
    "OFFENCE",
    "ORGAN",
    "NUMBER",
    "PAPER",
    "TERM_FROM",
    "TERM_UNTIL",
    "ADDRESS"
  };

  @Override
  public String id() {
    return "casework.6";
  }

  @Override
  public List<Figure> measure() throws Exception {
    try (var scratch = Scratch.make();
        var running = RunningPlatform.demo(scratch.folder().resolve("data"))) {
      Times times = times(running, 0);
      return List.of(
          new Figure("casework.6a", "10,000 rows read and tried", times.tried(), "s", 60, 15),
          new Figure("casework.6", "10,000 cases taken over", times.taken(), "s", 60, 15));
    }
  }

  /** Seconds. */
  private record Times(double tried, double taken) {}

  /**
   * Takes over 10,000 more cases.
   *
   * @param there how many were taken over before
   * @return how many that makes
   */
  static int takeOver(RunningPlatform running, int there) throws Exception {
    times(running, there);
    return there + CASES;
  }

  private static Times times(RunningPlatform running, int first) throws Exception {
    try (var officer = Session.as(running.address(), "officer")) {
      officer.read("/console/import");
      long begun = System.nanoTime();
      HttpResponse<String> uploaded =
          officer.upload("/console/import", "table", "caseload.csv", caseload(first));
      String page =
          uploaded
              .headers()
              .firstValue("Location")
              .orElseThrow(() -> new IllegalStateException("upload: " + uploaded.statusCode()))
              .replaceFirst("^https?://[^/]+", "");
      officer.read(page);
      Map<String, String> columns = new LinkedHashMap<>();
      for (int i = 0; i < FIELDS.length; i++) columns.put("column-" + i, FIELDS[i]);
      officer.post(page + "/columns", columns);
      officer.read(page);
      long tried = System.nanoTime();
      officer.post(page + "/run", Map.of());
      wait(officer, page);
      return new Times((tried - begun) / NANOS, (System.nanoTime() - tried) / NANOS);
    }
  }

  private static void wait(Session officer, String page) throws Exception {
    Pattern said = Pattern.compile("note good\">[^<]*?([\\d,]+)");
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      String body = officer.read(page);
      Matcher report = said.matcher(body);
      if (report.find()) {
        int taken = Integer.parseInt(report.group(1).replace(",", ""));
        if (taken != CASES) throw new IllegalStateException(taken + " were taken over");
        return;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
    throw new IllegalStateException("the import did not end");
  }

  private static byte[] caseload(int first) {
    var rows = new StringBuilder("姓名,身份证号,矫正类别,罪名,决定机关,文书号,卷宗号,矫正起日,矫正止日,居住地\n");
    for (int i = first; i < first + CASES; i++)
      rows.append(
          "试验人,%s,缓刑,盗窃罪,某区人民法院,（2026）试刑初%d号,卷%d,2026-01-05,2050-01-04,试验路%d号\n"
              .formatted(number(i), i, i, i));
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** An identity number of nobody, with its check character: no place begins with 99. */
  private static String number(int person) {
    String first = "%06d19850505%02d1".formatted(990000 + person / 100, person % 100);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) sum += (first.charAt(i) - '0') * WEIGHTS[i];
    return first + "10X98765432".charAt(sum % 11);
  }
}
