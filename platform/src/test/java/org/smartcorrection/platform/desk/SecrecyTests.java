package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.ApiTokens;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.evidence.InStep;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Rule H11: nobody reads how others voted while a matter is open. */
@PlatformTest
class SecrecyTests {
  /** Words that are nowhere but in the vote of the second member. */
  private static final String OPINION = "the-evidence-is-thin-4711";

  @Autowired Deliberations deliberations;
  @Autowired Browser browser;
  @Autowired Acts acts;
  @Autowired InStep ledger;
  @Autowired ApiTokens tokens;
  @Autowired MockMvc mvc;
  Deliberations.Scene scene;
  Running item;
  Act vote;

  @BeforeEach
  void oneOfThreeHasVoted() throws Exception {
    scene = deliberations.scene();
    item = deliberations.item(scene);
    deliberations.vote(item, scene.members().get(1), "AGAINST", OPINION);
    vote = acts.history(scene.in()).getLast();
    ledger.now();
  }

  @Test
  void H11_no_page_search_copy_or_proof_tells_a_vote_before_the_matter_is_closed()
      throws Exception {
    for (Actor reader :
        List.of(
            scene.members().get(0),
            scene.members().get(2),
            scene.staffed().head(),
            scene.staffed().prosecutor(),
            scene.staffed().office())) assertFalse(told(reader), reader.role().name());
    String meeting = html(scene.members().get(0), scene.page());
    assertTrue(meeting.contains("Voted") && meeting.contains("Present 1 of 3"), meeting);
    assertFalse(meeting.contains("Against") || meeting.contains("against 1"), meeting);
    assertTrue(html(scene.members().get(1), scene.page()).contains(OPINION), "their own");

    String ballot = html(scene.members().get(2), form("VoteCast"));
    assertFalse(ballot.contains("checked") || ballot.contains("selected"), ballot);
    String closing = html(scene.members().get(0), form("DeliberationClosed"));
    assertFalse(closing.contains("Not carried") || closing.contains("Votes against"), closing);
    String events = text(events(scene.members().get(0)));
    assertTrue(events.contains("VoteCast"), "that somebody voted is known");
    assertFalse(events.contains("AGAINST"), events);
  }

  @Test
  void H11_once_closed_all_is_shown_and_what_was_withdrawn_stays_closed() throws Exception {
    deliberations.vote(item, scene.members().get(0), "FOR", "as proposed");
    deliberations.done(Deliberations.closing(item, scene.members().getFirst()));
    for (Actor reader :
        List.of(scene.members().get(2), scene.staffed().head(), scene.staffed().prosecutor()))
      assertTrue(told(reader), reader.role().name());
    assertFalse(told(scene.staffed().office()));

    Deliberations.Scene other = deliberations.scene();
    Running gone = deliberations.item(other);
    deliberations.vote(gone, other.members().get(1), "AGAINST", OPINION);
    deliberations.done(
        PerformAct.in(
            gone, "ItemWithdrawn", Facts.NONE.text("reason", "no need"), other.members().get(0)));
    scene = other;
    vote = acts.history(other.in()).get(acts.history(other.in()).size() - 2);
    assertFalse(told(other.members().get(0)), "taking it off is no way to read the votes");
  }

  /** Whether anything that this reader can open says how the second member voted, and why. */
  private boolean told(Actor reader) throws Exception {
    String file = "/console/cases/" + scene.in();
    var answers = new ArrayList<MvcResult>();
    for (String path :
        List.of(
            scene.page(),
            file,
            file + "/timeline",
            file + "/acts",
            file + "/file",
            file + "/proof",
            "/console/acts/" + vote.id() + "/proof",
            "/oversight/cases/" + scene.in(),
            "/oversight/cases/" + scene.in() + "/live"))
      answers.add(browser.get(reader, path, "en"));
    if (reader.role().supervises()) answers.add(events(reader));
    // the page says what was looked for: whether anything was found is in what surrounds it
    MvcResult search = browser.post(reader, file + "/file/search", "words", OPINION);
    MvcResult archive = browser.post(reader, file + "/file/package");
    boolean packed =
        archive.getResponse().getStatus() == 200 && unpacked(archive).contains(OPINION);
    boolean found = count(search, OPINION) > count(search, "value=\"" + OPINION);
    boolean shown = false;
    for (MvcResult answer : answers) shown |= count(answer, OPINION) > 0;
    if (shown || packed) assertTrue(shown, "pages and archive say the same");
    return shown || packed || found;
  }

  private MvcResult events(Actor reader) throws Exception {
    String path = "/api/cases/" + scene.in() + "/acts";
    String token = tokens.issue(reader.account(), reader.post(), Duration.ofHours(1));
    return mvc.perform(
            MockMvcRequestBuilders.get(path + "?size=500")
                .servletPath(path)
                .header("Authorization", "Bearer " + token))
        .andReturn();
  }

  private static int count(MvcResult answer, String words) throws Exception {
    return text(answer).split(Pattern.quote(words), -1).length - 1;
  }

  private static String unpacked(MvcResult archive) throws IOException {
    var all = new StringBuilder();
    try (var zip =
        new ZipInputStream(
            new ByteArrayInputStream(archive.getResponse().getContentAsByteArray()))) {
      while (zip.getNextEntry() != null)
        all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
    }
    return all.toString();
  }

  private String form(String type) {
    return "/console/cases/" + scene.in() + "/acts/committee/" + type + "?instance=" + item.id();
  }

  private String html(Actor reader, String path) throws Exception {
    MvcResult answer = browser.get(reader, path, "en");
    assertEquals(200, answer.getResponse().getStatus(), path);
    return text(answer);
  }

  private static String text(MvcResult answer) throws Exception {
    return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }
}
