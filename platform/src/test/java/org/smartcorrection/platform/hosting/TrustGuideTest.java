package org.smartcorrection.platform.hosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.platform.kernel.DataFolder;
import org.springframework.http.HttpStatus;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.ui.ExtendedModelMap;

class TrustGuideTest {
  @TempDir private Path temporary;
  private final MockEnvironment settings = new MockEnvironment();
  private DataFolder data;

  @BeforeEach
  void open() throws Exception {
    data = DataFolder.open(temporary.resolve("data"));
  }

  @Test
  void on_the_local_network_it_shows_the_fingerprint_and_hands_out_the_certificate()
      throws Exception {
    settings.setProperty("smartcorrection.lan", "true");
    var clock = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    ServerCertificate.current(Tls.folder(data), new TreeSet<>(List.of("localhost")), clock);
    var guide = new TrustGuide(data, settings);
    var model = new ExtendedModelMap();

    assertEquals("hosting/trust", guide.guide(model));

    String fingerprint = String.valueOf(model.getAttribute("fingerprint"));
    assertTrue(fingerprint.matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"), fingerprint);
    byte[] handedOut = Objects.requireNonNull(guide.authority().getBody());
    Path file = LocalAuthority.certificateFile(Tls.folder(data));
    assertEquals(LocalAuthority.read(file).getEncoded().length, handedOut.length);
  }

  @Test
  void on_one_machine_there_is_nothing_to_trust() throws Exception {
    var guide = new TrustGuide(data, settings);
    var model = new ExtendedModelMap();

    assertEquals("hosting/trust", guide.guide(model));

    assertEquals(false, model.getAttribute("available"));
    assertFalse(model.containsAttribute("fingerprint"));
    assertEquals(HttpStatus.NOT_FOUND, guide.authority().getStatusCode());
  }
}
