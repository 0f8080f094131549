package org.smartcorrection.platform.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Case;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@PlatformTest
class NewsTests {
  /** Words that tell a stranger what this is about. */
  private static final List<String> OUTING =
      List.of(
          "矫正",
          "社区",
          "检察",
          "司法",
          "法院",
          "罪",
          "缓刑",
          "假释",
          "公安",
          "监",
          "定位",
          "报到",
          "签到",
          "对象",
          "correction",
          "probation",
          "offender",
          "parole",
          "court",
          "justice",
          "procurator",
          "prosecutor",
          "police",
          "sentence",
          "crime",
          "device",
          "check in",
          "report",
          "leave");

  @Autowired District district;
  @Autowired Messages messages;
  @Autowired Notices notices;
  @Autowired Courier courier;
  @Autowired MessageSource words;
  @Autowired Clock clock;

  @Test
  void a_message_tells_nothing_to_whoever_reads_it_over_a_shoulder() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      String said = words.getMessage("notify.news", null, locale).toLowerCase(Locale.ROOT);
      for (String outing : OUTING) assertFalse(said.contains(outing), said + " has " + outing);
    }
  }

  @Test
  void an_installation_without_a_gateway_says_so_of_every_message() {
    Case in = district.received(district.staffed()).in();
    courier.deliver();
    List<Messages.Message> told = messages.to(in.person(), in.agency(), 10);
    assertFalse(told.isEmpty());
    for (Messages.Message message : told) {
      assertEquals(Messages.State.UNAVAILABLE, message.state());
      assertEquals("unset", message.why());
    }
  }

  @Test
  void a_post_is_told_on_its_pages_of_its_own_cases_alone() {
    var staffed = district.staffed();
    Case in = district.referred(staffed).in();
    List<Notices.Notice> told = notices.to(staffed.prosecutor(), null, 10).rows();
    assertEquals(in.id(), told.getFirst().caseId());
    assertEquals("ReferralReceived", told.getFirst().type());
    assertTrue(notices.to(district.staffed().prosecutor(), null, 10).rows().isEmpty());
  }

  @Test
  void the_folder_of_the_demonstration_gets_one_file_a_message(@TempDir Path folder)
      throws IOException {
    var outbox = new Outbox("text", folder, clock);
    assertEquals(new Delivery.Sent(), outbox.send("000-1", "hello"));
    try (var files = Files.list(folder)) {
      String json = Files.readString(files.findFirst().orElseThrow());
      assertTrue(json.contains("\"words\":\"hello\""), json);
    }
  }

  @Test
  void a_gateway_of_the_site_is_handed_number_and_words() throws IOException {
    var heard = new AtomicReference<>("");
    var gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/",
        exchange -> {
          heard.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          boolean known =
              "Bearer key".equals(exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.sendResponseHeaders(known ? 202 : 401, -1);
          exchange.close();
        });
    gateway.start();
    try {
      var address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/");
      assertEquals(new Delivery.Sent(), new Gateway("text", address, "key").send("000-2", "hello"));
      assertTrue(heard.get().contains("\"to\":\"000-2\""), heard.get());
      assertEquals(
          new Delivery.Unavailable("refused"),
          new Gateway("text", address, "wrong").send("000-2", "hello"));
    } finally {
      gateway.stop(0);
    }
  }

  @Test
  void a_gateway_that_is_away_is_out_of_reach() throws IOException {
    int nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    var gateway = new Gateway("text", URI.create("http://127.0.0.1:" + nobody + "/"), "");
    assertEquals(new Delivery.Unavailable("out-of-reach"), gateway.send("000-3", "hello"));
  }
}
