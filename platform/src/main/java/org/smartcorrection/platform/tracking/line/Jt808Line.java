package org.smartcorrection.platform.tracking.line;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.location.protocol.jt808.Dialect;
import org.smartcorrection.location.protocol.jt808.Fault;
import org.smartcorrection.location.protocol.jt808.Frame;
import org.smartcorrection.location.protocol.jt808.FrameReader;
import org.smartcorrection.location.protocol.jt808.FrameWriter;
import org.smartcorrection.location.protocol.jt808.FrameWriter.Result;
import org.smartcorrection.location.protocol.jt808.Header;
import org.smartcorrection.location.protocol.jt808.Parts;
import org.smartcorrection.location.protocol.jt808.Said;
import org.smartcorrection.location.supervision.RawReport;
import org.smartcorrection.platform.tracking.DeviceCredential;

/**
 * A terminal that speaks JT/T 808. It proves itself by the authentication code (0x0102): the
 * device's identifier, a colon and its key, entered when it was handed out. The number in its
 * headers proves nothing; but whichever it has when it proves itself it keeps, for a terminal that
 * forwards others' messages is none of ours. A location is answered (0x8001) when it is durable or
 * its refusal counted; all of one read are answered at once.
 */
final class Jt808Line extends DeviceLine implements FrameReader.Receiver {
  private final Dialect dialect;
  private final FrameReader reader = new FrameReader();
  private final FrameWriter answers = new FrameWriter();
  private final Parts parts = new Parts();
  private final List<Header> unfinished = new ArrayList<>();
  private final ArrayDeque<Frame> unheard = new ArrayDeque<>();
  private List<RawReport> reports = new ArrayList<>();
  private List<Header> reported = new ArrayList<>();
  private String terminal = "";
  private int broken;

  Jt808Line(Reception reception, Board board, Dialect dialect) {
    super(reception, board);
    this.dialect = dialect;
  }

  @Override
  public void frame(Frame frame) {
    unheard.add(frame);
  }

  @Override
  public void broken(Fault fault) {
    broken++;
  }

  @Override
  public void channelRead(ChannelHandlerContext line, Object message) {
    var buffer = (ByteBuf) message;
    try {
      byte[] bytes = new byte[buffer.readableBytes()];
      buffer.readBytes(bytes);
      reader.read(bytes, 0, bytes.length, this);
    } finally {
      buffer.release();
    }
    for (; broken > 0; broken--) fault(line);
    hear(line);
  }

  private void hear(ChannelHandlerContext line) {
    while (!unheard.isEmpty() && !isDeciding() && line.channel().isActive()) {
      Frame frame = unheard.poll();
      boolean known = device().isPresent();
      if (known && !frame.header().terminal().equals(terminal)) {
        refuse(line);
        return;
      }
      if (frame.header().parts() == 1) hear(line, frame);
      else if (known) part(line, frame);
      else fault(line);
    }
    handOver(line);
    flush(line);
  }

  /** A part is answered with the whole: before that it is not durable. */
  private void part(ChannelHandlerContext line, Frame part) {
    if (part.header().part() == 1) unfinished.clear();
    Optional<Frame> whole = parts.add(part);
    if (whole.isPresent()) {
      List<Header> earlier = List.copyOf(unfinished);
      unfinished.clear();
      hear(line, whole.get());
      if (reported.contains(part.header())) reported.addAll(earlier);
    } else if (unfinished.size() < Parts.MOST) {
      unfinished.add(part.header());
    }
  }

  private void hear(ChannelHandlerContext line, Frame frame) {
    Header header = frame.header();
    switch (Said.of(frame, dialect)) {
      case Said.Answered _ -> {}
      case Said.Alive _ -> {
        if (admits(line, 1)) {
          answers.answer(header, device().isPresent() ? Result.TAKEN : Result.FAILED);
        }
      }
      case Said.AsksRegistration _ -> {
        if (admits(line, 1)) answers.registeredAlready(header);
      }
      case Said.Authenticates(var code) -> authenticate(line, header, code);
      case Said.Located(var located) -> {
        if (device().isPresent()) {
          reports.addAll(located);
          reported.add(header);
        } else {
          answers.answer(header, Result.FAILED);
          fault(line);
        }
      }
      case Said.Other _ -> {
        if (admits(line, 1)) answers.answer(header, Result.UNSUPPORTED);
      }
      case Said.Malformed _ -> {
        answers.answer(header, Result.MALFORMED);
        fault(line);
      }
    }
  }

  private void authenticate(ChannelHandlerContext line, Header header, String code) {
    int colon = code.indexOf(':');
    var credential =
        new DeviceCredential(code.substring(0, Math.max(0, colon)), code.substring(colon + 1));
    authenticate(
        line,
        credential,
        right -> {
          if (right) terminal = header.terminal();
          answers.answer(header, right ? Result.TAKEN : Result.FAILED);
          if (right) hear(line);
          else sendLast(line, Unpooled.wrappedBuffer(answers.take()));
        });
  }

  private void handOver(ChannelHandlerContext line) {
    if (reports.isEmpty()) return;
    List<RawReport> sent = reports;
    List<Header> of = reported;
    reports = new ArrayList<>();
    reported = new ArrayList<>();
    take(
        line,
        sent,
        durable -> {
          for (Header header : of) answers.answer(header, durable ? Result.TAKEN : Result.FAILED);
          flush(line);
        });
  }

  private void flush(ChannelHandlerContext line) {
    if (!answers.isEmpty()) send(line, Unpooled.wrappedBuffer(answers.take()));
  }
}
