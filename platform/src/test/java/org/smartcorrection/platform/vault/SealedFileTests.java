package org.smartcorrection.platform.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedFileTests {
  private static final long SEED = 20_261_125;
  private static final int SEALED = SealedFile.CHUNK + 16;

  @TempDir Path folder;
  private final byte[] key = new byte[32];

  private Path file() {
    return folder.resolve("file");
  }

  private SealedFile sealed(String place) {
    return new SealedFile(file(), key, place);
  }

  private byte[] written(int size) throws IOException {
    byte[] plain = new byte[size];
    new Random(SEED).nextBytes(plain);
    Files.deleteIfExists(file());
    try (SealedFile.Writer out = sealed("here").create()) {
      out.write(plain);
      out.finish();
    }
    return plain;
  }

  private byte[] all(String place) throws IOException {
    var out = new ByteArrayOutputStream();
    try (SealedFile.Reader reader = sealed(place).open()) {
      reader.copy(0, reader.size(), out);
    }
    return out.toByteArray();
  }

  @Test
  void what_was_written_comes_back_at_every_size_around_a_chunk() throws Exception {
    int chunk = SealedFile.CHUNK;
    for (int size : new int[] {0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 7})
      assertArrayEquals(written(size), all("here"), "size " + size);
  }

  @Test
  void any_part_opens_alone_with_no_more_chunks_than_it_touches() throws Exception {
    byte[] plain = written(5 * SealedFile.CHUNK + 99);
    var random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      int from = random.nextInt(plain.length);
      int count = 1 + random.nextInt(SealedFile.CHUNK);
      var out = new ByteArrayOutputStream();
      try (SealedFile.Reader reader = sealed("here").open()) {
        reader.copy(from, count, out);
        assertTrue(reader.opened() <= 2, "opened " + reader.opened());
      }
      byte[] expected = Arrays.copyOfRange(plain, from, Math.min(plain.length, from + count));
      assertArrayEquals(expected, out.toByteArray(), "seed " + SEED + " at " + i);
    }
  }

  @Test
  void a_file_that_was_cut_swapped_or_changed_does_not_open() throws Exception {
    written(3 * SealedFile.CHUNK + 5);
    byte[] whole = Files.readAllBytes(file());
    byte[] cut = Arrays.copyOf(whole, 8 + 2 * SEALED);
    byte[] swapped = whole.clone();
    System.arraycopy(whole, 8, swapped, 8 + SEALED, SEALED);
    System.arraycopy(whole, 8 + SEALED, swapped, 8, SEALED);
    byte[] without = new byte[whole.length - SEALED];
    System.arraycopy(whole, 0, without, 0, 8 + SEALED);
    System.arraycopy(whole, 8 + 2 * SEALED, without, 8 + SEALED, whole.length - 8 - 2 * SEALED);
    byte[] changed = whole.clone();
    changed[changed.length / 2] ^= 1;
    byte[] nonce = whole.clone();
    nonce[3] ^= 1;
    for (byte[] wrong :
        new byte[][] {cut, swapped, without, changed, nonce, Arrays.copyOf(whole, 9), {}}) {
      Files.write(file(), wrong);
      assertThrows(Vault.Tampered.class, () -> all("here"));
    }
    Files.write(file(), whole);
    assertThrows(Vault.Tampered.class, () -> all("elsewhere"));
    key[0] ^= 1;
    assertThrows(Vault.Tampered.class, () -> all("here"));
  }

  @Test
  void a_file_that_was_never_finished_is_no_file() throws Exception {
    try (SealedFile.Writer out = sealed("here").create()) {
      out.write(new byte[2 * SealedFile.CHUNK + 1]);
    }
    assertThrows(Vault.Tampered.class, () -> all("here"));
    assertThrows(IOException.class, () -> sealed("here").create());
  }

  @Test
  void two_files_with_the_same_words_have_no_bytes_in_common() throws Exception {
    written(100);
    byte[] first = Files.readAllBytes(file());
    written(100);
    byte[] second = Files.readAllBytes(file());
    assertEquals(first.length, second.length);
    int same = 0;
    for (int i = 8; i < first.length; i++) if (first[i] == second[i]) same++;
    assertTrue(same < 20, "same bytes: " + same);
  }
}
