package org.smartcorrection.platform.my;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.desk.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** People see at which level they are supervised, and why (L14A). */
@PlatformTest
class MyLevelTests {
  @Autowired District district;
  @Autowired Subjects subjects;
  @Autowired Casework casework;
  @Autowired Browser browser;
  District.Staffed staffed;
  Case in;

  @BeforeEach
  void somebody() {
    staffed = district.staffed();
    in = district.received(staffed).in();
  }

  @Test
  void L14A_the_first_page_says_the_level_its_reason_and_the_article() throws Exception {
    Facts proposal = Facts.NONE.choice("proposedLevel", "RELAXED").text("factors", "steady work");
    Running assessed =
        District.recorded(
                casework.perform(
                    PerformAct.opening(
                        in.id(), "level", "LevelAssessed", proposal, staffed.officer())))
            .instance();
    assertFalse(page("en").contains("Relaxed supervision"), "an assessment decides nothing");

    district.perform(
        assessed,
        "LevelSet",
        Facts.NONE.choice("level", "RELAXED").text("reason", "kept every appointment"),
        staffed.officer());

    String english = page("en");
    assertTrue(english.contains("Relaxed supervision"), english);
    assertTrue(english.contains("kept every appointment"), english);
    assertTrue(english.contains("href=\"/law/articles/"), english);
    assertTrue(page("zh-CN").contains("宽松管理"));
  }

  private String page(String language) throws Exception {
    return browser
        .get(subjects.actor(in.person()), "/my", language)
        .getResponse()
        .getContentAsString(UTF_8);
  }
}
