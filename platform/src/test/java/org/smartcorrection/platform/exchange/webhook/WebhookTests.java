package org.smartcorrection.platform.exchange.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages go out signed, once more when they fail, and nowhere inside the site's own network. */
@PlatformTest
class WebhookTests {
  @Autowired District district;
  @Autowired Casework casework;
  @Autowired Browser browser;
  @Autowired Webhooks webhooks;
  @Autowired Outbox outbox;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock movable;
  @Autowired Clock clock;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final AtomicInteger answer = new AtomicInteger(204);
  private HttpServer server;
  private Sending sending;
  private District.Staffed staffed;
  private Webhooks.Registered registered;

  private record Got(String body, String signature) {}

  @BeforeEach
  void listen() throws IOException {
    jdbc.sql("update exchange.webhooks set state = 'ENDED'").update();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        call -> {
          String body = new String(call.getRequestBody().readAllBytes(), UTF_8);
          got.add(new Got(body, call.getRequestHeaders().getFirst(Signature.HEADER)));
          if (answer.get() == 302) call.getResponseHeaders().add("Location", "/elsewhere");
          call.sendResponseHeaders(answer.get(), -1);
          call.close();
        });
    server.start();
    sending = new Sending(outbox, webhooks, new Wire(new Guard("localhost")), clock);
    staffed = district.staffed();
    registered = register(List.of(EventKind.CASE_OPENED, EventKind.CORRECTION_ENDED));
  }

  @AfterEach
  void close() {
    server.stop(0);
    jdbc.sql("update exchange.webhooks set state = 'ENDED'").update();
  }

  @Test
  void a_message_is_signed_and_carries_identifiers_alone() throws Exception {
    Result.Recorded received = district.received(staffed);
    district.received(district.staffed());
    died(received);

    sending.round();

    assertEquals(2, got.size(), got.toString());
    JsonNode opened = JsonMapper.shared().readTree(got.getFirst().body());
    assertEquals("CASE_OPENED", opened.get("kind").asString());
    assertEquals(received.in().id().toString(), opened.get("caseId").asString());
    assertEquals(List.of("at", "caseId", "id", "kind"), List.copyOf(opened.propertyNames()));
    for (Got one : got) {
      long second = Long.parseLong(one.signature().replaceAll("t=(\\d+),.*", "$1"));
      assertEquals(
          Signature.of(
              registered.secret().getBytes(UTF_8), Instant.ofEpochSecond(second), one.body()),
          one.signature());
      assertNotEquals(
          Signature.of("another".getBytes(UTF_8), Instant.ofEpochSecond(second), one.body()),
          one.signature());
    }
    sending.round();
    assertEquals(2, got.size(), "once");
  }

  @Test
  void what_the_law_refuses_is_not_told() {
    casework.open(
        district.person(),
        staffed.officer().agency(),
        in ->
            PerformAct.opening(
                in.id(), "reception", "ReferralReceived", Facts.NONE, staffed.court()));
    sending.round();
    assertEquals(List.of(), got);
  }

  @Test
  void a_failure_is_tried_later_and_later_and_given_up_in_the_end() {
    answer.set(503);
    district.referred(staffed);
    int tries = 0;
    for (int i = 0; i < 12; i++) {
      sending.round();
      sending.round();
      assertTrue(got.size() <= ++tries, "one try at a time");
      movable.forward(Duration.ofHours(25));
    }
    assertEquals(8, got.size());
    Message message = log().getFirst();
    assertEquals(Message.State.GIVEN_UP, message.state());
    assertEquals("503", message.answer());
  }

  @Test
  void a_redirect_is_a_failure_and_is_not_followed() {
    answer.set(302);
    district.referred(staffed);
    sending.round();
    assertEquals(1, got.size());
    assertEquals("302", log().getFirst().answer());
    answer.set(200);
    movable.forward(Duration.ofMinutes(1));
    sending.round();
    assertEquals(Message.State.DELIVERED, log().getFirst().state());
  }

  @Test
  void many_failures_pause_an_address_and_nothing_is_lost() throws Exception {
    answer.set(500);
    for (int i = 0; i < Webhooks.PAUSED_AFTER; i++) outbox.test(registered.id());
    sending.round();
    assertEquals(Webhook.State.PAUSED, webhooks.get(registered.id()).state());
    int before = got.size();
    outbox.test(registered.id());
    movable.forward(Duration.ofHours(1));
    sending.round();
    assertEquals(before, got.size(), "nothing goes out");

    Actor administrator = administrator();
    String path = "/admin/webhooks/" + registered.id();
    String page = browser.get(administrator, path).getResponse().getContentAsString();
    assertTrue(page.contains("Paused after 15 failures"), page);
    answer.set(200);
    browser.post(administrator, path + "/resume");
    sending.round();
    assertEquals(before + Webhooks.PAUSED_AFTER + 1, got.size());
  }

  @Test
  void an_administrator_registers_tries_and_ends_an_address() throws Exception {
    Actor administrator = administrator();
    String page =
        browser
            .post(
                administrator,
                "/admin/webhooks",
                "address",
                "https://partner.example/hook",
                "kinds",
                "ACT_RECORDED")
            .getResponse()
            .getContentAsString();
    assertTrue(page.contains("shown this once") && page.contains("partner.example"), page);
    assertEquals(
        422,
        browser
            .post(administrator, "/admin/webhooks", "address", "https://10.0.0.7/", "kinds", "TEST")
            .getResponse()
            .getStatus());
    String path = "/admin/webhooks/" + registered.id();
    browser.post(administrator, path + "/test");
    sending.round();
    String log = browser.get(administrator, path, "zh-CN").getResponse().getContentAsString();
    assertTrue(log.contains("已送达") && log.contains("204"), log);
    browser.post(administrator, path + "/end");
    assertEquals(404, browser.get(administrator, path).getResponse().getStatus());
    Actor other = district.actor(district.staffed().officer().agency(), Role.ADMINISTRATOR);
    assertEquals(404, browser.get(other, path).getResponse().getStatus());
  }

  @Test
  void a_name_that_leads_into_our_own_network_is_refused_when_it_is_connected_to() {
    var strict = new Sending(outbox, webhooks, new Wire(new Guard("")), clock);
    district.referred(staffed);
    strict.round();
    assertEquals(List.of(), got);
    assertEquals("NOT_PUBLIC", log().getFirst().answer());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "198.18.0.1",
        "203.0.113.9",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "fe80::1",
        "fc00::1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "::ffff:10.0.0.1",
      })
  void addresses_that_are_not_public_are_known(String address) throws Exception {
    assertFalse(Guard.isPublic(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @CsvSource({
    "https://partner.example/hook, true",
    "https://partner.example:8443/hook?x=1, true",
    "https://8.8.8.8/, true",
    "http://partner.example/, false",
    "https://user@partner.example/, false",
    "https://localhost/, false",
    "https://127.0.0.1/, false",
    "https://[::1]/, false",
    "https://2130706433/, false",
    "ftp://partner.example/, false",
    "https:///path, false",
    "nonsense, false",
  })
  void only_public_addresses_by_https_can_be_registered(String address, boolean fit) {
    assertEquals(fit, new Guard("").address(address).isPresent());
  }

  private Webhooks.Registered register(List<EventKind> kinds) {
    return webhooks.register(
        staffed.officer().agency().id(),
        URI.create("http://localhost:" + server.getAddress().getPort() + "/hook"),
        kinds,
        staffed.officer().account());
  }

  private Actor administrator() {
    return district.actor(staffed.officer().agency(), Role.ADMINISTRATOR);
  }

  private List<Message> log() {
    return outbox.of(registered.id(), null, 50).rows();
  }

  private void died(Result.Recorded of) {
    District.recorded(
        casework.perform(
            PerformAct.opening(
                    of.in().id(),
                    "release",
                    "TerminatedByDeath",
                    Facts.NONE
                        .day("diedOn", of.act().effectiveOn())
                        .choice("deathKind", "NATURAL_DEATH")
                        .text("reportedBy", "family"),
                    staffed.officer())
                .withDocuments(
                    List.of(
                        new Upload(
                            "death-certificate",
                            "death.pdf",
                            "%PDF-1.4\n%%EOF\n".getBytes(UTF_8))))));
  }
}
