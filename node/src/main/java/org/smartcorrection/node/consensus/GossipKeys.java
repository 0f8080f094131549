package org.smartcorrection.node.consensus;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiero.base.crypto.KeyGeneratingException;
import org.hiero.base.crypto.SigningSchema;
import org.hiero.consensus.crypto.KeysAndCertsGenerator;
import org.hiero.consensus.model.node.KeysAndCerts;
import org.hiero.consensus.model.node.NodeId;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;

/**
 * The keys with which a member speaks to the others: one signs its events, one agrees on the keys
 * of a connection. They vouch for nothing in the ledger.
 */
public final class GossipKeys {
  private static final String MARK = "GOSSIP+KEY";

  private final KeysAndCerts keys;

  private GossipKeys(KeysAndCerts keys) {
    this.keys = keys;
  }

  /** New keys. */
  public static GossipKeys generate() {
    var random = new SecureRandom();
    try {
      return new GossipKeys(
          KeysAndCertsGenerator.generate(
              // the engine tells members apart by the name in the certificate, made of this number
              NodeId.of(random.nextInt(1, Integer.MAX_VALUE)),
              SigningSchema.ED25519,
              random,
              random));
    } catch (GeneralSecurityException | KeyGeneratingException e) {
      throw new IllegalStateException("this Java has not the keys that are needed", e);
    }
  }

  /** Whether a line of a key file is for this class. */
  public static boolean isLine(String line) {
    return line.startsWith(MARK);
  }

  /** Reads what {@link #export} wrote. */
  public static GossipKeys parse(List<String> lines) throws MalformedException {
    Map<String, KeyPair> pairs = new HashMap<>();
    Map<String, X509Certificate> certificates = new HashMap<>();
    for (String line : lines) {
      String[] parts = line.split(" ", -1);
      if (parts.length != 4 || !parts[0].equals(MARK)) throw wrong();
      X509Certificate certificate = certificate(parts[3]);
      certificates.put(parts[1], certificate);
      pairs.put(parts[1], pair(Strict.base64(parts[2]), certificate));
    }
    KeyPair signing = pairs.get("sign");
    KeyPair agreement = pairs.get("agree");
    if (lines.size() != 2 || signing == null || agreement == null) throw wrong();
    return new GossipKeys(
        new KeysAndCerts(signing, agreement, certificates.get("sign"), certificates.get("agree")));
  }

  private static MalformedException wrong() {
    return new MalformedException("not the two keys for the other members");
  }

  private static KeyPair pair(byte[] secret, X509Certificate certificate)
      throws MalformedException {
    try {
      var factory = KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm());
      return new KeyPair(
          certificate.getPublicKey(), factory.generatePrivate(new PKCS8EncodedKeySpec(secret)));
    } catch (GeneralSecurityException _) {
      // never the cause: nothing of a secret may reach a message
      throw wrong();
    }
  }

  /** The secret lines of a key file; never into a log or a message. */
  public List<String> export() {
    try {
      return List.of(
          line("sign", keys.sigKeyPair(), keys.sigCert()),
          line("agree", keys.agrKeyPair(), keys.agrCert()));
    } catch (CertificateException e) {
      throw new IllegalStateException("a certificate just made cannot be written", e);
    }
  }

  private static String line(String use, KeyPair pair, X509Certificate certificate)
      throws CertificateException {
    byte[] secret = pair.getPrivate().getEncoded();
    try {
      return String.join(
          " ", MARK, use, Base64.getEncoder().encodeToString(secret), text(certificate));
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /** A certificate as text on one line. */
  public static String text(X509Certificate certificate) throws CertificateException {
    return Base64.getEncoder().encodeToString(certificate.getEncoded());
  }

  /** Reads what {@link #text} wrote. */
  public static X509Certificate certificate(String text) throws MalformedException {
    try {
      var bytes = new ByteArrayInputStream(Strict.base64(text));
      var read = CertificateFactory.getInstance("X.509").generateCertificate(bytes);
      if (bytes.available() == 0 && read instanceof X509Certificate certificate) return certificate;
    } catch (CertificateException e) {
      throw new MalformedException("not a certificate", e);
    }
    throw new MalformedException("not a certificate");
  }

  /** What the other members know this one by. */
  public X509Certificate certificate() {
    return keys.sigCert();
  }

  KeysAndCerts keys() {
    return keys;
  }
}
