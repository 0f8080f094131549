package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Charges;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.Particulars;
import org.smartcorrection.platform.subjects.Particulars.Contact;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.platform.subjects.Photographs;
import org.smartcorrection.platform.subjects.Surroundings;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;

/** Contacts, residence, work and photograph: sealed, with history, seen by whoever has the case. */
@PlatformTest
class PersonPageTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Charges charges;
  @Autowired Surroundings surroundings;
  @Autowired Photographs photographs;
  @Autowired Looks looks;
  @Autowired Vault vault;
  @Autowired JdbcClient jdbc;
  @Autowired People people;
  @Autowired Casework casework;
  @Autowired Clock clock;
  District.Staffed staffed;
  Case in;
  String page;

  @BeforeEach
  void somebody() {
    staffed = district.staffed();
    in = district.received(staffed).in();
    page = "/console/cases/" + in.id() + "/person";
  }

  @Test
  void a_change_is_noted_with_its_reason_and_the_version_before_stays() throws Exception {
    assertEquals(302, note("0", "甲城路1号", "王保证", "000-7", "shown the certificate"));
    assertEquals(302, note("1", "乙城路2号", "王保证", "000-7", "moved, says the person"));
    Particulars now = surroundings.of(in.person());
    assertEquals("乙城路2号", now.residence().address());
    assertEquals(List.of(new Contact(Contact.Relation.GUARANTOR, "王保证", "000-7")), now.contacts());
    List<Surroundings.Noted> history = surroundings.history(in.person(), 9);
    assertEquals("甲城路1号", history.getLast().particulars().residence().address());
    for (String language : List.of("en", "zh-CN"))
      for (Actor reader : List.of(staffed.officer(), staffed.office(), staffed.head()))
        assertEquals(200, browser.get(reader, page, language).getResponse().getStatus());
    assertFalse(html(staffed.head(), page).contains("/change\""), "the head reads");
    String shown = html(staffed.office(), page);
    assertTrue(shown.contains(page + "/change\""), shown);
    assertTrue(shown.contains("王保证") && shown.contains("moved, says the person"), shown);
    assertTrue(
        looks.at(in.person(), null, 20).rows().stream()
            .anyMatch(look -> look.what().equals("identity")));
  }

  @Test
  void of_two_who_note_at_once_one_is_told_and_nothing_is_lost() throws Exception {
    assertEquals(302, note("0", "甲城路1号", "王保证", "000-7", "certificate"));
    assertEquals(422, note("0", "丙城路3号", "王保证", "000-7", "certificate"));
    assertEquals("甲城路1号", surroundings.of(in.person()).residence().address());
    assertEquals(422, note("1", "甲城路1号", "王保证", "000-7", "nothing is different"));
    assertEquals(422, note("1", "甲城路1号", "", "000-7", "a number without a name"));
  }

  @Test
  void nothing_of_it_stands_open_in_the_database_and_all_of_it_ends_with_the_key()
      throws Exception {
    note("0", "甲城路1号", "王保证", "000-7", "certificate");
    keep(picture());
    String rows =
        jdbc.sql("select encode(sealed, 'escape') from subjects.particulars where person = ?")
            .param(in.person().value())
            .query(String.class)
            .single();
    assertFalse(rows.contains("address"), rows);
    assertThrows(
        DataAccessException.class,
        () ->
            jdbc.sql("update subjects.particulars set number = 9 where person = ?")
                .param(in.person().value())
                .update());
    vault.destroy(in.person(), Purpose.IDENTITY);
    assertEquals(Particulars.NONE, surroundings.of(in.person()));
    assertTrue(photographs.get(in.person()).isEmpty());
  }

  @Test
  void a_photograph_is_shown_to_officers_alone_and_no_cache_keeps_it() throws Exception {
    String picture = "/console/cases/" + in.id() + "/photograph";
    assertEquals(404, browser.get(staffed.officer(), picture).getResponse().getStatus());
    assertEquals(422, keep("<html>".getBytes(StandardCharsets.UTF_8)));
    assertEquals(302, keep(picture()));
    MvcResult shown = browser.get(staffed.office(), picture);
    assertEquals(200, shown.getResponse().getStatus());
    assertEquals("image/jpeg", shown.getResponse().getContentType());
    assertEquals("no-store", shown.getResponse().getHeader("Cache-Control"));
    for (Actor other : List.of(staffed.court(), staffed.prosecutor(), staffed.city()))
      assertEquals(403, browser.get(other, picture).getResponse().getStatus());
    assertEquals(404, browser.get(district.staffed().officer(), picture).getResponse().getStatus());
    String file = "/console/cases/" + in.id();
    assertTrue(html(staffed.officer(), file).contains("class=\"portrait\""));
    assertFalse(html(staffed.city(), file).contains("class=\"portrait\""));
    assertTrue(
        looks.at(in.person(), null, 20).rows().stream()
            .anyMatch(look -> look.what().equals("photograph")));
    assertEquals(
        302, browser.post(staffed.officer(), picture + "/remove").getResponse().getStatus());
    assertEquals(404, browser.get(staffed.officer(), picture).getResponse().getStatus());
  }

  @Test
  void L39_a_minor_whose_guardian_nobody_noted_is_a_question() throws Exception {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    PersonId minor =
        people.add(
            new Identity(
                "未成年",
                "Wei Chengnian",
                Identity.Gender.MALE,
                today.minusYears(16),
                UUID.randomUUID().toString(),
                "000",
                "试验路9号"));
    Facts facts =
        Facts.NONE
            .choice("category", "SUSPENDED_SENTENCE")
            .text("decisionOrgan", "法院")
            .text("courtNumber", "1号")
            .text("paperAt", "卷1")
            .day("termStartsOn", today)
            .day("termEndsOn", today.plusYears(1));
    in =
        District.recorded(
                casework.open(
                    minor,
                    staffed.officer().agency(),
                    opened ->
                        PerformAct.opening(
                            opened.id(), "takeover", "CaseTakenOver", facts, staffed.officer())))
            .in();
    page = "/console/cases/" + in.id() + "/person";
    charges.set(
        staffed.officer().post(),
        staffed.officer().agency().id(),
        Set.of("minor"),
        today,
        staffed.head().account());
    assertTrue(html(staffed.officer(), page).contains("No guardian is noted"));
    String[] guardian = {
      "seen", "0", "relation-0", "GUARDIAN", "name-0", "李监护", "telephone-0", "000-8", "reason", "x"
    };
    assertEquals(
        302, browser.post(staffed.officer(), page + "/change", guardian).getResponse().getStatus());
    assertFalse(html(staffed.officer(), page).contains("No guardian is noted"));
  }

  @Test
  void the_person_sees_their_own_and_takes_a_copy_along() throws Exception {
    note("0", "甲城路1号", "王保证", "000-7", "certificate");
    keep(picture());
    Actor officer = staffed.officer();
    var self =
        new Actor(
            officer.account(),
            officer.post(),
            Role.SUBJECT,
            officer.agency(),
            "",
            "",
            "本人",
            "In person",
            in.person());
    String own = html(self, "/my/data");
    assertTrue(own.contains("王保证") && own.contains("A photograph of you is kept"), own);
    assertTrue(own.contains("/my/applications/new/change"), own);
    String copy = html(self, "/my/data/copy");
    assertTrue(copy.contains("甲城路1号") && copy.contains("photographJpeg"), copy);
    assertNotEquals(200, browser.get(self, page).getResponse().getStatus());
  }

  private int note(String seen, String address, String name, String telephone, String reason)
      throws Exception {
    String[] fields = {
      "seen", seen,
      "residence-kind", "RENTED",
      "address", address,
      "work-kind", "SEEKING",
      "relation-0", "GUARANTOR",
      "name-0", name,
      "telephone-0", telephone,
      "reason", reason
    };
    return browser.post(staffed.officer(), page + "/change", fields).getResponse().getStatus();
  }

  private int keep(byte[] content) throws Exception {
    var file = new MockMultipartFile("document-photograph", "a.png", "image/png", content);
    return browser
        .send(
            staffed.officer(),
            "/console/cases/" + in.id() + "/photograph/new",
            new MockMultipartFile[] {file})
        .getResponse()
        .getStatus();
  }

  private static byte[] picture() throws Exception {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private String html(Actor actor, String path) throws Exception {
    MvcResult result = browser.get(actor, path);
    assertEquals(200, result.getResponse().getStatus(), path);
    byte[] content = Objects.requireNonNull(result.getResponse().getContentAsByteArray());
    return new String(content, StandardCharsets.UTF_8);
  }
}
