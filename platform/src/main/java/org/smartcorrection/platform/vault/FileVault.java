package org.smartcorrection.platform.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.PersonId;

/** The vault of one installation: wrapped keys in files, the most used ones in memory. */
final class FileVault implements Vault {
  private static final int KEPT = 20_000;

  /** A disk takes so many writes into one turn. */
  private static final int AT_ONCE = 32;

  private record KeyName(UUID owner, Purpose purpose) {}

  private final byte[] master;
  private final KeyFiles files;
  private final ShredList shreds;
  private final Clock clock;
  private final Replayed replayed;
  private final Map<KeyName, byte[]> recent =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<KeyName, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  FileVault(byte[] master, KeyFiles files, ShredList shreds, Clock clock) {
    this.master = master.clone();
    this.files = files;
    this.shreds = shreds;
    this.clock = clock;
    this.replayed = replay();
  }

  @Override
  public byte[] seal(PersonId person, Purpose purpose, String place, byte[] plain) {
    byte[] key = key(person, purpose).orElseThrow(() -> new IllegalStateException("shredded"));
    return Cipher.seal(key, place, plain);
  }

  @Override
  public Optional<byte[]> open(PersonId person, Purpose purpose, String place, byte[] sealed) {
    return key(person, purpose).map(key -> Cipher.open(key, place, sealed));
  }

  @Override
  public Optional<byte[]> derive(PersonId person, Purpose purpose, String label) {
    return key(person, purpose).map(key -> Cipher.derive(key, label));
  }

  @Override
  public void prepare(Collection<PersonId> people, Set<Purpose> purposes) {
    try (var together = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> made = new ArrayList<>();
      for (PersonId person : people)
        for (Purpose purpose : purposes)
          made.add(
              together.submit(
                  () -> files.readOrCreate(person.value(), purpose, () -> fresh(person, purpose))));
      for (Future<?> one : made) one.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("keys cannot be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("keys were not made in time", e);
    }
  }

  private byte[] fresh(PersonId person, Purpose purpose) {
    return Cipher.seal(master, place(person, purpose), Cipher.newKey());
  }

  private static String place(PersonId person, Purpose purpose) {
    return "key/" + person + "/" + purpose.code();
  }

  @Override
  public Shred destroy(PersonId person, Set<Purpose> purposes) {
    synchronized (recent) {
      Shred shred = shreds.add(person.value(), purposes, clock.instant());
      for (Purpose purpose : purposes) {
        files.destroy(person.value(), purpose);
        byte[] known = recent.remove(new KeyName(person.value(), purpose));
        if (known != null) Cipher.forget(known);
      }
      return shred;
    }
  }

  /** Destroys again what a backup brought back; before anything is opened. */
  private Replayed replay() {
    int keys = 0;
    var owners = new HashSet<UUID>();
    for (Shred shred : shreds.all())
      for (Purpose purpose : shred.purposes())
        if (files.destroyAgain(shred.owner(), purpose)) {
          keys++;
          owners.add(shred.owner());
        }
    return new Replayed(keys, owners.size(), shreds.damaged());
  }

  @Override
  public List<Shred> shreds() {
    return shreds.all();
  }

  @Override
  public Replayed replayed() {
    return replayed;
  }

  @Override
  public byte[] sealForInstallation(String place, byte[] plain) {
    return Cipher.seal(master, "installation/" + place, plain);
  }

  @Override
  public byte[] openForInstallation(String place, byte[] sealed) {
    return Cipher.open(master, "installation/" + place, sealed);
  }

  @Override
  public void sealedFile(Path file, byte[] sealed) throws IOException {
    KeyFiles.create(file, sealed);
  }

  @Override
  public byte[] deriveForInstallation(String label) {
    return Cipher.derive(master, label);
  }

  private Optional<byte[]> key(PersonId person, Purpose purpose) {
    var name = new KeyName(person.value(), purpose);
    synchronized (recent) {
      byte @Nullable [] known = recent.get(name);
      if (known != null) return Optional.of(known.clone());
      Optional<byte[]> wrapped =
          files.readOrCreate(person.value(), purpose, () -> fresh(person, purpose));
      if (wrapped.isEmpty()) return Optional.empty();
      byte[] key = Cipher.open(master, place(person, purpose), wrapped.get());
      recent.put(name, key);
      return Optional.of(key.clone());
    }
  }
}
