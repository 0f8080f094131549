package org.smartcorrection.platform.hosting;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes the certificates of {@link LocalAuthority} and {@link ServerCertificate} (RFC 5280). */
final class Certificates {
  private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);

  /** Phones refuse server certificates of more than 825 days. */
  static final Duration SERVER_LIFE = Duration.ofDays(397);

  // a phone's clock may be behind
  private static final Duration BACKDATED = Duration.ofDays(1);
  private static final int SERIAL_BITS = 120;
  private static final X500Name AUTHORITY = new X500Name("CN=Smart Correction local authority");

  private Certificates() {}

  static KeyPair keyPair() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  static X509Certificate authority(KeyPair pair, Clock clock)
      throws GeneralSecurityException, IOException {
    var builder = builder(AUTHORITY, AUTHORITY, pair.getPublic(), AUTHORITY_LIFE, clock.instant());
    var extensions = new JcaX509ExtensionUtils();
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        extensions.createSubjectKeyIdentifier(pair.getPublic()));
    builder.addExtension(Extension.nameConstraints, true, privateNamesOnly());
    return sign(builder, pair.getPrivate());
  }

  static X509Certificate server(
      PublicKey key, Set<String> names, LocalAuthority authority, Clock clock)
      throws GeneralSecurityException, IOException {
    var subject = new X500Name("CN=Smart Correction");
    var builder = builder(AUTHORITY, subject, key, SERVER_LIFE, clock.instant());
    var extensions = new JcaX509ExtensionUtils();
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        extensions.createAuthorityKeyIdentifier(authority.certificate()));
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(names.stream().map(Certificates::name).toArray(GeneralName[]::new)));
    return sign(builder, authority.key());
  }

  private static NameConstraints privateNamesOnly() {
    Stream<GeneralName> addresses =
        Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "fc00::/7")
            .map(range -> new GeneralName(GeneralName.iPAddress, range));
    Stream<GeneralName> hosts =
        Stream.of("localhost", "local").map(host -> new GeneralName(GeneralName.dNSName, host));
    return new NameConstraints(
        Stream.concat(addresses, hosts).map(GeneralSubtree::new).toArray(GeneralSubtree[]::new),
        null);
  }

  private static GeneralName name(String host) {
    boolean address = host.contains(":") || Character.isDigit(host.charAt(0));
    return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, PublicKey key, Duration life, Instant now) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(SERIAL_BITS, new SecureRandom()),
        Date.from(now.minus(BACKDATED)),
        Date.from(now.minus(BACKDATED).plus(life)),
        subject,
        key);
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    try {
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
