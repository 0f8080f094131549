package org.smartcorrection.platform.hosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.platform.hosting.FolderState.Use;

class PremisesTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
  @TempDir private Path temporary;

  @Test
  void a_new_folder_is_made_for_its_owner_alone_and_marked() throws IOException {
    Path folder = temporary.resolve("data");

    try (var lock = take(demo(folder)).lock()) {
      assertEquals(FolderState.UNFINISHED, FolderState.of(folder));
      assertEquals(Use.DEMO, FolderState.use(folder));
      assertEquals("rwx------", permissions(folder));
      assertEquals("rwx------", permissions(folder.resolve("keys")));
      lock.note("http://localhost:1");
    }
  }

  @Test
  void a_second_instance_learns_the_address_of_the_first() throws IOException {
    Path folder = temporary.resolve("data");
    try (var lock = take(demo(folder)).lock()) {
      lock.note("http://localhost:4711");

      var refused = assertThrows(CannotStart.class, () -> take(demo(folder)));

      assertEquals(Obstacle.ALREADY_RUNNING, refused.obstacle());
      assertTrue(refused.paragraph().contains("http://localhost:4711"), refused.paragraph());
    }
  }

  @Test
  void a_folder_that_is_given_back_can_be_taken_again() throws IOException {
    Path folder = temporary.resolve("data");
    try (var lock = take(demo(folder)).lock()) {
      FolderState.markComplete(folder);
      lock.note("");
    }

    try (var _ = take(demo(folder)).lock()) {
      assertEquals(FolderState.COMPLETE, FolderState.of(folder));
    }
  }

  @Test
  void an_unfinished_folder_is_set_aside_with_all_it_holds() throws IOException {
    Path folder = unfinished("half");

    try (var _ = take(demo(folder)).lock()) {
      Path aside = temporary.resolve("data-incomplete-20260302-120000");
      assertEquals("half", Files.readString(aside.resolve("keys/some.key")));
      assertFalse(Files.exists(folder.resolve("keys/some.key")));
      assertTrue(said.toString(StandardCharsets.UTF_8).contains(aside.toString()));
    }
  }

  @Test
  void an_unfinished_folder_stays_where_the_database_is_elsewhere() throws IOException {
    Path folder = unfinished("a key that opens the other database");
    var claim = new Premises.Claim(folder, "", Use.DEMO, false, true);

    try (var _ = take(claim).lock()) {
      assertTrue(Files.exists(folder.resolve("keys/some.key")));
    }
  }

  @Test
  void a_folder_of_somebody_else_is_refused_and_left_alone() throws IOException {
    Files.writeString(temporary.resolve("letter.txt"), "private");

    assertRefused(Obstacle.FOREIGN_FOLDER, demo(temporary));

    assertEquals(1, FolderState.children(temporary).size());
  }

  @Test
  void a_folder_of_the_demo_is_refused_for_real_work_and_the_other_way_round() throws IOException {
    Path invented = temporary.resolve("invented");
    take(demo(invented)).lock().close();
    Path real = temporary.resolve("real");
    var work = new Premises.Claim(real, "", Use.REAL, false, false);
    take(work).lock().close();

    assertRefused(Obstacle.OTHER_USE, new Premises.Claim(invented, "", Use.REAL, false, false));
    assertRefused(Obstacle.OTHER_USE, demo(real));
  }

  @Test
  void fresh_removes_what_a_demo_kept() throws IOException {
    Path folder = unfinished("old");
    FolderState.markComplete(folder);

    try (var _ = take(new Premises.Claim(folder, "", Use.DEMO, true, false)).lock()) {
      assertFalse(Files.exists(folder.resolve("keys/some.key")));
      assertEquals(FolderState.UNFINISHED, FolderState.of(folder));
    }
  }

  @Test
  void fresh_never_removes_real_work() throws IOException {
    Path folder = temporary.resolve("data");
    take(new Premises.Claim(folder, "", Use.REAL, false, false)).lock().close();

    assertRefused(
        Obstacle.FRESH_IS_FOR_DEMOS, new Premises.Claim(folder, "", Use.REAL, true, false));
    assertRefused(Obstacle.OTHER_USE, new Premises.Claim(folder, "", Use.DEMO, true, false));
    assertEquals(Use.REAL, FolderState.use(folder));
  }

  @Test
  void a_disk_with_room_is_fine_and_a_full_one_is_refused() {
    Premises.refuseFullDisk(temporary, Premises.NEEDED_MEGABYTES);

    var refused = assertThrows(CannotStart.class, () -> Premises.refuseFullDisk(temporary, 499));
    assertEquals(Obstacle.DISK_FULL, refused.obstacle());
    assertTrue(refused.paragraph().contains("499 MB"), refused.paragraph());
  }

  private Path unfinished(String key) throws IOException {
    Path folder = temporary.resolve("data");
    Files.createDirectories(folder.resolve("keys"));
    Files.writeString(folder.resolve("keys/some.key"), key);
    FolderState.markOwned(folder, Use.DEMO);
    return folder;
  }

  private static Premises.Claim demo(Path folder) {
    return new Premises.Claim(folder, "http://localhost:8080", Use.DEMO, false, false);
  }

  private Premises take(Premises.Claim claim) {
    return Premises.take(claim, NOON, out);
  }

  private void assertRefused(Obstacle obstacle, Premises.Claim claim) {
    var refused = assertThrows(CannotStart.class, () -> take(claim));
    assertEquals(obstacle, refused.obstacle());
  }

  private static String permissions(Path folder) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
  }
}
