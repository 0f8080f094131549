package org.smartcorrection.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An installation on the site's own PostgreSQL, from its first start to its first colleague. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnDatabaseIT {
  private static final String SETUP = "/setup?token=";
  private static final String PASSWORD = "three words together";

  private Path folder;
  private OwnPostgres postgres;
  private RunningPlatform platform;
  private RealBrowser browser;

  @BeforeAll
  void open(@TempDir Path empty) throws Exception {
    folder = empty;
    postgres = OwnPostgres.start(Files.createDirectory(folder.resolve("postgres")));
    platform = started();
    browser = new RealBrowser();
  }

  private RunningPlatform started() {
    var command =
        new ProcessBuilder(
            Jar.command("platform", "--port", "0", "--data", folder.resolve("data").toString()));
    command.environment().putAll(postgres.environment());
    return RunningPlatform.start(command);
  }

  @AfterAll
  void close() throws Exception {
    browser.close();
    platform.close();
    postgres.stop();
  }

  @Test
  void an_empty_installation_is_set_up_through_a_link_that_works_once() throws Exception {
    String link = setupLink();
    try (Seat first = new Seat(browser.visitor("en"), platform)) {
      nothingOfTheDemonstrationIsThere(first);
      OneTimeCode codes = administratorIsMade(first, link);
      assertEquals(
          404, first.browser().navigate(platform.address().resolve(link).toString()).status());

      first.open("/admin").signIn("chen", PASSWORD, codes.at(Instant.now())).arrivesAt("/admin");
      OneTimeCode hers = prosecutorIsAdded(first);
      try (Seat prosecutor = new Seat(browser.visitor("en"), platform)) {
        prosecutor.open("/sign-in").signIn("wu", PASSWORD, hers.at(Instant.now()));
        prosecutor.arrivesAt("/oversight").reads("Nothing to ask about");
      }
    }
    assertFalse(Files.exists(folder.resolve("data/database/cluster")), "no database of its own");

    platform.stop();
    platform = started();
    assertFalse(platform.text().contains(SETUP), platform.text());
  }

  /** The console prints it, in one line; only its path and token are told on. */
  private String setupLink() {
    List<String> lines = platform.text().lines().filter(line -> line.contains(SETUP)).toList();
    assertEquals(1, lines.size(), platform.text());
    String line = lines.getFirst();
    URI link = URI.create(line.substring(line.indexOf("http")));
    return link.getRawPath() + "?" + link.getRawQuery();
  }

  private void nothingOfTheDemonstrationIsThere(Seat visitor) {
    assertFalse(platform.text().contains("demonstration"), platform.text());
    visitor.open("/").arrivesAt("/sign-in").doesNotRead("demonstration");
    visitor.signIn("admin", "demonstration", "000000").reads("code is not right");
    String trick = platform.address().resolve("/demo/named").toString();
    assertEquals(404, visitor.browser().navigate(trick).status());
  }

  private static OneTimeCode administratorIsMade(Seat first, String link) {
    first
        .open(link)
        .page()
        .fill("agency-zh", "云溪区社区矫正管理局")
        .fill("agency-en", "Yunxi agency")
        .fill("agency-code", "yunxi-jiaozheng")
        .fill("name-zh", "陈主管")
        .fill("name-en", "Chen Zhuguan")
        .fill("login", "chen")
        .fill("password", PASSWORD)
        .press("Make the account");
    first.reads("Your account is made");
    return new OneTimeCode(first.sees("main b").innerText());
  }

  private static OneTimeCode prosecutorIsAdded(Seat administrator) {
    administrator.press("Add an agency");
    administrator
        .page()
        .choose("kind", "PROCURATORATE")
        .fill("code", "yunxi-jianchayuan")
        .fill("name-zh", "云溪区人民检察院")
        .fill("name-en", "Yunxi procuratorate")
        .press("Add an agency");
    administrator.arrivesAt("/admin/agencies/[0-9a-f-]+").press("Add somebody");
    administrator
        .page()
        .choose("role", "PROSECUTOR")
        .fill("name-zh", "吴检察")
        .fill("name-en", "Wu Jiancha")
        .fill("title-zh", "检察官")
        .fill("title-en", "Prosecutor")
        .fill("login", "wu")
        .fill("password", PASSWORD)
        .press("Add somebody");
    administrator.reads("Secret for the one-time code");
    var codes = new OneTimeCode(administrator.sees("main b").innerText());
    administrator.press("Yunxi procuratorate");
    assertThat(administrator.sees("table")).containsText("Wu Jiancha");
    return codes;
  }
}
