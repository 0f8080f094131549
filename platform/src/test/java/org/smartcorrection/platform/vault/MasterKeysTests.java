package org.smartcorrection.platform.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTests {
  @TempDir Path keys;

  private static MasterKeys from(String given, String token) {
    return new MasterKeys(given, token, "1234");
  }

  @Test
  void a_file_is_made_once_and_its_key_goes_on_in_the_environment_without_it() throws IOException {
    byte[] made = from("", "").read(keys);
    assertArrayEquals(made, from("", "").read(keys));
    String text = Base64.getEncoder().encodeToString(made);
    Files.delete(keys.resolve("master.key"));
    assertArrayEquals(made, from(text, "").read(keys));
    assertFalse(
        Files.exists(keys.resolve("master.key")), "the environment leaves none on the disk");
    assertThrows(IllegalStateException.class, () -> from("", "").read(keys), "no second key");
  }

  @Test
  void another_key_or_none_that_is_whole_stops_the_start() throws IOException {
    var _ = from(Base64.getEncoder().encodeToString(new byte[32]), "").read(keys);
    byte[] other = new byte[32];
    other[0] = 1;
    for (String wrong :
        new String[] {
          Base64.getEncoder().encodeToString(other),
          Base64.getEncoder().encodeToString(new byte[16]),
          "%"
        }) {
      var refused =
          assertThrows(IllegalStateException.class, () -> from(wrong, "").read(keys), wrong);
      assertFalse(String.valueOf(refused.getMessage()).contains(wrong), "no key in a message");
    }
  }

  /** The configuration of a token with an AES key as the guide says, and 1234 as its PIN. */
  @Test
  @EnabledIfEnvironmentVariable(named = "SMARTCORRECTION_TEST_PKCS11", matches = ".+")
  void a_token_seals_the_key_of_an_installation_that_began_with_a_file() throws IOException {
    String token = System.getenv("SMARTCORRECTION_TEST_PKCS11");
    byte[] made = from("", "").read(keys);
    assertArrayEquals(made, from("", token).read(keys));
    Files.delete(keys.resolve("master.key"));
    assertArrayEquals(made, from("", token).read(keys));
    Path sealed = keys.resolve("master.sealed");
    byte[] changed = Files.readAllBytes(sealed);
    assertEquals(12 + 32 + 16, changed.length);
    changed[20] ^= 1;
    Files.write(sealed, changed);
    assertThrows(IllegalStateException.class, () -> from("", token).read(keys));
  }
}
