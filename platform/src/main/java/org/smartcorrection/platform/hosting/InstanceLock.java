package org.smartcorrection.platform.hosting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time use a data folder. The system gives the lock back when the process
 * ends, however it ends; the file that stays behind means nothing.
 */
final class InstanceLock implements AutoCloseable {
  static final String FILE = "instance.lock";
  // beyond the text, so that others can read who holds the lock where locks are mandatory
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final FileChannel channel;

  private InstanceLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder.
   *
   * @param address where this instance will answer
   * @throws CannotStart when another instance has it
   */
  static InstanceLock take(Path folder, String address) throws IOException {
    Path file = folder.resolve(FILE);
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      List<String> holder = Files.readAllLines(file);
      throw new CannotStart(
          Obstacle.ALREADY_RUNNING,
          folder,
          holder.isEmpty() ? "?" : holder.getFirst(),
          holder.size() < 2 ? "?" : holder.get(1));
    }
    var lock = new InstanceLock(channel);
    lock.note(address);
    return lock;
  }

  /** Notes the address at which this instance answers, for whoever comes second. */
  void note(String address) throws IOException {
    String text = ProcessHandle.current().pid() + "\n" + address + "\n";
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
