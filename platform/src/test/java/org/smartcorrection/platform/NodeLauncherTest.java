package org.smartcorrection.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeLauncherTest {
  @TempDir private Path folder;

  @Test
  void beside_a_folder_of_classes_the_jars_are_in_it() throws IOException {
    Path jar = folder.resolve("classes/node-lib/node.jar");
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "node");

    URL[] found = NodeLauncher.jars(folder.resolve("classes").toUri().toURL());

    assertArrayEquals(new URL[] {jar.toUri().toURL()}, found);
  }

  @Test
  void out_of_a_plain_jar_they_are_unpacked_beside_it_once() throws Exception {
    Path platform = platform(1, 2, 3);

    URL[] first = NodeLauncher.jars(platform.toUri().toURL());
    URL[] second = NodeLauncher.jars(platform.toUri().toURL());

    assertArrayEquals(first, second);
    assertArrayEquals(new byte[] {1, 2, 3}, content(first));
  }

  @Test
  void a_newer_jar_in_the_same_place_runs_its_own_node() throws Exception {
    NodeLauncher.jars(platform(1, 2, 3).toUri().toURL());

    URL[] newer = NodeLauncher.jars(platform(4, 5, 6).toUri().toURL());

    assertArrayEquals(new byte[] {4, 5, 6}, content(newer));
  }

  private Path platform(int... node) throws IOException {
    Path platform = folder.resolve("app/platform.jar");
    Files.createDirectories(platform.getParent());
    try (var jar = new JarOutputStream(Files.newOutputStream(platform))) {
      jar.putNextEntry(new JarEntry("node-lib/"));
      jar.putNextEntry(new JarEntry("node-lib/node.jar"));
      for (int b : node) jar.write(b);
    }
    return platform;
  }

  private static byte[] content(URL[] jars) throws Exception {
    assertEquals(1, jars.length);
    return Files.readAllBytes(Path.of(jars[0].toURI()));
  }
}
