package org.smartcorrection.platform.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.smartcorrection.platform.kernel.PersonId;

/**
 * Seals data of one person for one purpose with AES-256-GCM. The keys live outside the database and
 * its backups; {@link #destroy} is how data are deleted for good, wherever copies of the sealed
 * bytes lie.
 */
public interface Vault {
  /**
   * Seals {@code plain} so that it opens only in the same place.
   *
   * @param place where the bytes will stand, for example {@code acts/<id>}: bytes moved elsewhere
   *     do not open
   */
  byte[] seal(PersonId person, Purpose purpose, String place, byte[] plain);

  /**
   * Opens sealed bytes; empty when the key was destroyed.
   *
   * @throws Tampered when the bytes were changed or stand in another place
   */
  Optional<byte[]> open(PersonId person, Purpose purpose, String place, byte[] sealed);

  /**
   * 32 bytes that only this person's key of this purpose yields for this label (HKDF-SHA-256);
   * empty when the key was destroyed.
   */
  Optional<byte[]> derive(PersonId person, Purpose purpose, String label);

  /**
   * Makes the keys of these people for these purposes, all of them durable when this returns: a
   * disk writes many at once much faster than each by itself. It changes nothing else: without it a
   * key is made when it is first used.
   */
  void prepare(Collection<PersonId> people, Set<Purpose> purposes);

  /** Destroys the key: everything it sealed is gone. Doing it twice is no error. */
  default void destroy(PersonId person, Purpose purpose) {
    var _ = destroy(person, Set.of(purpose));
  }

  /**
   * Destroys keys together; a list outside of the database says so before it is done, so that a
   * backup that is put back brings none of them back to life.
   */
  Shred destroy(PersonId person, Set<Purpose> purposes);

  /** All keys that were ever destroyed here, the oldest first. */
  List<Shred> shreds();

  /** What had to be destroyed again when the vault was opened. */
  Replayed replayed();

  /** Seals something that belongs to the installation and to no person under correction. */
  byte[] sealForInstallation(String place, byte[] plain);

  /**
   * Opens what {@link #sealForInstallation} sealed.
   *
   * @throws Tampered when the bytes were changed or stand in another place
   */
  byte[] openForInstallation(String place, byte[] sealed);

  /** Makes a secret file that only its owner reads, durably; an existing one is left as it is. */
  void sealedFile(Path file, byte[] sealed) throws IOException;

  /** 32 bytes derived from the installation's master key, for blind indexes and pseudonyms. */
  byte[] deriveForInstallation(String label);

  /** Sealed bytes that are not what was sealed here. The message never shows content. */
  final class Tampered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Tampered(String place) {
      super("sealed bytes were changed: " + place);
    }
  }
}
