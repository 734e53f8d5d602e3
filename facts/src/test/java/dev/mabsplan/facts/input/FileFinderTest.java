package dev.mabsplan.facts.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.fault.InvalidFactsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileFinderTest {

  private static final Limits SMALL = new Limits(3, 1000, 1500, 10, 500, 2);

  @TempDir private Path folder;

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        member(zip, namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static void member(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private Path file(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private Path file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> names(List<FoundFile> files) {
    return files.stream().map(FoundFile::name).toList();
  }

  private static void refused(String message, Path path) {
    InvalidFactsException refused =
        assertThrows(InvalidFactsException.class, () -> FileFinder.find(List.of(path), SMALL));
    assertEquals(1, refused.faults().size());
    assertTrue(refused.faults().get(0).message().contains(message), refused.getMessage());
  }

  @Test
  void aFolderHasAllFilesBelowIt() throws IOException {
    file("in/b.txt", "b");
    file("in/deep/er/a.txt", "a");
    assertEquals(
        List.of(folder + "/in/b.txt", folder + "/in/deep/er/a.txt"),
        names(FileFinder.find(List.of(folder.resolve("in")), SMALL).files()));
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    file("in/a.txt", "a");
    Files.createSymbolicLink(folder.resolve("in/round"), folder);
    Files.createSymbolicLink(folder.resolve("in/other.txt"), folder.resolve("in/a.txt"));
    assertEquals(
        List.of(folder + "/in/a.txt"),
        names(FileFinder.find(List.of(folder.resolve("in")), SMALL).files()));
  }

  @Test
  void aLinkThatIsNamedItselfIsFollowedToItsFolder() throws IOException {
    file("in/a.txt", "a");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("in"));
    assertEquals(List.of(link + "/a.txt"), names(FileFinder.find(List.of(link), SMALL).files()));
  }

  @Test
  void manyArchivesInOneMayNotSwellToWhatOneMayNot() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 3; i++) {
        member(zip, i + ".zip", zip("a.txt", "a".repeat(900)));
      }
    }
    Limits limits = new Limits(9, 1000, 100_000, 1, 1_000, 2);
    Path archive = file("outer.zip", bytes.toByteArray());
    InvalidFactsException refused =
        assertThrows(InvalidFactsException.class, () -> FileFinder.find(List.of(archive), limits));
    assertTrue(
        refused.faults().get(0).message().contains("1 times its size"), refused.getMessage());
  }

  @Test
  void anArchiveHasItsMembersWhateverItsNameIs() throws IOException {
    Path archive = file("DPM_DATA.dat", zip("DPM_Info.txt", "x", "FS01/services.json", "y"));
    List<FoundFile> files = FileFinder.find(List.of(archive), SMALL).files();
    assertEquals(List.of(archive + "!DPM_Info.txt", archive + "!FS01/services.json"), names(files));
    assertEquals(Optional.empty(), files.get(0).folderName());
    assertEquals(Optional.of("FS01"), files.get(1).folderName());
  }

  @Test
  void anArchiveInAnArchiveIsOpenedToo() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      member(zip, "Events.zip", zip("a.xml", "x"));
    }
    Path archive = file("outer.zip", bytes.toByteArray());
    assertEquals(
        List.of(archive + "!Events.zip!a.xml"),
        names(FileFinder.find(List.of(archive), SMALL).files()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Desktop", "DPM_DATA", "logs", "2026-01-15", "my files", "åäö"})
  void aFolderThatCanBeNoServerNamesNone(String name) throws IOException {
    file(name + "/a.txt", "a");
    assertEquals(
        Optional.empty(),
        FileFinder.find(List.of(folder.resolve(name)), SMALL).files().get(0).folderName());
  }

  @Test
  void aFileOfAFolderThatIsTooLargeStopsNothing() throws IOException {
    file("in/a.txt", "a");
    Path large = file("in/b.evtx", "x".repeat(1001));
    FoundFiles found = FileFinder.find(List.of(folder.resolve("in")), SMALL);
    assertEquals(List.of(folder + "/in/a.txt"), names(found.files()));
    assertEquals(
        List.of(large + ": is larger than 0 MiB; cut off what is older than the failure"),
        found.unread().stream().map(Object::toString).toList());
  }

  @Test
  void anArchiveMayBeLargerThanAFile() throws IOException {
    byte[] one = new byte[600];
    byte[] other = new byte[600];
    new Random(1).nextBytes(one);
    new Random(2).nextBytes(other);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      member(zip, "a.bin", one);
      member(zip, "b.bin", other);
    }
    Path archive = file("DPM_DATA.zip", bytes.toByteArray());
    assertTrue(bytes.size() > SMALL.bytesOfFile());
    assertEquals(
        List.of(archive + "!a.bin", archive + "!b.bin"),
        names(FileFinder.find(List.of(archive), SMALL).files()));
  }

  @Test
  void aDamagedArchiveInAFolderStopsNothing() throws IOException {
    byte[] whole = zip("a.txt", "some text that is long enough to be cut off in the middle");
    Path half = file("in/half.zip", Arrays.copyOf(whole, whole.length / 3));
    file("in/whole.zip", whole);
    FoundFiles found = FileFinder.find(List.of(folder.resolve("in")), SMALL);
    assertEquals(List.of(folder + "/in/whole.zip!a.txt"), names(found.files()));
    assertEquals(
        List.of(half + ": is a ZIP archive that is cut off; make it again"),
        found.unread().stream().map(Object::toString).toList());
  }

  @Test
  void aDamagedArchiveInAnArchiveStopsNothing() throws IOException {
    byte[] whole = zip("a.txt", "some text that is long enough to be cut off in the middle");
    byte[] damaged = whole.clone();
    damaged[40] ^= 0x55;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      member(zip, "damaged.zip", damaged);
      member(zip, "b.txt", "b".getBytes(StandardCharsets.UTF_8));
    }
    Path archive = file("outer.zip", bytes.toByteArray());
    FoundFiles found = FileFinder.find(List.of(archive), SMALL);
    assertEquals(List.of(archive + "!b.txt"), names(found.files()));
    assertEquals(
        List.of(archive + "!damaged.zip"),
        found.unread().stream().map(remark -> remark.source().file()).toList());
  }

  @Test
  void anArchiveInAFolderThatSwellsStopsNothing() throws IOException {
    Path bomb = file("in/bomb.zip", zip("a", "0".repeat(50_000)));
    file("in/b.txt", "b");
    Limits roomy = new Limits(3, 100_000, 1_000_000, 10, 500, 2);
    FoundFiles found = FileFinder.find(List.of(folder.resolve("in")), roomy);
    assertEquals(List.of(folder + "/in/b.txt"), names(found.files()));
    assertEquals(
        List.of(bomb + "!a"),
        found.unread().stream().map(remark -> remark.source().file()).toList());
  }

  @Test
  void anArchiveThatLiesNowhereIsOpenedToo() throws IOException {
    assertEquals(
        List.of("standard input!a.txt"),
        names(FileFinder.find("standard input", zip("a.txt", "a"), SMALL).files()));
  }

  @Test
  void aFileThatIsNamedTwiceIsReadOnce() throws IOException {
    Path twice = file("in/a.txt", "a");
    assertEquals(
        List.of(twice.toString()),
        names(FileFinder.find(List.of(twice, folder.resolve("in")), SMALL).files()));
  }

  @Test
  void filesOfSeveralFoldersAreOfTheServersThatTheFoldersAreCalled() throws IOException {
    Path one = file("FS01/a.txt", "a");
    Path other = file("MABS01/a.txt", "a");
    assertEquals(
        List.of(Optional.of("FS01"), Optional.of("MABS01")),
        FileFinder.find(List.of(one, other), SMALL).files().stream()
            .map(FoundFile::folderName)
            .toList());
  }

  @Test
  void filesOfOneFolderAreOfNoServerThatItIsCalled() throws IOException {
    Path one = file("case42/a.txt", "a");
    Path other = file("case42/b.txt", "a");
    assertEquals(
        List.of(Optional.empty(), Optional.empty()),
        FileFinder.find(List.of(one, other), SMALL).files().stream()
            .map(FoundFile::folderName)
            .toList());
  }

  @Test
  void aMemberThatIsTooLargeStopsNothing() throws IOException {
    Limits roomy = new Limits(3, 1000, 1500, 10, 5000, 2);
    Path archive = file("all.zip", zip("a.evtx", "x".repeat(1001), "b.txt", "b"));
    FoundFiles found = FileFinder.find(List.of(archive), roomy);
    assertEquals(List.of(archive + "!b.txt"), names(found.files()));
    assertEquals(
        List.of(archive + "!a.evtx"),
        found.unread().stream().map(remark -> remark.source().file()).toList());
  }

  @Test
  void aNameInTheCharactersOfWindowsIsNoReasonToReadNothing() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("windows-1252"))) {
      member(zip, "FS01/tj\u00e4nster.json", new byte[] {'x'});
    }
    Path archive = file("all.zip", bytes.toByteArray());
    assertEquals(
        List.of(archive + "!FS01/tj\u00e4nster.json"),
        names(FileFinder.find(List.of(archive), SMALL).files()));
  }

  @Test
  void aNameThatSaysItIsUtf8IsReadAsThat() throws IOException {
    Path archive = file("all.zip", zip("tj\u00e4nster \u2013 kopia.txt", "x"));
    assertEquals(
        List.of(archive + "!tj\u00e4nster \u2013 kopia.txt"),
        names(FileFinder.find(List.of(archive), SMALL).files()));
  }

  @Test
  void noNameSteersATerminal() throws IOException {
    Path archive = file("all.zip", zip("a\u001b[31m\n.txt", "x"));
    assertEquals(
        List.of(archive + "!a?[31m?.txt"), names(FileFinder.find(List.of(archive), SMALL).files()));
  }

  @Test
  void whatIsJustSmallEnoughIsRead() throws IOException {
    file("in/a.txt", "x".repeat(1000));
    file("in/b.txt", "x".repeat(499));
    file("in/c.txt", "x");

    assertEquals(3, FileFinder.find(List.of(folder.resolve("in")), SMALL).files().size());
  }

  @Nested
  class IsRefused {

    @Test
    void whatIsNotThere() {
      refused("expected a file or a folder; found no such file", folder.resolve("nix"));
    }

    @Test
    void aFileThatIsTooLarge() throws IOException {
      refused("expected files of no more than", file("big.txt", "x".repeat(1001)));
    }

    @Test
    void moreInAllThanIsRead() throws IOException {
      file("in/a.txt", "x".repeat(1000));
      file("in/b.txt", "x".repeat(501));
      refused("MiB in all", folder.resolve("in"));
    }

    @Test
    void moreFilesThanAnybodyNeeds() throws IOException {
      for (int i = 0; i < 4; i++) {
        file("in/" + i + ".txt", "x");
      }
      refused("expected no more than 3 files", folder.resolve("in"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.txt", "in/../../a.txt", "/etc/passwd", "C:\\a.txt", "..\\a.txt"})
    void aMemberThatClimbsOut(String member) throws IOException {
      refused("found a path that leads out of it", file("evil.zip", zip(member, "x")));
    }

    @Test
    void anArchiveThatSwells() throws IOException {
      Path bomb = file("bomb.zip", zip("a", "0".repeat(50_000)));
      Limits roomy = new Limits(3, 100_000, 1_000_000, 10, 500, 2);
      InvalidFactsException refused =
          assertThrows(InvalidFactsException.class, () -> FileFinder.find(List.of(bomb), roomy));
      assertEquals(
          bomb
              + "!a: expected an archive that unpacks to no more than 10 times its size; found more;"
              + " unpack it, leave out what swells, and hand over the folder",
          refused.faults().get(0).message());
    }

    @Test
    void anArchiveThatLiesTooDeep() throws IOException {
      byte[] inner = zip("a", "x");
      for (int i = 0; i < 2; i++) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
          member(zip, "inner.zip", inner);
        }
        inner = bytes.toByteArray();
      }
      FoundFiles found = FileFinder.find(List.of(file("deep.zip", inner)), SMALL);
      assertEquals(List.of(), found.files());
      assertTrue(
          found.unread().get(0).text().startsWith("expected archives in archives no deeper than 2"),
          found.unread()::toString);
    }

    @Test
    void anArchiveThatSwellsInAFileThatIsTooLarge() throws IOException {
      Limits narrow = new Limits(3, 1000, 1500, 10, 5000, 2);
      Path bomb = file("bomb.zip", zip("a", "0".repeat(50_000)));
      InvalidFactsException refused =
          assertThrows(InvalidFactsException.class, () -> FileFinder.find(List.of(bomb), narrow));
      assertTrue(refused.faults().get(0).message().contains("unpacks to no more than 10 times"));
    }

    @Test
    void anArchiveThatIsCutOffBetweenItsMembers() throws IOException {
      byte[] whole = zip("a.txt", "a", "b.txt", "b");
      int second = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\003\004", 4);
      byte[] first = Arrays.copyOf(whole, second);
      refused("expected a ZIP archive; found one that is cut off", file("half.zip", first));
    }

    @Test
    void anArchiveThatIsCutOff() throws IOException {
      byte[] whole = zip("a.txt", "some text that is long enough to be cut off in the middle");
      byte[] half = Arrays.copyOf(whole, whole.length / 3);
      refused("expected a ZIP archive; found one that is cut off", file("half.zip", half));
    }
  }
}
