package org.smartcorrection.platform.tracking.line;

import io.netty.channel.ChannelHandlerContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.supervision.RawReport;
import org.smartcorrection.platform.tracking.Device;
import org.smartcorrection.platform.tracking.DeviceCredential;

/**
 * The line of one device: who is at its other end, and how much of what was sent is not durable
 * yet. It reads on only while little waits, so a device that sends faster than the disk writes is
 * held back by TCP itself.
 */
abstract class DeviceLine extends Line {
  private static final int MOST_WAITING = 4_096;

  private final Reception reception;
  private final Board board;
  private @Nullable Device device;
  private boolean deciding;
  private int waiting;

  DeviceLine(Reception reception, Board board) {
    this.reception = reception;
    this.board = board;
  }

  @Override
  final boolean isProved() {
    return device != null;
  }

  /** Who is at the other end, once that is proved. */
  final Optional<Device> device() {
    return Optional.ofNullable(device);
  }

  /** Whether a credential is being looked up; until then nothing else is heard. */
  final boolean isDeciding() {
    return deciding;
  }

  /**
   * Looks a credential up.
   *
   * @param then hears whether it is right, and that of the device that already speaks if one does
   */
  final void authenticate(
      ChannelHandlerContext line, DeviceCredential credential, Consumer<Boolean> then) {
    deciding = true;
    read(line);
    var _ =
        CompletableFuture.supplyAsync(() -> reception.authenticated(credential), board.clerks())
            .exceptionally(_ -> Optional.empty())
            .thenAcceptAsync(
                found -> {
                  deciding = false;
                  boolean right =
                      found.isPresent() && (device == null || device.equals(found.get()));
                  if (found.isPresent() && !right) refuse(line);
                  if (right && device == null) {
                    device = found.get();
                    board.connects(device.id(), line.channel());
                  }
                  then.accept(right);
                  read(line);
                },
                line.executor());
  }

  /** Whether so many more may be said; who says too much is not heard any longer. */
  final boolean admits(ChannelHandlerContext line, int messages) {
    if (device == null) fault(line);
    else if (!reception.admits(device, messages)) close(line);
    return line.channel().isActive();
  }

  /**
   * Hands over what was sent.
   *
   * @param then hears whether it is durable
   */
  final void take(ChannelHandlerContext line, List<RawReport> reports, Consumer<Boolean> then) {
    Device sender = device;
    if (sender == null || !admits(line, Math.max(1, reports.size()))) return;
    waiting += reports.size();
    read(line);
    try {
      var _ =
          reception
              .take(sender, reports)
              .handle((_, error) -> error == null)
              .thenAcceptAsync(
                  durable -> {
                    waiting -= reports.size();
                    then.accept(durable);
                    read(line);
                  },
                  line.executor());
    } catch (InterruptedException _) {
      close(line);
      Thread.currentThread().interrupt();
    }
  }

  /** The device spoke in the name of another: that is counted, and the line closed. */
  final void refuse(ChannelHandlerContext line) {
    try {
      if (device != null) reception.refuse(device, Reception.Breach.OTHER_DEVICE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    close(line);
  }

  private void read(ChannelHandlerContext line) {
    line.channel()
        .config()
        .setAutoRead(!deciding && waiting <= MOST_WAITING && line.channel().isWritable());
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext line) {
    read(line); // who does not take our answers is not asked for more
    line.fireChannelWritabilityChanged();
  }
}
