package org.smartcorrection.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The page of one alarm, open before an officer, in English. */
record AlarmPage(Seat officer) {
  AlarmPage lookAtTheEvidence() {
    officer.press("I have looked at the evidence");
    officer.reads("Looked at on");
    return this;
  }

  AlarmPage hear(String account) {
    officer
        .in("form[action$=AccountTaken]")
        .choose("evidenceShown", "true")
        .fill("language", "四川话")
        .choose("interpreterNeeded", "false")
        .choose("spoke", "SPOKE")
        .fill("account", account)
        .choose("readBack", "true")
        .choose("signed", "SIGNATURE")
        .press("Record the account");
    return this;
  }

  AlarmPage findWithoutGoodReason(String reason) {
    officer
        .in("form[action$=finding]")
        .choose("finding", "FoundNoGoodReason")
        .fill("reason", reason)
        .press("Record the finding");
    return this;
  }

  AlarmPage admonish(String statement, String reason) {
    officer
        .in("form[action$=AdmonitionProposed]")
        .choose("breach", "MINOR_BREACH")
        .fill("statement", statement)
        .press("Propose an admonition");
    officer
        .in("form[action$=AdmonitionDecided]")
        .fill("reason", reason)
        .press("Decide on the admonition");
    officer.sees("form[action$=AdmonitionServed]");
    return this;
  }

  /** Opens the admonition, which has a number and names the person, and prints it. */
  AlarmPage printAdmonition(String person) {
    String alarm = officer.path();
    officer.sees("#steps a[href^='/documents/']:has-text('Admonition')").click();
    officer.arrivesAt("/documents/[0-9a-f-]+");
    assertThat(officer.sees(".a4-number")).hasText(Pattern.compile(".+\\d+.*"));
    assertThat(officer.sees("main#main")).containsText(person);
    byte[] printed = officer.browser().pdf();
    assertEquals("%PDF", new String(printed, 0, 4, StandardCharsets.US_ASCII));
    officer.open(alarm);
    return this;
  }
}
