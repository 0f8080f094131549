package org.smartcorrection.platform.tracking.line;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.smartcorrection.platform.tracking.line.Unfit.Fault;

/**
 * By what the platform proves itself to a device that calls over TLS.
 *
 * @param certificate the platform's own, of the chain that is shown
 * @param context what a line is secured with
 */
record Identity(X509Certificate certificate, SslContext context) {
  private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");
  private static final byte[] SAID =
      "signed by the one, read by the other".getBytes(StandardCharsets.US_ASCII);

  /**
   * Reads the chain and the key that belongs to its first certificate.
   *
   * @throws Unfit if a file cannot be read, is something else, or the two do not belong together
   */
  static Identity read(Path chainFile, Path keyFile) {
    List<X509Certificate> chain = chain(chainFile);
    PrivateKey key = key(keyFile);
    X509Certificate own = chain.getFirst();
    if (!belong(key, own.getPublicKey())) throw new Unfit(Fault.NOT_ITS_KEY, keyFile, chainFile);
    try {
      return new Identity(
          own,
          SslContextBuilder.forServer(key, chain)
              .sslProvider(SslProvider.JDK)
              .protocols(VERSIONS)
              .build());
    } catch (IOException e) {
      throw new Unfit(Fault.NO_CERTIFICATE, chainFile, chainFile);
    }
  }

  private static List<X509Certificate> chain(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (chain.isEmpty()) throw new Unfit(Fault.NO_CERTIFICATE, file, file);
      return chain;
    } catch (CertificateException _) {
      throw new Unfit(Fault.NO_CERTIFICATE, file, file);
    } catch (IOException _) {
      throw new Unfit(Fault.UNREADABLE, file, file);
    }
  }

  private static PrivateKey key(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      throw new Unfit(Fault.UNREADABLE, file, file);
    }
    try (var parser = new PEMParser(new StringReader(text))) {
      for (Object part = parser.readObject(); part != null; part = parser.readObject())
        switch (part) {
          case PrivateKeyInfo key -> {
            return key(key);
          }
          case PEMKeyPair pair -> {
            return key(pair.getPrivateKeyInfo());
          }
          default -> {} // the parameters of a curve may stand before it
        }
    } catch (IOException | GeneralSecurityException _) {
      // what is no key is told as what holds none
    }
    throw new Unfit(Fault.NO_KEY, file, file);
  }

  private static PrivateKey key(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
    return KeyFactory.getInstance(info.getPrivateKeyAlgorithm().getAlgorithm().getId())
        .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
  }

  private static boolean belong(PrivateKey key, PublicKey shown) {
    try {
      Signature signature = Signature.getInstance(algorithm(key));
      signature.initSign(key);
      signature.update(SAID);
      byte[] signed = signature.sign();
      signature.initVerify(shown);
      signature.update(SAID);
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      return false; // of two kinds
    }
  }

  private static String algorithm(PrivateKey key) {
    return switch (key.getAlgorithm().toUpperCase(Locale.ROOT)) {
      case "RSA" -> "SHA256withRSA";
      case "EC", "ECDSA" -> "SHA256withECDSA";
      default -> key.getAlgorithm();
    };
  }
}
