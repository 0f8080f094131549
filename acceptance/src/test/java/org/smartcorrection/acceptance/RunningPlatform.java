package org.smartcorrection.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** A platform in a process of its own that has said it is ready. */
public final class RunningPlatform implements AutoCloseable {
  private static final String READY = "Ready: ";

  /** What a build tool may write before its colours end. */
  private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*m");

  /** How long a start, or an end, may take. */
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Duration patience;
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final CompletableFuture<URI> ready = new CompletableFuture<>();

  private RunningPlatform(Process process, Duration patience) {
    this.process = process;
    this.patience = patience;
  }

  /** Starts the demo on a folder, on a port that is free, and waits until it is ready. */
  public static RunningPlatform demo(Path data, String... options) {
    List<String> command = Jar.command("demo", "--port", "0", "--data", data.toString());
    command.addAll(List.of(options));
    return start(new ProcessBuilder(command));
  }

  /** Starts any command that ends up as a platform, and waits until it is ready. */
  public static RunningPlatform start(ProcessBuilder command) {
    return start(command, PATIENCE);
  }

  /** The same with as much patience as is needed. */
  public static RunningPlatform start(ProcessBuilder command, Duration patience) {
    try {
      var platform = new RunningPlatform(command.redirectErrorStream(true).start(), patience);
      Thread.ofVirtual().start(platform::listen);
      platform.address();
      return platform;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        line = COLOURS.matcher(line).replaceAll("");
        output.add(line);
        if (line.startsWith(READY)) ready.complete(URI.create(line.substring(READY.length())));
      }
    } catch (IOException e) {
      output.add(e.toString());
    }
    ready.completeExceptionally(new AssertionError("it ended before it was ready:\n" + text()));
  }

  /** Where it answers. */
  public URI address() {
    try {
      return ready.get(patience.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (TimeoutException _) {
      process.destroyForcibly();
      throw new AssertionError("not ready after " + patience.toSeconds() + " s:\n" + text());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The process, which is the platform itself. */
  public long pid() {
    return process.pid();
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it has said on its console so far. */
  public String text() {
    return String.join("\n", output);
  }

  /** Asks it to end, as Ctrl-C does, and waits. Returns its exit code. */
  public int stop() {
    // by its handle: what it says while it ends is still read
    process.toHandle().destroy();
    return end();
  }

  /** Ends it without asking. */
  public void kill() {
    process.destroyForcibly();
    end();
  }

  private int end() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        throw new AssertionError("it does not end:\n" + text());
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) stop();
  }
}
