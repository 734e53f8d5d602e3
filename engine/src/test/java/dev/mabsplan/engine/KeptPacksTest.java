package dev.mabsplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.image.Image;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.pack.PackFolder;
import dev.mabsplan.engine.pack.SmallPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What was compiled is kept, used where it fits, and never needed. */
class KeptPacksTest {

  @TempDir Path folder;

  private Path pack;
  private Path cache;
  private int compiled;

  @BeforeEach
  void aPack() throws IOException {
    pack = folder.resolve("small");
    cache = folder.resolve("cache");
    write();
  }

  private void write() throws IOException {
    for (var file : SmallPack.good().texts().entrySet()) {
      Path path = pack.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private Optional<Planner> planner() {
    List<PackFolder> packs = List.of(PackFiles.folder(pack));
    return KeptPacks.in(cache)
        .compiled(packs, this::counted)
        .flatMap(image -> CompiledPacks.planner(image, packs, List.of()));
  }

  private Image counted(List<PackFolder> packs) {
    compiled++;
    return CompiledPacks.of(packs);
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.toList();
    }
  }

  @Test
  void areCompiledOnce() {
    assertTrue(planner().isPresent());
    assertTrue(planner().isPresent());
    assertEquals(1, compiled);
  }

  @Test
  void areCompiledAgainWhereARuleIsAnother() throws IOException {
    planner();
    Files.writeString(
        pack.resolve("small/rules.drl"),
        Files.readString(pack.resolve("small/rules.drl")) + "// more\n");
    planner();

    assertEquals(2, compiled);
    assertEquals(2, kept().size());
  }

  @Test
  void thatAreDamagedAreNotUsed() throws IOException {
    planner();
    Path file = kept().get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertTrue(planner().isEmpty());
  }

  @Test
  void areNoHalves() throws IOException {
    planner();

    assertEquals(1, kept().size());
    assertTrue(kept().get(0).toString().endsWith(".compiled"));
  }

  @Test
  void areNotNeeded() throws IOException {
    Files.writeString(cache, "a file where the folder would be");

    assertTrue(planner().isEmpty());
    assertEquals(0, compiled);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void thatOthersCouldHaveWrittenAreNotUsed() throws IOException {
    planner();
    Files.setPosixFilePermissions(kept().get(0), PosixFilePermissions.fromString("rw-rw-rw-"));

    assertTrue(planner().isEmpty());
  }

  @Test
  void areNotMoreThanADiskCanBear() throws IOException {
    for (int i = 0; i < 20; i++) {
      Files.writeString(
          pack.resolve("small/rules.drl"),
          "// " + i + "\n",
          java.nio.file.StandardOpenOption.APPEND);
      KeptPacks.in(cache)
          .compiled(List.of(PackFiles.folder(pack)), packs -> Image.of(new byte[] {1}));
    }
    assertEquals(16, kept().size());
  }
}
