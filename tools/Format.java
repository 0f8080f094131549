import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The one formatter of this repository: {@code Format check|apply ROOT}. It runs on the JDK that
 * compiles, because a formatter has to parse the newest syntax.
 */
class Format {
  private static final Set<String> LEFT_OUT = Set.of("target", ".git", "node_modules", "data");

  public static void main(String[] args) throws Exception {
    boolean apply = args[0].equals("apply");
    var formatter = new Formatter();
    var unformatted = new ArrayList<Path>();
    for (Path file : javaFiles(Path.of(args[1]))) {
      String before = Files.readString(file);
      String after = formatter.formatSourceAndFixImports(before);
      if (before.equals(after)) continue;
      if (apply) Files.writeString(file, after);
      else unformatted.add(file);
    }
    if (unformatted.isEmpty()) return;
    unformatted.forEach(file -> System.err.println("not formatted: " + file));
    System.err.println("run: mvn -q -N validate -Dformat=apply");
    System.exit(1);
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    var files = new ArrayList<Path>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            boolean skip = !dir.equals(root) && LEFT_OUT.contains(dir.getFileName().toString());
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(null);
    return files;
  }
}
