package org.smartcorrection.location.protocol.jt808;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The stream of a connection, for tests. */
final class Wire implements FrameReader.Receiver {
  final List<Frame> frames = new ArrayList<>();
  final List<Fault> faults = new ArrayList<>();
  private final FrameReader reader = new FrameReader();

  static Wire of(String hex) {
    var wire = new Wire();
    wire.send(HexFormat.of().parseHex(hex.replace(" ", "")));
    return wire;
  }

  void send(byte[] bytes) {
    reader.read(bytes, 0, bytes.length, this);
  }

  Frame only() {
    if (frames.size() != 1 || !faults.isEmpty()) {
      throw new AssertionError(frames.size() + " frames, " + faults);
    }
    return frames.getFirst();
  }

  @Override
  public void frame(Frame frame) {
    frames.add(frame);
  }

  @Override
  public void broken(Fault fault) {
    faults.add(fault);
  }
}
