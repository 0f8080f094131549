package org.smartcorrection.acceptance.bench;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smartcorrection.acceptance.InsideDatabase;
import org.smartcorrection.acceptance.RealBrowser;
import org.smartcorrection.acceptance.Session;

/**
 * How soon an officer who has the desk open sees that somebody left: a hundred people with a ground
 * and a device, one after the other, half a second apart. The clock starts when the platform has
 * answered the fix that raises the alarm, and stops when the browser has the alarm in the page,
 * without reloading.
 */
final class AlarmVisible implements Row {
  private static final int PEOPLE = 100;
  private static final int APART_MILLIS = 500;
  private static final Pattern CREDENTIAL = Pattern.compile("<dd><code>([^<]+)</code></dd>");
  private static final String WATCH =
      """
      () => {
        window.alarmsSeen = {};
        const look = () => {
          for (const row of document.querySelectorAll('#alarm-list li[id^="alarm-"]'))
            window.alarmsSeen[row.id.slice(6)] ??= Date.now();
        };
        look();
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
      }
      """;

  private final Thousand thousand;

  AlarmVisible(Thousand thousand) {
    this.thousand = thousand;
  }

  @Override
  public String id() {
    return "main.3";
  }

  /** Somebody's device, which speaks only for them. */
  private record Device(UUID caseId, String id, String key) {}

  /** When the fix that raises an alarm was sent and accepted, in milliseconds of the epoch. */
  private record Raised(Device by, long sent, long accepted) {}

  @Override
  public List<Figure> measure() throws Exception {
    try (Launch launch = thousand.start();
        var database = new InsideDatabase(thousand.data());
        var browser = new RealBrowser();
        HttpClient http = HttpClient.newHttpClient()) {
      URI platform = launch.platform().address();
      List<Device> devices = devices(platform, database);
      for (Device device : devices) {
        send(http, platform, device, Duration.ofSeconds(70));
        send(http, platform, device, Duration.ofSeconds(40));
      }
      try (var visitor = browser.visitor()) {
        Page page = visitor.newPage();
        page.navigate(platform.toString());
        page.locator("form[action='/demo/as/officer'] button").first().click();
        page.waitForURL("**/console");
        page.evaluate(WATCH);
        var raised = new ArrayList<Raised>();
        for (Device device : devices) {
          long sent = System.currentTimeMillis();
          send(http, platform, device, Duration.ofSeconds(5));
          raised.add(new Raised(device, sent, System.currentTimeMillis()));
          page.waitForFunction(
              "count => Object.keys(window.alarmsSeen).length >= count", raised.size());
          page.waitForTimeout(APART_MILLIS);
        }
        return figures(page, raised, database);
      }
    }
  }

  private List<Figure> figures(Page page, List<Raised> raised, InsideDatabase database)
      throws Exception {
    var fromAccepted = new ArrayList<Double>();
    var fromSent = new ArrayList<Double>();
    for (Raised one : raised) {
      String alarm =
          database.text(
              "select id from tracking.alarms where case_id = '" + one.by().caseId() + "'");
      page.waitForFunction("id => window.alarmsSeen[id] !== undefined", alarm);
      Object seen = page.evaluate("id => window.alarmsSeen[id]", alarm);
      fromAccepted.add(((Number) seen).doubleValue() - one.accepted());
      fromSent.add(((Number) seen).doubleValue() - one.sent());
    }
    System.out.printf(
        "         from sending instead of from the answer: p95 %.0f ms%n",
        Percentile.of95(fromSent));
    return List.of(
        new Figure(
            id(),
            "fix accepted (answered) to alarm in the page, p95 of 100",
            Percentile.of95(fromAccepted),
            "ms",
            1000,
            200));
  }

  /** An officer hands a device to everybody whose ground lives and who has no alarm yet. */
  private static List<Device> devices(URI platform, InsideDatabase database) throws Exception {
    List<UUID> positioned =
        database.identifiers(
            """
            select g.case_id from tracking.grounds g
            where g.ended_at is null and g.until_at > now()
              and not exists (select 1 from tracking.alarms a where a.case_id = g.case_id)
              and not exists (select 1 from tracking.devices d where d.person = g.person)
            order by g.case_id limit %d
            """
                .formatted(PEOPLE));
    if (positioned.size() < PEOPLE)
      throw new IllegalStateException(positioned.size() + " people have a ground, too few");
    var devices = new ArrayList<Device>();
    try (Session officer = Session.as(platform, "officer")) {
      for (UUID caseId : positioned) {
        String page = "/console/cases/" + caseId + "/devices";
        officer.read(page);
        officer.post(page, Map.of("kind", "DEDICATED"));
        Matcher found = CREDENTIAL.matcher(officer.read(page));
        String[] credential = new String[2];
        for (int i = 0; i < credential.length && found.find(); i++) credential[i] = found.group(1);
        devices.add(new Device(caseId, credential[0], credential[1]));
      }
    }
    return devices;
  }

  /** A fix far outside the district, measured a while ago. */
  private static void send(HttpClient http, URI platform, Device device, Duration ago)
      throws IOException, InterruptedException {
    String query =
        String.format(
            Locale.ROOT,
            "id=%s&key=%s&timestamp=%d&lat=31.6&lon=105.2&accuracy=5&speed=0&source=gnss",
            device.id(),
            device.key(),
            Instant.now().minus(ago).toEpochMilli());
    HttpRequest fix =
        HttpRequest.newBuilder(platform.resolve("/ingest/osmand?" + query))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<String> answer = http.send(fix, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200)
      throw new IllegalStateException("a fix was answered with " + answer.body());
  }
}
