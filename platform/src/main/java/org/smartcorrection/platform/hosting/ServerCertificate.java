package org.smartcorrection.platform.hosting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.smartcorrection.platform.kernel.DataFolder;

/**
 * The certificate of the web server with its key, as a file the server reads.
 *
 * @param file PKCS #12
 * @param password of the file
 */
record ServerCertificate(Path file, String password) {
  private static final String ALIAS = "server";
  private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
  private static final int PASSWORD_BYTES = 24;

  /**
   * The certificate for these names, renewed when the machine's addresses or the time asks for it.
   */
  static ServerCertificate current(Path folder, SortedSet<String> names, Clock clock)
      throws IOException, GeneralSecurityException {
    DataFolder.create(folder);
    var authority = LocalAuthority.of(folder, clock);
    var store = new ServerCertificate(folder.resolve("server.p12"), password(folder));
    if (!store.fits(names, authority, clock)) store.make(names, authority, clock);
    return store;
  }

  private static String password(Path folder) throws IOException {
    Path file = folder.resolve("server.password");
    if (!Files.exists(file)) {
      byte[] random = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(random);
      OwnerOnly.write(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file);
  }

  private boolean fits(SortedSet<String> names, LocalAuthority authority, Clock clock)
      throws IOException, GeneralSecurityException {
    if (!Files.exists(file)) return false;
    KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
    if (!(store.getCertificate(ALIAS) instanceof X509Certificate certificate)) return false;
    return certificate
            .getIssuerX500Principal()
            .equals(authority.certificate().getSubjectX500Principal())
        && names(certificate).containsAll(names)
        && certificate.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEWED_BEFORE));
  }

  private void make(SortedSet<String> names, LocalAuthority authority, Clock clock)
      throws IOException, GeneralSecurityException {
    KeyPair pair = Certificates.keyPair();
    X509Certificate certificate = Certificates.server(pair.getPublic(), names, authority, clock);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    X509Certificate[] chain = {certificate, authority.certificate()};
    store.setKeyEntry(ALIAS, pair.getPrivate(), password.toCharArray(), chain);
    var bytes = new ByteArrayOutputStream();
    store.store(bytes, password.toCharArray());
    OwnerOnly.write(file, bytes.toByteArray());
  }

  private static SortedSet<String> names(X509Certificate certificate)
      throws GeneralSecurityException {
    var found = new TreeSet<String>();
    Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
    if (alternatives != null) alternatives.forEach(name -> found.add(name.get(1).toString()));
    return found;
  }

  @Override
  public String toString() {
    return "ServerCertificate[" + file + "]";
  }
}
