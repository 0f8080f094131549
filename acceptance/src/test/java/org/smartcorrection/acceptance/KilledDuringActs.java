package org.smartcorrection.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Kills the platform again and again, each time at a moment when several people act at once, and
 * lets it go on with what it left. Afterwards {@link #tally} says whether acts, entries and log are
 * of one piece, and whether everything that anybody was told of is there.
 */
public final class KilledDuringActs {
  private static final ZoneId LEGAL_ZONE = ZoneId.of("Asia/Shanghai");
  private static final List<String> CLIENTS =
      List.of("court", "court", "officer", "officer", "office", "subject");
  private static final long PATIENCE_SECONDS = 120;

  /** Of cases, and of agencies themselves. */
  private static final String ACTS =
      """
      select id from casework.acts
      union all select id from casework.local_numbers
      union all select id from casework.local_definitions
      union all select id from casework.substitution_acts
      union all select id from evidence.key_acts
      union all select id from committee.committees where number is not null
      union all select id from committee.meetings where number is not null
      union all select id from roster.rosters
      union all select id from tracking.dead_zones
      union all select id from tracking.deletions
      union all select id from tracking.recordings
      """;

  private static final int LONGEST_MILLIS = 700;
  private static final int ORDERS = 499;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private final Path data;
  private final Supplier<RunningPlatform> start;
  private final Random random;
  private final AtomicInteger referred = new AtomicInteger();
  private final Set<UUID> acts = ConcurrentHashMap.newKeySet();
  private final Set<UUID> cases = ConcurrentHashMap.newKeySet();
  private final Queue<String> oddities = new ConcurrentLinkedQueue<>();
  private int kills;

  /**
   * A platform to be killed.
   *
   * @param data its folder
   * @param start starts it on the folder
   */
  public KilledDuringActs(Path data, Supplier<RunningPlatform> start, long seed) {
    this.data = data;
    this.start = start;
    this.random = new Random(seed);
  }

  /**
   * What is there in the end.
   *
   * @param acknowledged acts that somebody was told of
   * @param lost those of them that are not there
   * @param waiting entries that have no place in the log
   * @param unknown entries of the log that the database does not know
   * @param oddities answers that were neither an act nor the end of the connection
   */
  public record Tally(
      int kills,
      long acts,
      int acknowledged,
      long actsWithoutEntry,
      long entriesWithoutAct,
      int lost,
      long waiting,
      long unknown,
      List<String> oddities) {}

  /** Starts, lets people act, kills, so many times. */
  public void kill(int times) throws Exception {
    for (int i = 0; i < times; i++)
      try (RunningPlatform platform = start.get()) {
        killOne(platform);
      }
  }

  private void killOne(RunningPlatform platform) throws Exception {
    List<UUID> known;
    try (var database = new InsideDatabase(data)) {
      known =
          database.identifiers(
              "select s.case_id from casework.summaries s where s.status = 'ACTIVE'");
    }
    var acting = new CountDownLatch(CLIENTS.size());
    var clients = new ArrayList<Thread>();
    for (String account : CLIENTS)
      clients.add(Thread.ofVirtual().start(() -> act(platform, account, known, acting)));
    if (!acting.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
      throw new AssertionError("not everybody comes to act: " + oddities);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MILLIS)));
    platform.kill();
    kills++;
    for (Thread client : clients) client.join();
  }

  /** One person's work, until the platform is gone. */
  private void act(
      RunningPlatform platform, String account, List<UUID> known, CountDownLatch acting) {
    try (Session session = Session.as(platform.address(), account)) {
      var own = new ArrayList<>(known);
      boolean begun = false;
      for (int i = 0; !begun || platform.isAlive(); i++) {
        boolean done =
            switch (account) {
              case "court" -> refer(session);
              case "subject" -> reportOneself(session);
              case String _ -> report(session, own.get(i % own.size()));
            };
        if (done && !begun) {
          acting.countDown();
          begun = true;
        }
      }
    } catch (IOException _) {
      // the platform is gone, and nobody was told anything
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      oddities.add(account + ": " + e);
    }
  }

  private boolean refer(Session court) throws IOException, InterruptedException {
    int number = referred.getAndIncrement();
    LocalDate born = LocalDate.of(1960, 1, 1).plusDays(number / ORDERS);
    LocalDate effective = LocalDate.now(LEGAL_ZONE).minusDays(1);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("name", "试验人");
    form.put("gender", "MALE");
    form.put("born", born.toString());
    form.put("identityNumber", identityNumber(born, 2 * (number % ORDERS) + 1));
    form.put("address", "虚构路1号");
    form.put("agency", "qinghe-jiaozheng");
    form.put("category", "SUSPENDED_SENTENCE");
    form.put("penalty", "FIXED_TERM");
    form.put("offence", "盗窃罪");
    form.put("courtNumber", "(2026)试0001刑初" + number + "号");
    form.put("sentence-years", "1");
    form.put("term-years", "2");
    form.put("judgedOn", effective.minusDays(11).toString());
    form.put("effectiveOn", effective.toString());
    form.put("termStartsOn", effective.toString());
    return told("refer", court, "/court/referrals", form, "/court/referrals/", cases);
  }

  private boolean report(Session officer, UUID caseId) throws IOException, InterruptedException {
    LocalTime now = LocalTime.now(LEGAL_ZONE);
    Map<String, String> form =
        Map.of(
            "way",
            "COUNTER",
            "at",
            LocalDate.now(LEGAL_ZONE).toString(),
            "at-time",
            DateTimeFormatter.ofPattern("HH:mm").format(now));
    String page = "/console/cases/" + caseId + "/check-in";
    return told("report", officer, page, form, "/slips/", acts);
  }

  private boolean reportOneself(Session subject) throws IOException, InterruptedException {
    return told("press", subject, "/my/check-in", Map.of("changes", ""), "/my/check-in/", acts);
  }

  /** Sends a form; where it leads says of what its sender was told. */
  private boolean told(
      String what,
      Session session,
      String page,
      Map<String, String> form,
      String leadsTo,
      Set<UUID> noted)
      throws IOException, InterruptedException {
    var answer = session.post(page, form);
    String next = answer.headers().firstValue("Location").orElse("");
    int at = next.indexOf(leadsTo);
    if (answer.statusCode() == 302 && at >= 0) {
      noted.add(UUID.fromString(next.substring(at + leadsTo.length())));
      return true;
    }
    // an office does not cover every case, and somebody else may have taken the report before
    boolean refused = Set.of(403, 404).contains(answer.statusCode());
    boolean nothingDue = answer.statusCode() == 422 && !what.equals("refer");
    if (!refused && !nothingDue)
      oddities.add(what + " was answered with " + answer.statusCode() + " " + next);
    return false;
  }

  private static String identityNumber(LocalDate born, int order) {
    String body =
        "990001" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(order);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) sum += WEIGHTS[i] * (body.charAt(i) - '0');
    return body + "10X98765432".charAt(sum % 11);
  }

  /** Starts once more, lets everything be ordered, and counts. */
  public Tally tally() throws Exception {
    try (RunningPlatform platform = start.get();
        var database = new InsideDatabase(data)) {
      long waiting = ordered(database);
      return new Tally(
          kills,
          database.number("select count(*) from casework.acts"),
          acts.size() + cases.size(),
          database.number(
              "select count(*) from ("
                  + ACTS
                  + ") a"
                  + " where not exists (select 1 from evidence.entries e where e.act = a.id)"),
          database.number(
              "select count(*) from evidence.entries e"
                  + " where not exists (select 1 from ("
                  + ACTS
                  + ") a where a.id = e.act)"),
          missing(acts, database.identifiers("select id from casework.acts"))
              + missing(cases, database.identifiers("select case_id from casework.acts")),
          waiting,
          logged(platform) - database.number("select count(log_index) from evidence.entries"),
          List.copyOf(oddities));
    }
  }

  /** Waits until the log has everything; how much it has not after all patience. */
  private static long ordered(InsideDatabase database) throws SQLException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    long waiting = Long.MAX_VALUE;
    while (waiting > 0 && System.nanoTime() < end)
      waiting = database.number("select count(*) from evidence.entries where log_index is null");
    return waiting;
  }

  private static int missing(Set<UUID> told, List<UUID> there) {
    var missing = new HashSet<>(told);
    there.forEach(missing::remove);
    return missing.size();
  }

  /** How many entries the logs say they have, in the second lines of their checkpoints. */
  private static long logged(RunningPlatform platform) throws IOException, InterruptedException {
    try (Session anybody = Session.as(platform.address(), "auditor")) {
      long logged = 0;
      for (String log : List.of("correction", "justice", "linkage")) {
        String checkpoint = anybody.read("/open/checkpoint?log=" + log);
        logged += Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow());
      }
      return logged;
    }
  }
}
