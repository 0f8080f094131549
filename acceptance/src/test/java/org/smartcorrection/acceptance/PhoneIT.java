package org.smartcorrection.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A phone in a valley without a signal, and sessions that end at the wrong moment. */
@ExtendWith(Demonstration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhoneIT {
  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
  private static final String PIN = "246810";
  private static final String PASSWORD = "demonstration";
  private static final String COUNT_ANSWERS =
      """
      const ask = window.fetch;
      window.answersRead = 0;
      window.fetch = async (...what) => {
        const answer = await ask(...what), read = answer.text.bind(answer);
        answer.text = () => read().finally(() => { window.answersRead++; });
        return answer;
      };
      """;
  private static final String LOSE_THE_FIRST_ANSWER =
      """
      const ask = window.fetch;
      window.fetch = async (where, what) => {
        let answer;
        try { answer = await ask(where, what); } catch (failed) { answer = failed; }
        sessionStorage.answers = `${sessionStorage.answers ?? ''} ${what?.method ?? 'GET'} ${answer.status ?? answer}`;
        if (answer instanceof Error) throw answer;
        if (what?.method !== 'POST' || !answer.ok || sessionStorage.lost) return answer;
        sessionStorage.lost = 'yes';
        throw new TypeError('lost on its way back');
      };
      """;
  private static final String TWO_FRAMES =
      "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

  private RunningPlatform platform;
  private RealBrowser browser;
  private Seat phone;

  @BeforeAll
  void open(RunningPlatform demonstration) {
    platform = demonstration;
    browser = new RealBrowser();
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @BeforeEach
  void signIn() {
    phone = new Seat(browser.phone("en"), platform);
    phone.open("/my").signIn("subject", PIN, "").arrivesAt("/my");
  }

  @AfterEach
  void putAway() {
    phone.close();
  }

  @Test
  void a_check_in_without_a_signal_is_kept_said_and_sent_once() {
    int before = reports();
    assertTrue(worker().endsWith("/my-worker.js"), worker());
    // the first answer is lost on the way back: the phone cannot know that the press arrived
    phone.context().addInitScript(LOSE_THE_FIRST_ANSWER);
    phone.context().setOffline(true);
    phone.press("Check in now").reads("No signal. Kept on this phone at");
    phone.browser().reload();
    phone.reads("You can check in all the same").reads("No signal. Kept on this phone at");

    phone.context().setOffline(false);
    waitUntilLost();
    // the page asks again by itself and goes to the receipt: whoever opened a page would race it
    phone.browser().evaluate("() => dispatchEvent(new Event('online'))");
    phone.arrivesAt("/my/check-in/[0-9a-f-]+").reads("Recorded with your time");

    assertEquals(before + 1, reports());
  }

  @Test
  void a_press_counts_though_the_page_is_brought_up_to_date_under_the_finger() {
    phone.open("/my/leave");
    var held = new AtomicReference<Route>();
    phone.context().route("**/my/today", held::set);
    phone.context().addInitScript(COUNT_ANSWERS);
    phone.open("/my");
    phone.browser().waitForCondition(() -> held.get() != null);
    Locator link = phone.sees("#now a[href='/my/data']");
    link.scrollIntoViewIfNeeded();
    BoundingBox button = link.boundingBox();
    Mouse finger = phone.browser().mouse();
    finger.move(button.x + button.width / 2, button.y + button.height / 2);
    finger.down();

    held.get().resume();
    phone
        .browser()
        .waitForCondition(() -> phone.browser().evaluate("window.answersRead > 0").equals(true));
    phone.browser().evaluate(TWO_FRAMES);
    finger.up();

    phone.arrivesAt("/my/data");
  }

  /** A busy server may refuse a moment first: the phone then tries again by itself. */
  private void waitUntilLost() {
    try {
      phone.browser().waitForFunction("() => sessionStorage.lost");
    } catch (TimeoutError late) {
      Object answers = phone.browser().evaluate("() => sessionStorage.answers ?? 'none'");
      throw new AssertionError("the press was never taken; answers: " + answers, late);
    }
  }

  private String worker() {
    return String.valueOf(
        phone
            .browser()
            .evaluate("() => navigator.serviceWorker.ready.then(ready => ready.active.scriptURL)"));
  }

  /** How many reports the person's own file shows, seen at another browser. */
  private int reports() {
    try (Seat elsewhere = new Seat(browser.phone("en"), platform)) {
      elsewhere.open("/my/data/acts").signIn("subject", PIN, "").arrivesAt("/my/data/acts");
      return elsewhere
          .browser()
          .locator("h2:text-is('Reported'), h2:text-is('Reported late')")
          .count();
    }
  }

  @Test
  void a_leave_that_was_typed_when_the_session_ended_is_all_there_after_signing_in() {
    var typed = new LinkedHashMap<String, String>();
    typed.put("destination", "白石县人民医院");
    typed.put("firstDay", today.plusDays(6).toString());
    typed.put("lastDay", today.plusDays(8).toString());
    typed.put("urgent", "母亲手术，需要陪护。");
    phone.open("/my/leave/new").page().choose("cause", "MEDICAL").attachPaper("proof");
    typed.forEach(phone.page()::fill);

    endSession(phone.context());
    phone.press("Send the application").reads("What you typed is kept");
    phone.signIn("subject", PIN, "").arrivesAt("/my/leave/new");

    assertStands(phone, typed);
    assertThat(phone.browser().locator("[name=cause][value=MEDICAL]")).isChecked();
    phone.page().attachPaper("proof").press("Send the application");
    phone.arrivesAt("/my/leave/[0-9a-f-]+").reads("being decided");
  }

  @Test
  void a_referral_that_was_typed_when_the_session_ended_is_all_there_after_signing_in() {
    var person = new InventedPerson("何青", "He Qing", LocalDate.of(1991, 9, 3), 421);
    var typed = new LinkedHashMap<String, String>();
    typed.put("name", person.name());
    typed.put("nameLatin", person.latin());
    typed.put("identityNumber", person.identityNumber());
    typed.put("born", person.born().toString());
    typed.put("phone", "13900000421");
    typed.put("address", "青禾区东篱镇2号");
    typed.put("courtNumber", "（2026）云0990刑初421号");
    typed.put("offence", "危险驾驶罪");
    typed.put("sentence-months", "3");
    typed.put("term-months", "6");
    typed.put("judgedOn", today.minusDays(14).toString());
    typed.put("effectiveOn", today.minusDays(3).toString());
    typed.put("termStartsOn", today.minusDays(3).toString());
    typed.put("prohibitions", "缓刑考验期内禁止饮酒后\n进入娱乐场所。");
    try (Seat court = new Seat(browser.visitor("en"), platform).as("court")) {
      court.press("Refer a person");
      typed.forEach(court.page()::fill);
      court.page().choose("gender", person.gender()).choose("category", "SUSPENDED_SENTENCE");
      court.page().choose("penalty", "CRIMINAL_DETENTION");

      endSession(court.context());
      court.press("Compute and check").reads("What you typed is kept");
      court.signIn("court", PASSWORD, codeOf(court, "court")).reads("Refer a person");

      assertStands(court, typed);
      court.press("Compute and check").reads("Nothing has been sent yet");
    }
  }

  private static String codeOf(Seat seat, String login) {
    String note = seat.sees("dl.facts dt:text-is('" + login + "') + dd").innerText();
    return note.substring(note.length() - 6);
  }

  /** As after half an hour: the browser still names a session, but the server knows none. */
  private void endSession(BrowserContext context) {
    context.addCookies(
        List.of(new Cookie("JSESSIONID", "ended").setUrl(platform.address().toString())));
  }

  private static void assertStands(Seat seat, Map<String, String> typed) {
    typed.forEach(
        (field, words) ->
            assertThat(seat.browser().locator("[name='" + field + "']")).hasValue(words));
  }
}
