package org.smartcorrection.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration with the ledger nodes of five agencies, each a process of its own. */
class ConsortiumIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  // asked without a pause, six processes would have one core less
  private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(200);
  private static final Pattern CASE = Pattern.compile("/oversight/cases/[0-9a-f-]{36}");

  @TempDir private static Path folder;

  @Test
  void five_agencies_sign_and_a_prosecutor_checks_a_case_at_the_own_node() throws Exception {
    Path data = folder.resolve("data");
    var platform = RunningPlatform.demo(data, "--consortium");
    try (var prosecutor = Session.as(platform.address(), "prosecutor")) {
      // pages are served while the members still find one another
      String first = prosecutor.read("/oversight/cases");
      Matcher found = CASE.matcher(first);
      assertTrue(found.find(), "the prosecutor sees cases");
      until(prosecutor, found.group(), "data-state=\"sealed\"");
      until(prosecutor, "/oversight/ledger", "data-n=\"5\"");
      assertFalse(prosecutor.read("/oversight/ledger").contains("节点尚未应答"), "all have answered");
      List<ProcessHandle> nodes =
          ProcessHandle.of(platform.pid())
              .orElseThrow()
              .descendants()
              .filter(this::isNode)
              .toList();
      assertEquals(5, nodes.size());
      assertNotEquals(
          Files.readString(data.resolve("ledger/members/court/node.keys")),
          Files.readString(data.resolve("ledger/members/police/node.keys")));

      prosecutor.read(found.group());
      var checked = prosecutor.post(found.group() + "/check", Map.of());
      String page = prosecutor.read(path(checked.headers().firstValue("Location").orElseThrow()));
      assertTrue(page.contains("class=\"verify\" id=\"verify\" data-state=\"done\""), page);
      assertTrue(page.contains("记录与封存时一致"), page);

      platform.kill();
      for (ProcessHandle node : nodes) {
        node.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
    } finally {
      platform.close();
    }
  }

  private boolean isNode(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains("--attached");
  }

  private static String path(String location) {
    return URI.create(location).getPath();
  }

  private static void until(Session prosecutor, String path, String shown)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String page = "";
    while (System.nanoTime() < end) {
      page = prosecutor.read(path);
      if (page.contains(shown)) return;
      LockSupport.parkNanos(PERIOD);
    }
    throw new AssertionError("no " + shown + " at " + path + ": " + page);
  }
}
