package dev.mabsplan.facts.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.privacy.Messages;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files come out of a parcel as they went into it, and nothing that claims to be one does harm. */
class ParcelTest {

  private static final String STOPPED =
      """
      SERVICE_NAME: VSS
              TYPE               : 10  WIN32_OWN_PROCESS
              STATE              : 1  STOPPED
      """;

  @TempDir private Path folder;

  private static Imported read(Parcel parcel) {
    return Bundle.read(parcel, Optional.empty(), Optional.empty(), Messages.NONE, Probes.NONE);
  }

  @Test
  void whatIsReadOfItElsewhereIsWhatIsReadHere() throws IOException {
    Path files = Files.createDirectory(folder.resolve("FS01"));
    Files.write(files.resolve("sc.txt"), ("\ufeff" + STOPPED).getBytes(StandardCharsets.UTF_16LE));
    Files.writeString(files.resolve("åäö.txt"), "nothing that is known");
    Files.writeString(files.resolve("broken.zip"), "PK\u0003\u0004");
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("all.zip")))) {
      zip.putNextEntry(new ZipEntry("MABS01/sc.txt"));
      zip.write(STOPPED.getBytes(StandardCharsets.UTF_8));
    }
    Parcel here = Parcel.of(List.of(folder));

    Parcel there = Parcel.unpacked(here.packed());

    assertEquals(here.found(), there.found());
    assertEquals(read(here), read(there));
    assertTrue(
        read(there).remarks().stream().anyMatch(remark -> remark.text().contains("cut off")));
    for (String server : List.of("FS01", "MABS01")) {
      assertTrue(read(there).facts().server(server).isPresent(), server);
    }
  }

  @Test
  void oneThatIsCutOffOrHasMoreBehindItIsRefused() {
    byte[] packed = Parcel.of("sc.txt", STOPPED.getBytes(StandardCharsets.UTF_8)).packed();
    for (int length = 0; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThrows(InvalidFactsException.class, () -> Parcel.unpacked(cut));
    }
    refused(
        out -> {
          out.writeInt(0);
          out.writeInt(0);
          out.write(7);
        });
  }

  private interface Claim {
    void write(DataOutputStream out) throws IOException;
  }

  private static void refused(Claim claim) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      claim.write(out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    assertThrows(InvalidFactsException.class, () -> Parcel.unpacked(bytes.toByteArray()));
  }

  @Test
  void whatItClaimsIsNotBelieved() {
    refused(out -> out.writeInt(-1));
    refused(out -> out.writeInt(Integer.MAX_VALUE));
    refused(
        out -> {
          out.writeInt(1);
          out.writeInt(Integer.MAX_VALUE);
        });
    refused(
        out -> {
          out.writeInt(1);
          out.writeInt(-7);
        });
    refused(
        out -> {
          out.writeInt(0);
          out.writeInt(Integer.MAX_VALUE);
        });
  }

  @Test
  void whatSwellsIsRefused() {
    byte[] packed = Parcel.of("zeros.txt", new byte[10_000]).packed();

    assertThrows(
        InvalidFactsException.class,
        () -> Parcel.unpacked(packed, new Limits(1, 9_000, 9_000, 1, 1, 1)));
    Parcel.unpacked(packed, new Limits(1, 10_000, 11_000, 1, 1, 1));
  }
}
