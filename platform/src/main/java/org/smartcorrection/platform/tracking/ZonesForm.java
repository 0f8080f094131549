package org.smartcorrection.platform.tracking;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.location.AreaForm;
import org.smartcorrection.location.LegalBasis;
import org.smartcorrection.location.Validity;
import org.smartcorrection.location.supervision.Schedule;
import org.smartcorrection.location.supervision.Schedule.OnHolidays;

/**
 * The zones of a person as bytes. Words and times that repeat stand in it once. Public holidays do
 * not: they are looked up when it is read, so that a calendar that was published since then counts.
 */
final class ZonesForm {
  /**
   * To be raised with every change of this form, and of how zones follow from acts: what is packed
   * by another number is made again.
   */
  static final int NUMBER = 100 * AreaForm.VERSION + 2;

  private ZonesForm() {}

  /** The hours at which a zone holds, from what its act states. */
  interface Hours {
    Schedule of(String weekHours, OnHolidays onHolidays, Validity during);
  }

  static byte[] encode(Zones zones) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      var writer = new Writer(out);
      out.writeInt(zones.permitted().size());
      for (Zone zone : zones.permitted()) writer.write(zone);
      out.writeInt(zones.set().size());
      for (SetZone zone : zones.set()) writer.write(zone);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Zones decode(byte[] bytes, Hours hours) {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      var reader = new Reader(in, hours);
      var permitted = new ArrayList<Zone>();
      for (int left = in.getInt(); left > 0; left--) permitted.add(reader.zone());
      var set = new ArrayList<SetZone>();
      for (int left = in.getInt(); left > 0; left--) set.add(reader.setZone());
      return new Zones(permitted, set);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("no packed zones", e);
    }
  }

  private static final class Writer {
    private final DataOutputStream out;
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<Validity, Integer> times = new HashMap<>();

    Writer(DataOutputStream out) {
      this.out = out;
    }

    void write(Zone zone) throws IOException {
      write(zone.instance());
      write(zone.basis().name());
      write(new Validity(zone.from(), zone.until()));
      write(zone.name());
      out.writeBoolean(zone.ground().isPresent());
      if (zone.ground().isPresent()) AreaForm.write(out, zone.ground().get());
      out.writeBoolean(zone.border().isPresent());
      if (zone.border().isPresent()) {
        write(zone.border().get().code());
        out.writeInt(zone.border().get().version());
      }
      out.writeBoolean(zone.way());
    }

    void write(SetZone zone) throws IOException {
      write(zone.instance());
      write(zone.kind().name());
      write(zone.name());
      write(zone.basis());
      write(zone.during());
      write(zone.hours());
      write(zone.schedule().onHolidays().name());
      AreaForm.write(out, zone.area());
      out.writeLong(zone.span().toSeconds());
      out.writeInt(zone.admitted().size());
      for (Validity time : zone.admitted()) write(time);
    }

    private void write(UUID id) throws IOException {
      out.writeLong(id.getMostSignificantBits());
      out.writeLong(id.getLeastSignificantBits());
    }

    private void write(String word) throws IOException {
      if (isKnown(words, word)) return;
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }

    private void write(Validity time) throws IOException {
      if (isKnown(times, time)) return;
      write(time.from());
      out.writeBoolean(time.until().isPresent());
      if (time.until().isPresent()) write(time.until().get());
    }

    private void write(Instant at) throws IOException {
      out.writeLong(at.getEpochSecond());
      out.writeInt(at.getNano());
    }

    /** Writes which of those that were written it is; a new one has the next number. */
    private <T> boolean isKnown(Map<T, Integer> known, T value) throws IOException {
      Integer before = known.putIfAbsent(value, known.size());
      out.writeInt(before == null ? known.size() - 1 : before);
      return before != null;
    }
  }

  private static final class Reader {
    private final ByteBuffer in;
    private final Hours hours;
    private final List<String> words = new ArrayList<>();
    private final List<Validity> times = new ArrayList<>();
    private final Map<Held, Schedule> schedules = new HashMap<>();

    /** Of zones with the same hours the schedule is made once. */
    private record Held(String hours, OnHolidays on, Validity during) {}

    Reader(ByteBuffer in, Hours hours) {
      this.in = in;
      this.hours = hours;
    }

    Zone zone() {
      UUID instance = id();
      LegalBasis basis = LegalBasis.valueOf(word());
      Validity time = time();
      String name = word();
      return new Zone(
          instance,
          basis,
          time.from(),
          time.until(),
          name,
          in.get() != 0 ? Optional.of(AreaForm.read(in)) : Optional.empty(),
          in.get() != 0 ? Optional.of(new Zone.Border(word(), in.getInt())) : Optional.empty(),
          in.get() != 0);
    }

    SetZone setZone() {
      UUID instance = id();
      ZoneKind kind = ZoneKind.valueOf(word());
      String name = word();
      String basis = word();
      Validity during = time();
      String weekHours = word();
      OnHolidays on = OnHolidays.valueOf(word());
      return new SetZone(
          instance,
          kind,
          name,
          basis,
          during,
          weekHours,
          schedules.computeIfAbsent(
              new Held(weekHours, on, during), held -> hours.of(held.hours, held.on, held.during)),
          AreaForm.read(in),
          Duration.ofSeconds(in.getLong()),
          admitted());
    }

    private List<Validity> admitted() {
      var admitted = new ArrayList<Validity>();
      for (int left = in.getInt(); left > 0; left--) admitted.add(time());
      return admitted;
    }

    private UUID id() {
      long most = in.getLong();
      return new UUID(most, in.getLong());
    }

    private String word() {
      int number = in.getInt();
      if (number < words.size()) return words.get(number);
      byte[] bytes = new byte[in.getInt()];
      in.get(bytes);
      String word = new String(bytes, StandardCharsets.UTF_8);
      words.add(word);
      return word;
    }

    private Validity time() {
      int number = in.getInt();
      if (number < times.size()) return times.get(number);
      Instant from = instant();
      var time = new Validity(from, in.get() != 0 ? Optional.of(instant()) : Optional.empty());
      times.add(time);
      return time;
    }

    private Instant instant() {
      long second = in.getLong();
      return Instant.ofEpochSecond(second, in.getInt());
    }
  }
}
