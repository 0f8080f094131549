package org.smartcorrection.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartAndStopIT {
  private static final int ENDED_BY_SIGTERM = 143;

  @TempDir private Path folder;

  @Test
  void it_says_where_it_is_and_ends_when_asked_with_its_database() {
    Path data = folder.resolve("data");
    try (var platform = RunningPlatform.demo(data)) {
      assertTrue(Files.exists(postmaster(data)), "the embedded database runs");

      assertEquals(ENDED_BY_SIGTERM, platform.stop());

      assertEquals(1, platform.text().lines().filter(line -> line.startsWith("Ready: ")).count());
      assertFalse(platform.text().contains("\tat "), platform.text());
      assertFalse(Files.exists(postmaster(data)), "the embedded database ended, too");
    }
  }

  @Test
  void a_second_start_keeps_the_database() throws IOException {
    Path data = folder.resolve("data");
    RunningPlatform.demo(data).close();
    byte[] first = identity(data);

    RunningPlatform.demo(data).close();

    assertArrayEquals(first, identity(data));
  }

  @Test
  void after_a_kill_the_next_start_takes_the_database_over() throws IOException {
    Path data = folder.resolve("data");
    RunningPlatform.demo(data).kill();
    assertTrue(Files.exists(postmaster(data)), "the database outlived the platform");
    byte[] first = identity(data);

    try (var platform = RunningPlatform.demo(data)) {
      assertArrayEquals(first, identity(data));
      assertEquals(ENDED_BY_SIGTERM, platform.stop());
    }
    assertFalse(Files.exists(postmaster(data)));
  }

  @Test
  void fresh_begins_a_demo_anew() throws IOException {
    Path data = folder.resolve("data");
    RunningPlatform.demo(data).close();
    byte[] first = identity(data);

    try (var platform = RunningPlatform.demo(data, "--fresh")) {
      assertFalse(Arrays.equals(first, identity(data)), "another database");
      assertTrue(platform.text().contains(data.toString()), "says what was removed");
    }
  }

  private static Path postmaster(Path data) {
    return data.resolve("database/cluster/postmaster.pid");
  }

  /** The number that PostgreSQL gives a cluster when it is made. */
  private static byte[] identity(Path data) throws IOException {
    byte[] control = Files.readAllBytes(data.resolve("database/cluster/global/pg_control"));
    return Arrays.copyOf(control, Long.BYTES);
  }
}
