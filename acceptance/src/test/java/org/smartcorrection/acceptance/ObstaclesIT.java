package org.smartcorrection.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person reads when the platform cannot start: a paragraph, never a stack trace. Where an
 * installation is needed that is there already, it is the same for all of them.
 */
class ObstaclesIT {
  @TempDir private static Path installed;
  @TempDir private Path folder;

  @Test
  void a_second_instance_is_told_where_the_first_one_is() throws Exception {
    Path data = installed.resolve("data");
    try (var first = RunningPlatform.demo(data)) {
      Attempt second = Attempt.of("demo", "--port", "0", "--data", data.toString());

      assertRefused(3, second, first.address().toString());
      assertTrue(second.text().contains(String.valueOf(first.pid())), second.text());
    }
  }

  @Test
  void a_taken_port_is_named_with_the_option_that_helps() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(other.getLocalPort());
      Path data = folder.resolve("data");

      Attempt attempt = Attempt.of("demo", "--port", port, "--data", data.toString());

      assertRefused(4, attempt, port);
      assertTrue(attempt.text().contains("--port"), attempt.text());
    }
  }

  @Test
  void a_first_start_that_was_interrupted_is_set_aside_and_kept() throws IOException {
    Path data = folder.resolve("data");
    Path half = data.resolve("database/cluster");
    Files.createDirectories(half);
    Files.writeString(data.resolve("smart-correction.folder"), "DEMO\n");
    Files.writeString(half.resolve("PG_VERSION"), "18\n");

    try (var platform = RunningPlatform.demo(data)) {
      Path aside = onlyOtherFolder(data);
      assertTrue(platform.text().contains(aside.toString()), platform.text());
      assertEquals("18\n", Files.readString(aside.resolve("database/cluster/PG_VERSION")));
    }
  }

  @Test
  void a_folder_of_somebody_else_is_left_alone() throws Exception {
    Files.writeString(folder.resolve("accounts.txt"), "not ours");

    Attempt attempt = Attempt.of("demo", "--port", "0", "--data", folder.toString());

    assertRefused(6, attempt, folder.toString());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("accounts.txt")), files.toList());
    }
  }

  @Test
  void a_database_that_does_not_start_is_not_touched() throws Exception {
    Path data = installed.resolve("data");
    RunningPlatform.demo(data).close();
    Path control = data.resolve("database/cluster/global/pg_control");
    byte[] kept = Files.readAllBytes(control);
    Files.write(control, new byte[kept.length]);

    Attempt attempt = Attempt.of("demo", "--port", "0", "--data", data.toString());

    assertRefused(7, attempt, data.resolve("database/cluster").toString());
    Files.write(control, kept);
    RunningPlatform.demo(data).close();
  }

  @Test
  void the_demo_never_writes_to_a_database_that_somebody_named() throws Exception {
    var environment = Map.of("SMARTCORRECTION_DATABASE_URL", "jdbc:postgresql://localhost:1/own");

    Attempt attempt =
        Attempt.with(environment, "demo", "--data", folder.resolve("data").toString());

    assertRefused(2, attempt, "SMARTCORRECTION_DATABASE_URL");
  }

  @Test
  void invented_people_and_real_ones_never_share_a_folder() throws Exception {
    Path data = installed.resolve("data");
    RunningPlatform.demo(data).close();

    Attempt attempt = Attempt.of("platform", "--port", "0", "--data", data.toString());

    assertRefused(6, attempt, data.toString());
  }

  @Test
  void wrong_usage_ends_with_two() throws Exception {
    assertRefused(2, Attempt.of("surveillance"), "surveillance");
    assertRefused(2, Attempt.of("demo", "--port", "80800"), "80800");
    assertRefused(2, Attempt.of("demo", "--frehs"), "--frehs");
  }

  private static void assertRefused(int exit, Attempt attempt, String named) {
    assertEquals(exit, attempt.exit(), attempt.text());
    assertTrue(attempt.text().contains(named), attempt.text());
    assertFalse(attempt.text().contains("\tat "), attempt.text());
    assertFalse(attempt.text().contains("Exception encountered"), attempt.text());
  }

  private static Path onlyOtherFolder(Path data) throws IOException {
    try (Stream<Path> siblings = Files.list(data.getParent())) {
      List<Path> others = siblings.filter(path -> !path.equals(data)).toList();
      assertEquals(1, others.size(), others.toString());
      return others.getFirst();
    }
  }
}
