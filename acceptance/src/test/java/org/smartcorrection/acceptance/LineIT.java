package org.smartcorrection.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * One person's correction from the court's referral to the proof that nothing was changed since, by
 * everybody who has a part in it, each at a browser of their own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LineIT {
  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
  private static final InventedPerson LIU =
      new InventedPerson("刘远山", "Liu Yuanshan", LocalDate.of(1988, 4, 12), 317);

  /** Two kilometres a side, around the middle of the drawn district. */
  private static final String VILLAGE =
      """
      {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates":
      [[[104.59, 31.19], [104.61, 31.19], [104.61, 31.21], [104.59, 31.21], [104.59, 31.19]]]}}
      """;

  private static final double HOME_LONGITUDE = 104.6;
  private static final double HOME_LATITUDE = 31.2;
  private static final double DEGREES_A_STEP = 0.004; // nearly 400 m
  private static final double TREMOR = 0.00003; // about 3 m

  private static final Pattern EXTRA = Pattern.compile("(?m)^extra (\\S+)$");

  @TempDir private Path folder;
  private RunningPlatform platform;
  private RealBrowser browser;
  private Seat court;
  private Seat officer;
  private Seat office;
  private Seat head;
  private Seat prosecutor;
  private Seat liu;

  @BeforeAll
  void open(@TempDir Path data) {
    platform = RunningPlatform.demo(data.resolve("data"));
    browser = new RealBrowser();
    court = seat().as("court");
    officer = seat().as("officer");
    office = seat().as("office");
    head = seat().as("head");
    prosecutor = seat().as("prosecutor");
    liu = new Seat(browser.phone("en"), platform);
  }

  @AfterAll
  void close() {
    browser.close();
    platform.close();
  }

  private Seat seat() {
    return new Seat(browser.visitor("en"), platform);
  }

  @Test
  void a_person_is_referred_received_positioned_heard_and_admonished_and_all_of_it_is_proved()
      throws Exception {
    courtRefers();
    String file = agencyReceives();
    areaIsImported(file);
    PositioningDevice device = deviceIsHandedOut(file);
    nothingIsKeptWithoutGround(file, device);
    headApprovesThePositioning(file);
    alarmIsRaisedOnLeaving(device);
    noMeasureBeforeThePersonWasHeard(file);
    personIsHeardAndAdmonished();
    personSignsInWithThePinFromTheCounter(file);
    personGoesOnLeave(file);
    personChecksIn();
    prosecutorWritesAndTheAgencyReplies();
    proofIsCheckedAnywhere(file);
    paperProvesItself(file);
    personSeesWhoLooked();
  }

  private void courtRefers() {
    LocalDate effective = today.minusDays(3);
    court.press("Refer a person");
    court
        .page()
        .fill("name", LIU.name())
        .fill("nameLatin", LIU.latin())
        .fill("identityNumber", LIU.identityNumber())
        .choose("gender", LIU.gender())
        .fill("born", LIU.born().toString())
        .fill("phone", "13900000317")
        .fill("address", "青禾区柳塘镇柳林巷3号")
        .choose("category", "SUSPENDED_SENTENCE")
        .fill("courtNumber", "（2026）云0990刑初317号")
        .fill("offence", "盗窃罪")
        .choose("penalty", "FIXED_TERM")
        .fill("sentence-years", "1")
        .fill("term-years", "2")
        .fill("judgedOn", today.minusDays(14).toString())
        .fill("effectiveOn", effective.toString())
        .fill("termStartsOn", effective.toString())
        .press("Compute and check");

    court.reads("Nothing has been sent yet").reads(day(effective.plusYears(2).minusDays(1)));
    court.reads("Court serves the documents");
    court.sees("details.why summary").click();
    court.sees("details.why[open] dl.sum");
    court.page().attachPaper("document-judgment").attachPaper("document-execution-notice");
    court.press("Send the referral").arrivesAt("/court/referrals/[0-9a-f-]+").reads(LIU.latin());
  }

  private String agencyReceives() {
    officer.open("/console/people").press(LIU.latin() + " " + LIU.name());
    officer.arrivesAt("/console/cases/[0-9a-f-]+");
    String file = officer.path();
    act(officer, file, "Documents checked")
        .choose("complete", "true")
        .fill("servedOn", today.toString());
    recorded(officer);
    act(officer, file, "Registered")
        .fill("reportedOn", today.toString())
        .choose("identityVerified", "true");
    recorded(officer);
    act(officer, file, "Judicial office entrusted");
    Locator liutang = officer.browser().locator("select[name=office] option:has-text('Liutang')");
    officer.page().choose("office", String.valueOf(liutang.getAttribute("value")));
    recorded(officer);
    act(officer, file, "Correction group formed")
        .fill("membersInGroup", "4")
        .fill("womenInGroup", "1");
    recorded(officer);
    act(office, file, "Intake announced");
    recorded(office);
    act(office, file, "Plan opened").fill("everyDays", "7").choose("level", "ORDINARY");
    recorded(office);
    return file;
  }

  private void areaIsImported(String file) {
    office.open(file).press("Zones");
    office
        .page()
        .fill("name", "柳塘镇")
        .choose("basis", "PLACE_OF_EXECUTION")
        .choose("source", "IMPORTED")
        .choose("datum", "WGS_84")
        .attach(
            "file",
            "liutang.geojson",
            "application/geo+json",
            VILLAGE.getBytes(StandardCharsets.UTF_8))
        .fill("licence", "invented for the demonstration")
        .press("Set the zone");
    assertThat(office.sees("section[aria-labelledby=zones]")).containsText("柳塘镇");
  }

  private PositioningDevice deviceIsHandedOut(String file) {
    officer.open(file).press("Devices");
    officer.reads("No positioning is in force");
    officer.page().choose("kind", "DEDICATED").press("Register");
    Locator credential = officer.sees("section[role=status] code");
    Locator key = officer.browser().locator("section[role=status] code").nth(1);
    return new PositioningDevice(platform.address(), credential.innerText(), key.innerText());
  }

  private void nothingIsKeptWithoutGround(String file, PositioningDevice device)
      throws IOException, InterruptedException {
    String answer = device.send(Instant.now(), HOME_LONGITUDE, HOME_LATITUDE);

    assertTrue(answer.contains("NO_GROUND"), answer);
    assertTrue(answer.contains("\"kept\":false"), answer);
    officer.open(file + "/devices").reads("There is no legal ground for positioning this person");
  }

  private void headApprovesThePositioning(String file) {
    act(officer, file, "Positioning proposed")
        .choose("ground", "LEFT_WITHOUT_APPROVAL")
        .fill("statement", "未经批准离开本区两日，无正当理由。")
        .fill("months", "2")
        .attachPaper("document-evidence");
    recorded(officer);

    head.open("/console/approvals")
        .in("section.panel:has-text('" + LIU.latin() + "')")
        .press("Approve");
    head.page().fill("reason", "事实清楚，符合第二十九条第二项。");
    head.press("Record the act").reads("is recorded and in force");

    act(officer, file, "Person informed, device handed over")
        .choose("deviceKind", "DEDICATED")
        .choose("termTold", "true")
        .choose("rulesTold", "true")
        .choose("consequencesTold", "true")
        .attachPaper("document-notice");
    recorded(officer);
  }

  private void alarmIsRaisedOnLeaving(PositioningDevice device)
      throws IOException, InterruptedException {
    officer.open("/console");
    assertThat(alarm()).hasCount(0);
    officer.browser().evaluate("window.sinceOpened = true");

    Instant start = Instant.now();
    for (int step = 0; step < 8; step++) {
      Instant at = start.plus(Duration.ofSeconds(15L * step));
      // a receiver trembles, and whoever goes as by a ruler is in doubt
      double north = HOME_LATITUDE + step % 2 * TREMOR;
      String answer = device.send(at, HOME_LONGITUDE + step * DEGREES_A_STEP, north);
      assertTrue(answer.contains("\"kept\":true"), answer);
    }

    assertThat(alarm()).isVisible();
    assertThat(alarm()).containsText("red");
    assertEquals(true, officer.browser().evaluate("window.sinceOpened"), "without reloading");
  }

  private Locator alarm() {
    return officer.browser().locator("#alarm-list li:has-text('" + LIU.latin() + "')");
  }

  private void noMeasureBeforeThePersonWasHeard(String file) {
    officer.press("Probably outside the permitted area");
    officer.arrivesAt("/console/alarms/[0-9a-f-]+").reads(LIU.latin());
    String alarm = officer.path();
    assertThat(officer.sees("#step3")).containsText("Opens when the account is written down");
    assertThat(officer.browser().locator("#finding-FoundNoGoodReason")).isDisabled();
    officer.doesNotRead("Propose an admonition");

    officer.open(file + "/acts");
    Locator shut =
        officer.sees("section:has(h2:text-is('Locked')) li:has-text('Admonition proposed')");
    assertThat(shut).containsText("after they were heard or searched for");
    officer.open(alarm);
  }

  private void personIsHeardAndAdmonished() {
    prosecutor.open("/oversight/cases").press(LIU.latin());
    prosecutor.arrivesAt("/oversight/cases/[0-9a-f-]+").doesNotRead("Found: without good reason");

    var alarm =
        new AlarmPage(officer)
            .lookAtTheEvidence()
            .hear("我去看朋友，忘了请假。")
            .findWithoutGoodReason("本人承认未请假外出，无正当理由。");
    prosecutor.reads("Found: without good reason");

    alarm.admonish("未经批准离开执行地。", "情节轻微，予以训诫。").printAdmonition(LIU.name());
    officer.press("Record that it was served");
    officer.press("Close the alarm").reads("This alarm is closed");
  }

  private void personSignsInWithThePinFromTheCounter(String file) {
    office.open(file).press("New PIN");
    office.press("Make a new PIN and print it");
    String login = office.sees("dl.facts dd").innerText();
    String pin = office.sees("dl.facts dd .num").innerText();
    liu.open("/my").signIn(login, pin, "").arrivesAt("/my");
    liu.reads("A device tells where you are").reads("Left without approval or good reason");
  }

  private void personGoesOnLeave(String file) {
    LocalDate first = today.plusDays(5);
    liu.open("/my/leave").press("Ask for leave");
    liu.page()
        .fill("destination", "白石县人民医院")
        .fill("firstDay", first.toString())
        .fill("lastDay", first.plusDays(4).toString())
        .choose("cause", "FAMILY")
        .attachPaper("proof");
    liu.reads("5 days. This goes to your office");
    liu.press("Send the application").arrivesAt("/my/leave/[0-9a-f-]+").reads("being decided");

    office.open("/console/applications").in("tr:has-text('" + LIU.latin() + "')").press("Grant");
    recorded(office);

    liu.open("/my/leave").reads("approved");
    office.open(file + "/area");
    assertThat(office.sees("section[aria-labelledby=zones]"))
        .containsText("Approved leave, wherever it leads");
  }

  private void personChecksIn() {
    liu.open("/my").press("Check in now");
    liu.arrivesAt("/my/check-in/[0-9a-f-]+").reads("Recorded with your time");
  }

  private void prosecutorWritesAndTheAgencyReplies() {
    prosecutor.press("Check now").reads("The record stands as it was sealed");
    prosecutor.press("Write an opinion");
    prosecutor.page().fill("opinion", "请说明为何当日未先电话联系本人。");
    prosecutor.browser().locator("main form button[type=submit]").click();
    prosecutor.arrivesAt("/oversight/opinions/[0-9a-f-]+");

    officer
        .open("/console/opinions")
        .in("tr:has-text('" + LIU.latin() + "')")
        .locator()
        .getByRole(AriaRole.LINK)
        .click();
    officer.arrivesAt("/console/opinions/[0-9a-f-]+");
    officer.page().choose("adopted", "ADOPTED").fill("reply", "已改为先行电话联系，再作处理。");
    officer.browser().locator("main form button[type=submit]").click();
    officer.reads("Reply given");

    prosecutor.open(prosecutor.path()).reads("Reply given");
  }

  private void proofIsCheckedAnywhere(String file) throws Exception {
    officer.open(file);
    Locator admonition = officer.sees("li.act:has-text('Admonition decided')");
    Locator link = admonition.getByText("Proof", new Locator.GetByTextOptions().setExact(true));
    Path proof = saved(officer, link, "admonition.tlog-proof");
    Path changed = folder.resolve("changed.tlog-proof");
    Files.writeString(changed, sayingOtherwise(Files.readString(proof), "轻微", "严重"));

    try (Seat anybody = seat()) {
      anybody.open("/open/verify").sees("#offline");
      Path policy = saved(anybody, anybody.sees("a[href='/open/policy']"), "policy.txt");
      assertVerdict(0, proof, policy);
      assertVerdict(1, changed, policy);

      anybody.context().setOffline(true);
      anybody.browser().locator("#file").setInputFiles(proof);
      assertThat(anybody.sees(".p-ok")).containsText("Unchanged since it was recorded");
      assertThat(anybody.sees("#said")).containsText("Admonition decided");
      anybody.browser().locator("#file").setInputFiles(changed);
      assertThat(anybody.sees(".p-bad")).containsText("This does not prove anything");
      assertThat(anybody.browser().locator("#said")).isHidden();
    }
  }

  /** The code on the printed decision, at somebody who has the paper and no network. */
  private void paperProvesItself(String file) throws Exception {
    officer.open(file);
    officer.sees("li.act:has-text('Admonition decided') a:has-text('Admonition （')").click();
    officer.arrivesAt("/documents/[0-9a-f-]+");
    String code = officer.sees(".printbar a[href*='/open/verify#']").getAttribute("href");
    int at = code.length() - 300;
    String digit = code.charAt(at) == '5' ? "6" : "5";
    String changed = code.substring(0, at) + digit + code.substring(at + 1);
    try (Seat anybody = seat()) {
      anybody.open("/open/verify").sees("#offline");
      Path policy = saved(anybody, anybody.sees("a[href='/open/policy']"), "policy-too.txt");
      assertVerdict(0, Files.writeString(folder.resolve("code.txt"), code), policy);
      assertVerdict(1, Files.writeString(folder.resolve("changed.txt"), changed), policy);

      anybody.context().setOffline(true);
      anybody.browser().locator("#pasted").fill(code);
      assertThat(anybody.sees(".p-ok")).containsText("Unchanged since it was recorded");
      assertThat(anybody.sees("#words-of-paper")).containsText("训诫决定书");
      anybody.browser().locator("#pasted").fill(changed);
      assertThat(anybody.sees(".p-bad")).containsText("This does not prove anything");
      assertThat(anybody.browser().locator("#words-of-paper")).isHidden();
    }
  }

  private void personSeesWhoLooked() {
    liu.open("/my/data").reads("Who looked at your data");
    Locator looks = liu.sees("section[aria-labelledby=looked]");
    assertThat(looks).containsText("Prosecutor");
    assertThat(looks).containsText("supervision of enforcement");
    assertThat(looks).containsText("An alarm and the positions around it");
  }

  /** The same proof, but what it discloses says something else. */
  private static String sayingOtherwise(String proof, String said, String otherwise) {
    Matcher extra = EXTRA.matcher(proof);
    assertTrue(extra.find(), proof);
    // the entry is binary, and each of its values UTF-8 in it: a letter for each byte loses nothing
    String told =
        new String(Base64.getDecoder().decode(extra.group(1)), StandardCharsets.ISO_8859_1);
    assertTrue(told.contains(bytewise(said)), proof);
    String changed = told.replace(bytewise(said), bytewise(otherwise));
    return proof.replace(
        extra.group(1),
        Base64.getEncoder().encodeToString(changed.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String bytewise(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static void assertVerdict(int exit, Path proof, Path policy) throws Exception {
    Attempt attempt = Attempt.of("verify", proof.toString(), "--policy", policy.toString());
    assertEquals(exit, attempt.exit(), attempt.text());
  }

  private Path saved(Seat seat, Locator link, String name) {
    Path file = folder.resolve(name);
    seat.browser().waitForDownload(link::click).saveAs(file);
    return file;
  }

  /** The form of an act, opened as from the case page. */
  private static Part act(Seat by, String file, String act) {
    by.open(file).press("Start an act");
    by.press(act + " – Open the form");
    return by.in("form.panel");
  }

  private static void recorded(Seat by) {
    by.press("Record the act");
    by.reads("is recorded and in force");
  }

  private static String day(LocalDate day) {
    return day.format(DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH));
  }
}
