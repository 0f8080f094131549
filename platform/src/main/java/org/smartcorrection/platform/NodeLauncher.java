package org.smartcorrection.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.springframework.util.FileSystemUtils;

/**
 * Runs the ledger node from jars of its own, in a class loader that sees the JDK and nothing of the
 * platform: the libraries of the two would disturb each other.
 */
final class NodeLauncher {
  private static final String NODE = "org.smartcorrection.node.NodeMain";
  private static final String FOLDER = "node-lib";
  private static final String NESTED = "jar:nested:";

  private NodeLauncher() {}

  static void run(String[] args) throws Exception {
    URL[] jars = jars(NodeLauncher.class.getProtectionDomain().getCodeSource().getLocation());
    // open as long as the process lives: the node works on threads of its own
    @SuppressWarnings("resource")
    var loader = new URLClassLoader("node", jars, ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    var main = loader.loadClass(NODE).getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) throw cause;
      throw e;
    }
  }

  /**
   * The node's jars, beside the place the platform was loaded from.
   *
   * @param here one jar with everything, a plain jar with its libraries beside it, or a folder of
   *     classes
   */
  static URL[] jars(URL here) throws IOException {
    String text = here.toString();
    if (text.startsWith(NESTED)) {
      String file = text.substring(NESTED.length(), text.indexOf("/!"));
      return nested(Path.of(URI.create("file:" + file)));
    }
    Path place = Path.of(URI.create(text));
    if (Files.isDirectory(place)) return plain(place.resolve(FOLDER));
    return plain(unpacked(place));
  }

  private static URL[] nested(Path jar) throws IOException {
    String prefix = "BOOT-INF/classes/" + FOLDER + "/";
    var urls = new ArrayList<URL>();
    try (var file = new JarFile(jar.toFile())) {
      for (JarEntry entry : jarsIn(file, prefix))
        urls.add(
            URI.create(NESTED + jar.toUri().getRawPath() + "/!" + entry.getName() + "!/").toURL());
    }
    return urls.toArray(URL[]::new);
  }

  /**
   * A plain jar cannot be loaded from another: they are unpacked beside it, once for each content,
   * so that a newer jar in the same place does not run an older node.
   */
  private static Path unpacked(Path jar) throws IOException {
    String prefix = FOLDER + "/";
    try (var file = new JarFile(jar.toFile())) {
      List<JarEntry> entries = jarsIn(file, prefix);
      var content = new CRC32();
      for (JarEntry entry : entries) content.update(Long.toString(entry.getCrc()).getBytes(UTF_8));
      Path beside = Objects.requireNonNull(jar.getParent());
      Path folder = beside.resolve(FOLDER + "-" + Long.toHexString(content.getValue()));
      if (Files.isDirectory(folder)) return folder;
      Path draft = Files.createTempDirectory(beside, FOLDER);
      for (JarEntry entry : entries)
        try (var in = file.getInputStream(entry)) {
          Files.copy(in, draft.resolve(entry.getName().substring(prefix.length())));
        }
      return move(draft, folder);
    }
  }

  /** Five members that start at once unpack alike; the first one is as good as any. */
  private static Path move(Path draft, Path folder) throws IOException {
    try {
      return Files.move(draft, folder);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException _) {
      FileSystemUtils.deleteRecursively(draft);
      return folder;
    }
  }

  private static List<JarEntry> jarsIn(JarFile file, String prefix) {
    return file.stream()
        .filter(entry -> entry.getName().startsWith(prefix) && entry.getName().endsWith(".jar"))
        .toList();
  }

  private static URL[] plain(Path folder) throws IOException {
    var urls = new ArrayList<URL>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".jar")).sorted().toList())
        urls.add(file.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
