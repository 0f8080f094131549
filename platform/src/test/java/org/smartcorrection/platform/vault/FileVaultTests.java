package org.smartcorrection.platform.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.platform.kernel.PersonId;

class FileVaultTests {
  private static final PersonId ZHOU = new PersonId(new UUID(7, 1));
  private static final PersonId CHEN = new PersonId(new UUID(7, 2));
  private static final byte[] MASTER = new byte[32];
  private static final byte[] PLAIN = "周虚构".getBytes(UTF_8);

  @TempDir Path folder;
  @TempDir Path list;

  private FileVault vault() {
    try {
      ShredList shreds = ShredList.open(list.resolve("shreds"));
      return new FileVault(MASTER, new KeyFiles(folder), shreds, Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void what_was_sealed_opens_again_even_after_a_restart() {
    byte[] sealed = vault().seal(ZHOU, Purpose.IDENTITY, "people/1", PLAIN);
    assertArrayEquals(
        PLAIN, vault().open(ZHOU, Purpose.IDENTITY, "people/1", sealed).orElseThrow());
  }

  @Test
  void bytes_moved_to_another_row_person_or_purpose_do_not_open() {
    FileVault vault = vault();
    byte[] sealed = vault.seal(ZHOU, Purpose.IDENTITY, "people/1", PLAIN);
    assertThrows(
        Vault.Tampered.class, () -> vault.open(ZHOU, Purpose.IDENTITY, "people/2", sealed));
    assertThrows(
        Vault.Tampered.class, () -> vault.open(CHEN, Purpose.IDENTITY, "people/1", sealed));
    assertThrows(
        Vault.Tampered.class, () -> vault.open(ZHOU, Purpose.CASEWORK, "people/1", sealed));
  }

  @Test
  void every_changed_bit_is_noticed() {
    FileVault vault = vault();
    byte[] sealed = vault.seal(ZHOU, Purpose.CASEWORK, "acts/1", PLAIN);
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThrows(
          Vault.Tampered.class, () -> vault.open(ZHOU, Purpose.CASEWORK, "acts/1", changed));
    }
  }

  @Test
  void a_destroyed_key_opens_nothing_and_is_never_made_again() {
    FileVault vault = vault();
    byte[] sealed = vault.seal(ZHOU, Purpose.CASEWORK, "acts/1", PLAIN);
    byte[] kept = vault.seal(ZHOU, Purpose.IDENTITY, "people/1", PLAIN);
    vault.destroy(ZHOU, Purpose.CASEWORK);
    vault.destroy(ZHOU, Purpose.CASEWORK);
    for (FileVault any : new FileVault[] {vault, vault()}) {
      assertEquals(Optional.empty(), any.open(ZHOU, Purpose.CASEWORK, "acts/1", sealed));
      assertThrows(
          IllegalStateException.class, () -> any.seal(ZHOU, Purpose.CASEWORK, "acts/2", PLAIN));
      assertFalse(any.open(ZHOU, Purpose.IDENTITY, "people/1", kept).isEmpty());
    }
  }

  @Test
  void keys_of_a_backup_that_is_put_back_are_destroyed_again_before_anything_opens()
      throws IOException {
    byte[] sealed = vault().seal(ZHOU, Purpose.CASEWORK, "acts/1", PLAIN);
    byte[] kept = vault().seal(CHEN, Purpose.CASEWORK, "acts/2", PLAIN);
    Map<Path, byte[]> backup = files();
    Shred shred = vault().destroy(ZHOU, EnumSet.allOf(Purpose.class));
    for (Path file : files().keySet()) Files.delete(file);
    for (var file : backup.entrySet()) Files.write(file.getKey(), file.getValue());

    FileVault restored = vault();
    assertEquals(new Replayed(1, 1, 0), restored.replayed());
    assertEquals(Optional.empty(), restored.open(ZHOU, Purpose.CASEWORK, "acts/1", sealed));
    assertThrows(
        IllegalStateException.class, () -> restored.seal(ZHOU, Purpose.IDENTITY, "new", PLAIN));
    assertTrue(restored.open(CHEN, Purpose.CASEWORK, "acts/2", kept).isPresent());
    assertEquals(List.of(shred), restored.shreds());
    assertEquals(shred, restored.destroy(ZHOU, EnumSet.allOf(Purpose.class)), "noted once");
    assertEquals(new Replayed(0, 0, 0), vault().replayed());
  }

  @Test
  void a_line_that_was_changed_or_left_out_is_noticed_and_one_cut_short_was_never_done()
      throws IOException {
    for (PersonId person : List.of(ZHOU, CHEN)) vault().destroy(person, Purpose.IDENTITY);
    vault().destroy(ZHOU, Purpose.CASEWORK);
    Path file = list.resolve("shreds");
    List<String> lines = Files.readAllLines(file);
    Files.write(file, List.of(lines.get(0), lines.get(2)));
    assertEquals(1, vault().replayed().damaged());
    Files.writeString(file, lines.get(0) + "\n" + lines.get(1) + "\n3 2026-01-01T0");
    assertEquals(0, vault().replayed().damaged());
    assertEquals(2, vault().shreds().size());
    Files.writeString(file, lines.get(0).replace("IDENTITY", "CASEWORK") + "\nnonsense\n");
    assertEquals(2, vault().replayed().damaged());
    assertEquals(Set.of(Purpose.CASEWORK), vault().shreds().getFirst().purposes());
  }

  private Map<Path, byte[]> files() throws IOException {
    var found = new HashMap<Path, byte[]>();
    try (var all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList())
        found.put(file, Files.readAllBytes(file));
    }
    return found;
  }

  @Test
  void derived_bytes_are_stable_and_differ_by_label_and_person() {
    FileVault vault = vault();
    String salt = derived(vault, ZHOU, "salt/1");
    assertEquals(salt, derived(vault(), ZHOU, "salt/1"));
    assertNotEquals(salt, derived(vault, ZHOU, "salt/2"));
    assertNotEquals(salt, derived(vault, CHEN, "salt/1"));
  }

  @Test
  void no_key_stands_on_the_disk_in_the_clear() throws IOException {
    FileVault vault = vault();
    vault.seal(ZHOU, Purpose.CASEWORK, "acts/1", PLAIN);
    try (var files = Files.walk(folder)) {
      Path key = files.filter(Files::isRegularFile).findFirst().orElseThrow();
      assertEquals(1 + 12 + 32 + 16, Files.size(key), "a key wrapped with AES-GCM");
    }
  }

  private static String derived(FileVault vault, PersonId person, String label) {
    return HexFormat.of().formatHex(vault.derive(person, Purpose.EVIDENCE, label).orElseThrow());
  }
}
