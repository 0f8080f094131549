package org.smartcorrection.platform.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Small secret files in folders: a key is on the disk before anything is sealed with it, and a
 * destroyed key leaves a marker, so that a restored backup of the database cannot bring it back to
 * life under a new key.
 */
final class KeyFiles {
  private static final String DESTROYED = ".destroyed";
  private final Path root;

  KeyFiles(Path root) {
    this.root = root;
  }

  /** The wrapped key, or empty when it was destroyed; made by {@code fresh} when there is none. */
  Optional<byte[]> readOrCreate(
      UUID owner, Purpose purpose, java.util.function.Supplier<byte[]> fresh) {
    Path file = file(owner, purpose);
    try {
      Optional<byte[]> found = read(file);
      if (found.isPresent()) return found;
      if (Files.exists(destroyed(file))) return Optional.empty();
      create(file, fresh.get());
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("a key file cannot be read or written", e);
    }
  }

  void destroy(UUID owner, Purpose purpose) {
    Path file = file(owner, purpose);
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      create(destroyed(file), new byte[0]);
      if (Files.exists(file)) {
        overwrite(file);
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a key file cannot be destroyed", e);
    }
  }

  /**
   * Whether there was a key to destroy that had been destroyed before; the marker is there then.
   */
  boolean destroyAgain(UUID owner, Purpose purpose) {
    Path file = file(owner, purpose);
    boolean back = Files.exists(file);
    if (back || !Files.exists(destroyed(file))) destroy(owner, purpose);
    return back;
  }

  /** Makes a secret file that only its owner reads; an existing one is left as it is. */
  static void create(Path file, byte[] content) throws IOException {
    Path folder = Objects.requireNonNull(file.getParent());
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, ".new", null);
    try {
      try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        var buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) channel.write(buffer);
        channel.force(true);
      }
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException _) {
      // somebody was faster: theirs is the key
    } finally {
      Files.delete(draft);
    }
    sync(folder);
  }

  private static Optional<byte[]> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  private static void overwrite(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate((int) channel.size()), 0);
      channel.force(true);
    }
  }

  private static void sync(Path folder) {
    try (var channel = FileChannel.open(folder)) {
      channel.force(true);
    } catch (IOException _) {
      // some systems cannot open a folder: there the rename is durable by itself
    }
  }

  private Path file(UUID owner, Purpose purpose) {
    String name = owner.toString();
    return root.resolve(name.substring(name.length() - 2)).resolve(name + "." + purpose.code());
  }

  private static Path destroyed(Path file) {
    return file.resolveSibling(file.getFileName() + DESTROYED);
  }
}
