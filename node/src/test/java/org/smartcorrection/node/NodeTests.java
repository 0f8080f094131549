package org.smartcorrection.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.NoteSignature;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.order.EntryBundle;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.order.HttpOrdering;
import org.smartcorrection.ledger.order.Position;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.witness.Witness;

class NodeTests {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T01:23:45Z"), ZoneOffset.UTC);

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private Node node;
  private HttpOrdering ordering;

  @BeforeEach
  void start() throws Exception {
    node = Node.start(NodeConfig.read(Site.in(directory).config()), CLOCK, Assertions::fail);
    ordering = new HttpOrdering(uri("/"), Duration.ofSeconds(30));
  }

  @AfterEach
  void stop() throws IOException {
    ordering.close();
    client.close();
    node.close();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + node.port() + path);
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofByteArray());
  }

  private int post(byte[] body) throws Exception {
    var request = HttpRequest.newBuilder(uri("/entries")).POST(BodyPublishers.ofByteArray(body));
    return client.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  @Test
  void entries_get_their_places_and_are_served_in_the_open_layout() throws Exception {
    assertEquals(List.of(), ordering.submitAll(List.of()));
    assertEquals(
        List.of(new Position(0), new Position(1)),
        ordering.submitAll(List.of(Site.entry(0), Site.entry(1))));
    assertEquals(new Position(1), ordering.submit(Site.entry(1)));

    var note = SignedNote.parse(new String(get("/correction/checkpoint").body(), UTF_8));
    assertEquals(2, Checkpoint.parse(note.text()).size());
    assertEquals(3, note.signatures().size());
    assertArrayEquals(Site.entry(1).leaf(), get("/correction/entry/1").body());
    assertArrayEquals(
        EntryBundle.encode(List.of(Site.entry(0).leaf(), Site.entry(1).leaf())),
        get("/correction/tile/entries/000.p/2").body());
    byte[] hashes = get("/correction/tile/0/000.p/2").body();
    assertArrayEquals(Site.entry(0).leafHash().bytes(), Arrays.copyOf(hashes, hashes.length / 2));
  }

  @Test
  void an_entry_that_is_not_for_this_log_is_refused_with_the_reason() {
    var refused =
        assertThrows(
            EntryRefusedException.class,
            () -> ordering.submit(Site.entry(0, "elsewhere.example/correction")));
    assertEquals("the entry is for another log", refused.getMessage());
  }

  @Test
  void requests_that_make_no_sense_get_the_status_that_says_so() throws Exception {
    var statuses =
        Map.of(
            "/", 404,
            "/entries", 405,
            "/correction/entry/0", 404,
            "/correction/entry/-1", 400,
            "/correction/entry/x", 400,
            "/correction/tile/0/000", 404,
            "/correction/tile/0/0", 400,
            "/correction/tile/0/../../checkpoint", 400,
            "/correction/tile/entries/000.p/256", 400);
    for (var request : statuses.entrySet()) {
      assertEquals(request.getValue(), get(request.getKey()).statusCode(), request.getKey());
    }
    assertEquals(400, post(new byte[] {0, 9, 1}));
    assertEquals(400, post(new byte[] {0, 1, '{'}));
    assertEquals(200, post(new byte[0]));
  }

  private HttpResponse<String> witness(String body) throws Exception {
    var request =
        HttpRequest.newBuilder(uri("/witness/add-checkpoint"))
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static String asked(long old, long size, Hash root, String... proof) {
    String text = new Checkpoint(Site.OTHER_LOG.verifierKey().name(), size, root).text();
    var note = new SignedNote(text, List.of(NoteSignature.sign(text, Site.OTHER_LOG)));
    String lines = Arrays.stream(proof).map(line -> line + "\n").collect(Collectors.joining());
    return "old " + old + "\n" + lines + "\n" + note;
  }

  @Test
  void the_log_of_another_agency_is_cosigned_as_the_open_protocol_says() throws Exception {
    Hash one = Hash.leaf("one".getBytes(UTF_8));
    Hash two = Hash.leaf("two".getBytes(UTF_8));
    String folder = Witness.folder(Site.OTHER_LOG.verifierKey().name());
    assertEquals(404, get("/witness/" + folder + "/checkpoint").statusCode());

    assertEquals(200, witness(asked(0, 1, one)).statusCode());
    var second = witness(asked(1, 2, Hash.node(one, two), two.base64()));
    assertEquals(200, second.statusCode());
    String text = asked(1, 2, Hash.node(one, two)).substring("old 1\n\n".length());
    assertEquals(
        Set.copyOf(Site.cosigners()),
        SignedNote.parse(text + second.body()).verifiedBy(Site.cosigners()).keySet());
    String kept = new String(get("/witness/" + folder + "/checkpoint").body(), UTF_8);
    assertEquals(text + second.body(), kept);

    var behind = witness(asked(1, 2, Hash.node(one, two), two.base64()));
    assertEquals(409, behind.statusCode());
    assertEquals("2\n", behind.body());
    assertEquals("text/x.tlog.size", behind.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(422, witness(asked(2, 2, two)).statusCode());
    assertEquals(400, witness(asked(3, 2, Hash.node(one, two))).statusCode());
    assertEquals(400, witness("old 2\n").statusCode());
    assertEquals(403, witness(asked(2, 3, two).replace("\n3\n", "\n4\n")).statusCode());
    assertEquals(
        404, witness(asked(2, 3, two).replace("court.example/justice\n3", "x\n3")).statusCode());
    assertEquals(405, get("/witness/add-checkpoint").statusCode());
    assertEquals(404, get("/witness/" + Witness.folder("x") + "/checkpoint").statusCode());
    assertEquals(404, get("/witness/").statusCode());
  }

  @Test
  void a_node_that_is_away_is_an_io_problem_and_not_a_refusal() throws Exception {
    URI away = uri("/");
    node.close();
    try (var lost = new HttpOrdering(away, Duration.ofSeconds(5))) {
      assertThrows(IOException.class, () -> lost.submit(Site.entry(0)));
    }
  }

  @Test
  void it_listens_on_the_loopback_interface_only() throws Exception {
    for (var network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (var address : Collections.list(network.getInetAddresses())) {
        if (address.isLoopbackAddress() || !(address instanceof Inet4Address)) continue;
        try (var socket = new Socket()) {
          var target = new InetSocketAddress(address, node.port());
          assertThrows(IOException.class, () -> socket.connect(target, 2_000), "" + address);
        }
      }
    }
    assertTrue(node.port() > 0);
  }
}
