package org.smartcorrection.platform.hosting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A database server outlives a platform that was killed. Whoever holds the instance lock knows that
 * nobody uses it any more, and stops it before starting another.
 */
final class LeftoverDatabase {
  private static final String PID_FILE = "postmaster.pid";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private LeftoverDatabase() {}

  /**
   * Stops the server of a cluster that a killed platform left behind.
   *
   * @throws CannotStart when it does not stop
   */
  static void stop(Path cluster) throws IOException {
    Path pidFile = cluster.resolve(PID_FILE);
    Optional<ProcessHandle> named = named(pidFile);
    if (named.isEmpty()) return;
    ProcessHandle process = named.get();
    if (isServerOf(cluster, process)) end(process, pidFile);
    // the number was given to another program since: the server would take it for itself
    else Files.delete(pidFile);
  }

  private static Optional<ProcessHandle> named(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) return Optional.empty();
    List<String> lines = Files.readAllLines(pidFile);
    try {
      return lines.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static boolean isServerOf(Path cluster, ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    boolean server =
        info.command().map(Path::of).map(file -> file.getFileName().toString()).stream()
            .anyMatch(name -> name.equals("postgres") || name.equals("postgres.exe"));
    boolean ours =
        info.arguments().map(all -> List.of(all).contains(cluster.toString())).orElse(true);
    return server && ours;
  }

  // its clients are gone, so that the gentle signal ends it at once; the file is the last it
  // removes
  private static void end(ProcessHandle process, Path pidFile) {
    process.destroy();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (Files.exists(pidFile) && process.isAlive() && System.nanoTime() < deadline)
      LockSupport.parkNanos(PAUSE.toNanos());
    if (Files.exists(pidFile) && process.isAlive())
      throw new CannotStart(Obstacle.DATABASE_FAILED, pidFile, "PID " + process.pid());
  }
}
