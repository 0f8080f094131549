package org.smartcorrection.platform.hosting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCertificateTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void the_authority_vouches_for_addresses_of_the_local_network() throws Exception {
    validate(certificate(current(CLOCK, "localhost", "127.0.0.1", "192.168.1.20")));
  }

  @Test
  void the_authority_cannot_vouch_for_a_public_site() throws Exception {
    var stolen = certificate(current(CLOCK, "www.example.com"));

    assertThrows(CertPathValidatorException.class, () -> validate(stolen));
  }

  @Test
  void a_certificate_is_kept_while_it_fits() throws Exception {
    byte[] first = Files.readAllBytes(current(CLOCK, "localhost").file());

    assertArrayEquals(first, Files.readAllBytes(current(CLOCK, "localhost").file()));
  }

  @Test
  void a_new_address_or_the_time_asks_for_a_new_certificate_of_the_same_authority()
      throws Exception {
    byte[] first = Files.readAllBytes(current(CLOCK, "localhost").file());
    X509Certificate authority = authority();

    byte[] moved = Files.readAllBytes(current(CLOCK, "localhost", "10.0.0.7").file());
    assertFalse(Arrays.equals(first, moved));

    Clock later = Clock.offset(CLOCK, Certificates.SERVER_LIFE.minus(Duration.ofDays(20)));
    byte[] renewed = Files.readAllBytes(current(later, "localhost", "10.0.0.7").file());
    assertFalse(Arrays.equals(moved, renewed));
    assertEquals(authority, authority());
  }

  @Test
  void keys_are_readable_by_their_owner_alone() throws Exception {
    current(CLOCK, "localhost");

    for (String name : List.of("authority.key", "server.p12", "server.password"))
      assertEquals(2, Files.getPosixFilePermissions(folder.resolve(name)).size(), name);
  }

  private ServerCertificate current(Clock clock, String... names) throws Exception {
    return ServerCertificate.current(folder, new TreeSet<>(List.of(names)), clock);
  }

  private X509Certificate authority() throws Exception {
    return LocalAuthority.read(LocalAuthority.certificateFile(folder));
  }

  private static X509Certificate certificate(ServerCertificate store) throws Exception {
    var keys = KeyStore.getInstance(store.file().toFile(), store.password().toCharArray());
    return (X509Certificate) keys.getCertificate("server");
  }

  private void validate(X509Certificate certificate) throws Exception {
    // the authority as a part of the path, too: this validator reads no constraints of an anchor
    var path =
        CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate, authority()));
    var parameters = new PKIXParameters(Set.of(new TrustAnchor(authority(), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(NOW));
    CertPathValidator.getInstance("PKIX").validate(path, parameters);
  }
}
