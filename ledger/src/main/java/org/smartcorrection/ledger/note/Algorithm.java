package org.smartcorrection.ledger.note;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.BigIntegers;
import org.smartcorrection.ledger.tree.Hash;

/** How a key signs. Every private key is made from, and kept as, a secret of 32 bytes. */
enum Algorithm {
  /** Ed25519 of RFC 8032. */
  ED25519(Ed25519.KEY_LENGTH, Ed25519.SIGNATURE_LENGTH) {
    @Override
    byte[] publicKey(byte[] secret) {
      return Ed25519.publicKey(secret);
    }

    @Override
    boolean isPoint(byte[] key) {
      return Ed25519.isPublicKey(key);
    }

    @Override
    byte[] sign(byte[] secret, byte[] message) {
      return Ed25519.sign(secret, message);
    }

    @Override
    boolean verify(byte[] key, byte[] message, byte[] signature) {
      return Ed25519.verify(key, message, signature);
    }
  },

  /** ML-DSA-44 of FIPS 204, with an empty context: holds against quantum computers, too. */
  ML_DSA_44(1312, 2420) {
    @Override
    byte[] publicKey(byte[] secret) {
      return new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, secret).getPublicKey();
    }

    @Override
    boolean isPoint(byte[] key) {
      return true; // every string of this length is a key
    }

    @Override
    byte[] sign(byte[] secret, byte[] message) {
      var key = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, secret);
      return signature(new MLDSASigner(), key, message);
    }

    @Override
    boolean verify(byte[] key, byte[] message, byte[] signature) {
      var known = new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, key);
      return isBy(new MLDSASigner(), known, message, signature);
    }
  },

  /**
   * SM2 with SM3 of GB/T 32918, under the user identity that the standard names as the usual one.
   * Keys are uncompressed points; a signature is r and s of 32 bytes each.
   */
  SM2(65, 64) {
    @Override
    byte[] publicKey(byte[] secret) {
      return Curve.DOMAIN.getG().multiply(Curve.scalar(secret)).normalize().getEncoded(false);
    }

    @Override
    boolean isPoint(byte[] key) {
      if (key[0] != 4) return false; // the one spelling of a point that is taken
      try {
        Curve.DOMAIN.validatePublicPoint(Curve.DOMAIN.getCurve().decodePoint(key));
        return true;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    @Override
    byte[] sign(byte[] secret, byte[] message) {
      var key = new ECPrivateKeyParameters(Curve.scalar(secret), Curve.DOMAIN);
      var nonces = new NoncesOf(key.getD(), message);
      return signature(signer(), new ParametersWithRandom(key, nonces), message);
    }

    @Override
    boolean verify(byte[] key, byte[] message, byte[] signature) {
      var point = Curve.DOMAIN.getCurve().decodePoint(key);
      var known = new ECPublicKeyParameters(point, Curve.DOMAIN);
      return isBy(signer(), known, message, signature);
    }

    private SM2Signer signer() {
      return new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
    }
  };

  /** Bytes of the secret that a private key is made from. */
  static final int SECRET_LENGTH = 32;

  private final int keyLength;
  private final int signatureLength;

  Algorithm(int keyLength, int signatureLength) {
    this.keyLength = keyLength;
    this.signatureLength = signatureLength;
  }

  private static final class Curve {
    private static final X9ECParameters PARAMETERS = GMNamedCurves.getByName("sm2p256v1");
    static final ECDomainParameters DOMAIN = new ECDomainParameters(PARAMETERS);

    private Curve() {}

    /** From 1 to n - 2, as the standard wants; the same for the same secret. */
    static BigInteger scalar(byte[] secret) {
      BigInteger most = DOMAIN.getN().subtract(BigInteger.TWO);
      return new BigInteger(1, secret).mod(most).add(BigInteger.ONE);
    }
  }

  /**
   * The nonces of RFC 6979: the same for the same key and message, so that a signature needs no
   * source of chance, whose failure would give the key away.
   */
  private static final class NoncesOf extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final transient HMacDSAKCalculator nonces = new HMacDSAKCalculator(new SHA256Digest());

    NoncesOf(BigInteger key, byte[] message) {
      nonces.init(Curve.DOMAIN.getN(), key, Hash.sha256(message).bytes());
    }

    @Override
    public void nextBytes(byte[] bytes) {
      byte[] nonce = BigIntegers.asUnsignedByteArray(bytes.length, nonces.nextK());
      System.arraycopy(nonce, 0, bytes, 0, bytes.length);
    }
  }

  private static byte[] signature(Signer signer, CipherParameters key, byte[] message) {
    signer.init(true, key);
    signer.update(message, 0, message.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("a key of ours does not sign", e);
    }
  }

  private static boolean isBy(
      Signer signer, CipherParameters key, byte[] message, byte[] signature) {
    signer.init(false, key);
    signer.update(message, 0, message.length);
    return signer.verifySignature(signature);
  }

  int keyLength() {
    return keyLength;
  }

  int signatureLength() {
    return signatureLength;
  }

  /** Whether an honest key can have these bytes. */
  boolean isPublicKey(byte[] key) {
    return key.length == keyLength && isPoint(key);
  }

  /** Whether the holder of this key made this signature over exactly this message. */
  boolean isSignature(byte[] key, byte[] message, byte[] signature) {
    return signature.length == signatureLength && verify(key, message, signature);
  }

  abstract byte[] publicKey(byte[] secret);

  /** Asked for bytes of the right length alone. */
  abstract boolean isPoint(byte[] key);

  abstract byte[] sign(byte[] secret, byte[] message);

  /** Asked for a key and a signature of the right lengths alone. */
  abstract boolean verify(byte[] key, byte[] message, byte[] signature);
}
