package org.smartcorrection.acceptance;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The built jar, run with the Java that runs the tests. Proofs are checked with the jar as it is; a
 * platform is started as {@code ./run} starts it, unpacked and with its classes loaded beforehand,
 * which halves the time of a start.
 */
public final class Jar {
  private static final String NAME = "smart-correction.jar";
  private static final String CLASSES = "app.aot";

  private Jar() {}

  private static @Nullable Path app;

  /** The command line of a role. */
  public static List<String> command(String... arguments) {
    if (arguments[0].equals("verify")) return command(whole(), List.of(), arguments);
    Path unpacked = app();
    var options = new ArrayList<String>();
    options.add("-XX:AOTCache=" + unpacked.resolve(CLASSES));
    String more = System.getProperty("smartcorrection.options");
    if (more != null) options.add(more);
    return command(unpacked.resolve(NAME), options, arguments);
  }

  private static List<String> command(Path jar, List<String> options, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx320m", "-Xlog:aot=off", "-Xlog:cds=off"));
    command.addAll(options);
    command.add("-Dsmartcorrection.database.binaries=" + binaries());
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Where PostgreSQL's programs are, once one start has unpacked them. */
  static Path binaries() {
    return Path.of(property("smartcorrection.binaries"));
  }

  private static Path whole() {
    return Path.of(property("smartcorrection.jar"));
  }

  /** The unpacked platform, made by the first test that starts one. */
  private static synchronized Path app() {
    if (app != null) return app;
    Path here = Path.of(property("smartcorrection.app"));
    // two processes may want it at once
    try (FileChannel lock = FileChannel.open(lockOf(here), CREATE, WRITE);
        FileLock _ = lock.lock()) {
      // by content: built twice, the jar bears the same date
      String jar = digest(whole());
      Path made = here.resolve("made-from");
      if (!Files.exists(made) || !Files.readString(made).equals(jar)) {
        unpack(here);
        Files.writeString(made, jar);
      }
      app = here;
      return here;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path lockOf(Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    return folder.resolveSibling(folder.getFileName() + ".lock");
  }

  private static String digest(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void unpack(Path to) throws IOException, InterruptedException {
    var extract =
        command(
            whole(),
            List.of("-Djarmode=tools"),
            "extract",
            "--force",
            "--destination",
            to.toString());
    int exit = new ProcessBuilder(extract).inheritIO().start().waitFor();
    if (exit != 0) throw new IllegalStateException("the jar was not unpacked: " + exit);
    Path data = to.resolve("rehearsal");
    List<String> rehearsal =
        command(
            to.resolve(NAME),
            List.of("-XX:AOTCacheOutput=" + to.resolve(CLASSES)),
            "demo",
            "--port",
            "0",
            "--data",
            data.toString(),
            "--fresh");
    var start = new ProcessBuilder(rehearsal);
    start.environment().put("SMARTCORRECTION_DEMO_CASES", "0");
    RunningPlatform.start(start).close();
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name + " is set by the build");
  }
}
