package org.smartcorrection.platform.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which keys were ever destroyed: a file that is only added to, outside of the database and of the
 * folder of keys, so that a backup of either that is put back brings nothing back to life. Each
 * line ends with a hash of itself and of all before it; the ledger entry of a destruction fixes
 * that hash.
 */
final class ShredList {
  private final Path file;
  private final List<Shred> all = new ArrayList<>();
  private final Map<UUID, Set<Purpose>> byOwner = new HashMap<>();
  private String last = "";
  private int damaged;

  private ShredList(Path file) {
    this.file = file;
  }

  /** Reads the list. What cannot be read is counted and holds up nothing of the rest. */
  static ShredList open(Path file) throws IOException {
    var list = new ShredList(file);
    if (!Files.exists(file)) return list;
    String text = Files.readString(file, StandardCharsets.UTF_8);
    int end = text.lastIndexOf('\n') + 1;
    // the power failed while a line was written: nothing was destroyed by it yet
    if (end < text.length()) list.cut(text.substring(0, end));
    text.substring(0, end).lines().forEach(list::read);
    return list;
  }

  /** All that was destroyed, the oldest first. */
  synchronized List<Shred> all() {
    return List.copyOf(all);
  }

  /** How many lines are not what was written. */
  synchronized int damaged() {
    return damaged;
  }

  /** Notes durably what is about to be destroyed; what stands there already is not noted twice. */
  synchronized Shred add(UUID owner, Set<Purpose> purposes, Instant at) {
    Set<Purpose> missing = EnumSet.noneOf(Purpose.class);
    missing.addAll(purposes);
    missing.removeAll(byOwner.getOrDefault(owner, Set.of()));
    if (missing.isEmpty())
      return all.stream()
          .filter(one -> one.owner().equals(owner))
          .reduce((_, later) -> later)
          .orElseThrow();
    String said = said(all.size() + damaged + 1L, at, owner, missing);
    String line = said + " " + hash(last, said) + "\n";
    try (var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) channel.write(bytes);
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("the list of destroyed keys cannot be written", e);
    }
    read(line.strip());
    return all.getLast();
  }

  private void read(String line) {
    int space = line.lastIndexOf(' ');
    Optional<Shred> read = space < 0 ? Optional.empty() : parse(line, space);
    if (space < 0
        || read.isEmpty()
        || !read.get().hash().equals(hash(last, line.substring(0, space)))) damaged++;
    // what it says is done all the same: a list that somebody spoilt must save no key
    read.ifPresent(
        shred -> {
          all.add(shred);
          byOwner
              .computeIfAbsent(shred.owner(), _ -> EnumSet.noneOf(Purpose.class))
              .addAll(shred.purposes());
        });
    last = line.substring(space + 1);
  }

  private static Optional<Shred> parse(String line, int space) {
    String[] words = line.split(" ", -1);
    if (words.length != 5) return Optional.empty();
    try {
      Set<Purpose> purposes =
          Arrays.stream(words[3].split(",", -1)).map(Purpose::valueOf).collect(Collectors.toSet());
      return Optional.of(
          new Shred(
              Long.parseLong(words[0]),
              Instant.parse(words[1]),
              UUID.fromString(words[2]),
              purposes,
              line.substring(space + 1)));
    } catch (IllegalArgumentException | DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private void cut(String whole) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
      channel.force(true);
    }
  }

  private static String said(long number, Instant at, UUID owner, Set<Purpose> purposes) {
    String names = purposes.stream().map(Purpose::name).sorted().collect(Collectors.joining(","));
    return number + " " + at + " " + owner + " " + names;
  }

  private static String hash(String before, String said) {
    try {
      byte[] text = (before + "\n" + said).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
