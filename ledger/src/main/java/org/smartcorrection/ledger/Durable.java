package org.smartcorrection.ledger;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Writes that are on the disk when they return, names included. */
public final class Durable {
  // Windows has no way to force a directory, and needs none: its journal keeps names in order
  private static final boolean DIRECTORIES = !System.getProperty("os.name").startsWith("Windows");

  private Durable() {}

  /** Replaces a file: after a crash either the old or the new content is there, whole. */
  public static void replace(Path file, byte[] content) throws IOException {
    settle(draft(file, content), file);
  }

  /** Writes beside a file what is to replace it. */
  public static Path draft(Path file, byte[] content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (var channel = FileChannel.open(fresh, CREATE, TRUNCATE_EXISTING, WRITE)) {
      write(channel, ByteBuffer.wrap(content));
      channel.force(true);
    }
    return fresh;
  }

  /** Puts a draft in the place of the file. */
  public static void settle(Path draft, Path file) throws IOException {
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceNames(file.getParent());
  }

  /** Writes all of it, however often the channel has to be asked. */
  public static void write(FileChannel channel, ByteBuffer content) throws IOException {
    while (content.hasRemaining()) channel.write(content);
  }

  /** Makes directories, and their names durable. */
  public static void makeDirectories(@Nullable Path directory) throws IOException {
    if (directory == null || Files.isDirectory(directory)) return;
    makeDirectories(directory.getParent());
    Files.createDirectory(directory);
    forceNames(directory.getParent());
  }

  /** Makes durable which names a directory holds. */
  public static void forceNames(@Nullable Path directory) throws IOException {
    if (!DIRECTORIES || directory == null) return;
    try (var channel = FileChannel.open(directory, READ)) {
      channel.force(true);
    }
  }
}
