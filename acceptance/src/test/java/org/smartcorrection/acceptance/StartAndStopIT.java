package org.smartcorrection.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts and ends of one installation, in any order. */
class StartAndStopIT {
  private static final int ENDED_BY_SIGTERM = 143;

  @TempDir private static Path folder;

  @Test
  void it_says_where_it_is_and_ends_when_asked_with_its_database() {
    try (var platform = RunningPlatform.demo(data())) {
      assertTrue(Files.exists(postmaster()), "the embedded database runs");

      assertEquals(ENDED_BY_SIGTERM, platform.stop());

      assertEquals(1, platform.text().lines().filter(line -> line.startsWith("Ready: ")).count());
      assertFalse(platform.text().contains("\tat "), platform.text());
      assertFalse(Files.exists(postmaster()), "the embedded database ended, too");
    }
  }

  @Test
  void a_second_start_keeps_the_database() throws IOException {
    byte[] first = left();

    RunningPlatform.demo(data()).close();

    assertArrayEquals(first, identity());
  }

  @Test
  void after_a_kill_the_next_start_takes_the_database_over() throws IOException, SQLException {
    RunningPlatform.demo(data()).kill();
    assertTrue(Files.exists(postmaster()), "the database outlived the platform");
    byte[] first = identity();

    try (var platform = RunningPlatform.demo(data())) {
      assertArrayEquals(first, identity());
      try (var database = new InsideDatabase(data())) {
        assertEquals("on", database.text("show fsync"), "it answers after it has written");
        assertEquals("on", database.text("show synchronous_commit"));
      }
      assertEquals(ENDED_BY_SIGTERM, platform.stop());
    }
    assertFalse(Files.exists(postmaster()));
  }

  @Test
  void fresh_begins_a_demo_anew() throws IOException {
    byte[] first = left();

    try (var platform = RunningPlatform.demo(data(), "--fresh")) {
      assertFalse(Arrays.equals(first, identity()), "another database");
      assertTrue(platform.text().contains(data().toString()), "says what was removed");
    }
  }

  private static Path data() {
    return folder.resolve("data");
  }

  /**
   * The number of the database that an earlier start left here; where there was none, it starts.
   */
  private static byte[] left() throws IOException {
    if (!Files.exists(control())) RunningPlatform.demo(data()).close();
    return identity();
  }

  private static Path postmaster() {
    return data().resolve("database/cluster/postmaster.pid");
  }

  /** The number that PostgreSQL gives a cluster when it is made. */
  private static byte[] identity() throws IOException {
    return Arrays.copyOf(Files.readAllBytes(control()), Long.BYTES);
  }

  private static Path control() {
    return data().resolve("database/cluster/global/pg_control");
  }
}
