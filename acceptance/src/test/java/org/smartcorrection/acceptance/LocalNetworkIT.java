package org.smartcorrection.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalNetworkIT {
  @TempDir private Path folder;

  @Test
  void whoever_trusts_the_local_authority_gets_in_over_tls_and_nobody_else() throws Exception {
    Path data = folder.resolve("data");
    try (var platform = RunningPlatform.demo(data, "--lan")) {
      URI page = platform.address().resolve("/trust");
      assertEquals("https", page.getScheme());

      try (var trusting = clientThatTrusts(data.resolve("keys/tls/authority.crt"));
          var stranger = HttpClient.newHttpClient()) {
        assertEquals(page, get(trusting, page).request().uri());
        assertThrows(SSLHandshakeException.class, () -> get(stranger, page));
      }
    }
  }

  private static HttpResponse<Void> get(HttpClient client, URI page)
      throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
  }

  private static HttpClient clientThatTrusts(Path certificate)
      throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(certificate)) {
      trusted.setCertificateEntry(
          "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }
}
