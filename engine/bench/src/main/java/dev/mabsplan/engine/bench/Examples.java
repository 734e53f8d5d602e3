package dev.mabsplan.engine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Facts documents to plan for, as bytes. */
final class Examples {

  private static final int FACTS_OF_A_SERVER = 50;

  private Examples() {}

  /** Returns the documents of the folder {@code examples/facts}, by name. */
  static List<byte[]> all() {
    try (Stream<Path> files = Files.list(Settings.project().resolve("examples/facts"))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(Examples::bytes)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a document with so many facts, mostly services that nothing is wrong with. */
  static byte[] withFacts(int count) {
    StringBuilder json =
        new StringBuilder("{\"servers\":[{\"name\":\"MABS01\",\"role\":\"backupServer\"}");
    int left = count;
    for (int server = 0; left > 0; server++) {
      int here = Math.min(FACTS_OF_A_SERVER, left);
      left -= here;
      json.append(
          ",{\"name\":\"FS%05d\",\"role\":\"protectedServer\",\"services\":[".formatted(server));
      json.append(
          "{\"name\":\"VSS\",\"startType\":\"%s\"}".formatted(server == 0 ? "disabled" : "manual"));
      for (int i = 1; i < here; i++) {
        json.append(
            ",{\"name\":\"Service%03d\",\"state\":\"running\",\"startType\":\"automatic\"}"
                .formatted(i));
      }
      json.append("]}");
    }
    json.append(
        "],\"errors\":[{\"id\":3106,\"server\":\"FS00000\",\"reportedBy\":\"MABS01\",\"dataSource\":\"D:\\\\\"}]}");
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
