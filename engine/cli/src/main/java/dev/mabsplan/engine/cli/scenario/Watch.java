package dev.mabsplan.engine.cli.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Waits for files to change. It looks now and then, which works on every file system, network
 * drives and containers among them.
 */
final class Watch {

  private static final long MILLIS_BETWEEN_LOOKS = 200;

  private final List<Path> paths;
  private Map<Path, String> seen;

  Watch(List<Path> paths) {
    this.paths = List.copyOf(paths);
    this.seen = look();
  }

  /**
   * Waits until something is other than it was at the last call.
   *
   * @throws InterruptedException where the thread is asked to end
   */
  void await() throws InterruptedException {
    Map<Path, String> now = look();
    while (now.equals(seen)) {
      Thread.sleep(MILLIS_BETWEEN_LOOKS);
      now = look();
    }
    seen = now;
  }

  private Map<Path, String> look() {
    Map<Path, String> files = new TreeMap<>();
    for (Path path : paths) {
      try (Stream<Path> all = Files.walk(path)) {
        for (Path file : all.toList()) {
          BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
          if (about.isRegularFile()) {
            files.put(file, about.lastModifiedTime() + " " + about.size());
          }
        }
      } catch (NoSuchFileException e) {
        // An editor is just putting the new file in place of the old; the next look sees it.
        files.put(path, "gone");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }
}
