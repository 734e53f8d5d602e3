package dev.mabsplan.engine.pack;

import static dev.mabsplan.engine.pack.SmallPack.assertFault;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackFilesTest {

  private static final SortedMap<String, String> GOOD = SmallPack.good().texts();

  @TempDir Path folder;

  /** Writes the files of a pack below a folder. */
  private static void write(Path folder, Map<String, String> texts) throws IOException {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = folder.resolve(text.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.getValue());
    }
  }

  @Nested
  class InAFolder {

    @Test
    void areAllRulesDataAndWords() throws IOException {
      write(folder, GOOD);
      assertEquals(GOOD, PackFiles.directory(folder).texts());
    }

    @Test
    void areNamedWithForwardSlashes() throws IOException {
      write(folder, Map.of("small/scenarios/vss.yaml", "x"));
      assertEquals(
          Set.of("small/scenarios/vss.yaml"), PackFiles.directory(folder).texts().keySet());
    }

    @Test
    void areNotWhatAnEditorLeavesBehind() throws IOException {
      write(folder, Map.of("README.md", "x", "small/rules.drl~", "x", "pack.yaml", "id: x"));
      assertEquals(Set.of("pack.yaml"), PackFiles.directory(folder).texts().keySet());
    }

    @Test
    void mustBeThere() {
      assertThrows(
          UncheckedIOException.class, () -> PackFiles.directory(folder.resolve("nowhere")));
    }

    @Test
    void sayWhereTheyLie() {
      assertEquals(folder.toString(), PackFiles.directory(folder).origin());
    }
  }

  @Nested
  class OnTheClassPath {

    @Test
    void areFoundInAFolder() throws IOException {
      Path classes = folder.resolve("classes of it");
      write(classes.resolve("packs/test"), GOOD);
      write(classes, Map.of(PackFiles.INDEX, "packs/test\n"));
      assertEquals(List.of(GOOD), found(classes));
    }

    @Test
    void areFoundInAJar() throws IOException {
      Path jar = jar("test.jar", "packs/test\n", Map.of("packs/test", GOOD));
      assertEquals(List.of(GOOD), found(jar));
    }

    @Test
    void areFoundInEveryJar() throws IOException {
      SortedMap<String, String> other = SmallPack.good().renamed("other", "tape").texts();
      Path first = jar("first.jar", "packs/test", Map.of("packs/test", GOOD));
      Path second = jar("second.jar", "packs/other", Map.of("packs/other", other));
      assertEquals(List.of(GOOD, other), found(first, second));
    }

    @Test
    void areFoundInEveryJarAlsoWhereTheirFoldersHaveOneName() throws IOException {
      SortedMap<String, String> other = SmallPack.good().renamed("other", "tape").texts();
      Path first = jar("first.jar", "pack", Map.of("pack", GOOD));
      Path second = jar("second.jar", "pack", Map.of("pack", other));
      assertEquals(List.of(GOOD, other), found(first, second));
    }

    @Test
    void areFoundInAShadedJarWhoseIndexesWereAppended() throws IOException {
      SortedMap<String, String> other = SmallPack.good().renamed("other", "tape").texts();
      Path shaded =
          jar(
              "shaded.jar",
              "packs/test\n\r\n  packs/other \npacks/test\n",
              Map.of("packs/test", GOOD, "packs/other", other));
      assertEquals(List.of(GOOD, other), found(shaded));
    }

    @Test
    void areNotThoseOfAFolderWhoseNameOnlyBeginsLikeIt() throws IOException {
      SortedMap<String, String> other = SmallPack.good().renamed("other", "tape").texts();
      Path jar = jar("test.jar", "pack", Map.of("pack", GOOD, "packs", other));
      assertEquals(List.of(GOOD), found(jar));
    }

    @Test
    void sayWhichJarTheyLieIn() throws IOException {
      Path jar = jar("test.jar", "packs/test", Map.of("packs/test", GOOD));
      try (URLClassLoader loader = loader(jar)) {
        assertEquals(jar + "!/packs/test", PackFiles.classPath(loader).get(0).origin());
      }
    }

    @Test
    void keepLettersBeyondAscii() throws IOException {
      Map<String, String> swedish = Map.of("pack.yaml", "id: test # är");
      Path jar = jar("test.jar", "pack", Map.of("pack", swedish));
      assertEquals(List.of(swedish), found(jar));
    }

    @Test
    void leaveTheJarOpenForTheProgram() throws IOException {
      Path jar = jar("test.jar", "pack", Map.of("pack", GOOD));
      try (URLClassLoader loader = loader(jar)) {
        PackFiles.classPath(loader);
        try (var in = loader.getResourceAsStream("pack/pack.yaml")) {
          assertTrue(in != null && in.read() >= 0);
        }
      }
    }

    @Test
    void areNoneWithoutAnIndex() throws IOException {
      write(folder, Map.of("pack/pack.yaml", "id: test"));
      assertEquals(List.of(), found(folder));
    }

    @Test
    void mustBeThereWhereAnIndexNamesThem() throws IOException {
      Path jar = jar("test.jar", "packs/tset", Map.of("packs/test", GOOD));
      assertFault(
          "expected a folder with a pack.yaml for every line of META-INF/mabsplan.packs;"
              + " found \"packs/tset\"",
          () -> found(jar));
    }

    private Path jar(String name, String index, Map<String, ? extends Map<String, String>> packs)
        throws IOException {
      Map<String, String> entries = new LinkedHashMap<>();
      entries.put(PackFiles.INDEX, index);
      packs.forEach(
          (pack, texts) -> texts.forEach((path, text) -> entries.put(pack + "/" + path, text)));
      Path jar = folder.resolve(name);
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
        for (Map.Entry<String, String> entry : entries.entrySet()) {
          out.putNextEntry(new JarEntry(entry.getKey()));
          out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
          out.closeEntry();
        }
      }
      return jar;
    }

    private static List<SortedMap<String, String>> found(Path... classPath) throws IOException {
      try (URLClassLoader loader = loader(classPath)) {
        return PackFiles.classPath(loader).stream().map(PackFiles::texts).toList();
      }
    }

    private static URLClassLoader loader(Path... classPath) throws MalformedURLException {
      URL[] urls = new URL[classPath.length];
      for (int i = 0; i < urls.length; i++) {
        urls[i] = classPath[i].toUri().toURL();
      }
      return new URLClassLoader(urls, null);
    }
  }

  @Nested
  class DoneWithout {

    private final PackFiles base = pack("base", "languages: [en]\n");
    private final PackFiles upon = pack("upon", "buildsOn: [base]\n");
    private final PackFiles uponThat = pack("further", "buildsOn: [upon]\n");
    private final PackFiles other = pack("other", "languages: [en]\n");

    private static PackFiles pack(String id, String more) {
      return new PackFiles(id, new TreeMap<>(Map.of("pack.yaml", "id: " + id + "\n" + more)));
    }

    private List<String> without(String... ids) {
      return PackFiles.without(List.of(uponThat, upon, base, other), Set.of(ids)).stream()
          .map(PackFiles::origin)
          .toList();
    }

    @Test
    void takeAlongWhatBuildsOnThem() {
      assertEquals(List.of("other"), without("base"));
    }

    @Test
    void leaveWhatTheyBuildOn() {
      assertEquals(List.of("upon", "base", "other"), without("further"));
    }
  }
}
