package org.smartcorrection.platform.hosting;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/**
 * The certificate authority of one installation. Phones that trust it can use the platform on a
 * closed network over TLS. It can vouch for private addresses alone, so that trusting it never
 * endangers another site (RFC 5280, 4.2.1.10).
 *
 * @param certificate to be trusted by phones
 * @param key kept in the data folder's keys
 */
record LocalAuthority(X509Certificate certificate, PrivateKey key) {
  private static final String CERTIFICATE_FILE = "authority.crt";
  private static final String KEY_FILE = "authority.key";

  /** Reads the authority of a folder, or makes it. */
  static LocalAuthority of(Path folder, Clock clock) throws IOException, GeneralSecurityException {
    Path certificate = folder.resolve(CERTIFICATE_FILE);
    Path key = folder.resolve(KEY_FILE);
    if (!Files.exists(certificate)) {
      KeyPair pair = Certificates.keyPair();
      OwnerOnly.write(key, pem(new JcaPKCS8Generator(pair.getPrivate(), null)));
      OwnerOnly.write(certificate, pem(Certificates.authority(pair, clock)));
    }
    return new LocalAuthority(read(certificate), readKey(key));
  }

  static Path certificateFile(Path folder) {
    return folder.resolve(CERTIFICATE_FILE);
  }

  /** SHA-256 of the certificate, as browsers and phones show it. */
  static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
  }

  static X509Certificate read(Path file) throws IOException, GeneralSecurityException {
    if (parse(file) instanceof X509CertificateHolder holder)
      return new JcaX509CertificateConverter().getCertificate(holder);
    throw new GeneralSecurityException("no certificate: " + file.getFileName());
  }

  private static PrivateKey readKey(Path file) throws IOException, GeneralSecurityException {
    if (parse(file) instanceof PrivateKeyInfo info)
      return new JcaPEMKeyConverter().getPrivateKey(info);
    throw new GeneralSecurityException("no key: " + file.getFileName());
  }

  private static Object parse(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.US_ASCII);
    try (var parser = new PEMParser(new StringReader(text))) {
      Object found = parser.readObject();
      if (found == null) throw new IOException("nothing in " + file.getFileName());
      return found;
    }
  }

  private static String pem(Object object) throws IOException {
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString();
  }
}
