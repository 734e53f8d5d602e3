import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Puts a fixed time in the place of that at which a program for Windows was linked, so that two builds of one commit
 * give the same bytes; run by the build from its source.
 */
final class Stamp {

  private static final int PLACE_OF_HEADER = 0x3c;
  private static final int TIME = 8;
  private static final int CHECKSUM = 88;

  private Stamp() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    if (!Files.exists(file)) {
      System.out.println("[INFO] no mabsplan.exe: what links it runs on Linux x86-64 with glibc alone; all else is whole");
      return;
    }
    ByteBuffer exe = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int header = exe.getInt(PLACE_OF_HEADER);
    exe.putInt(header + TIME, (int) Instant.parse(args[1]).getEpochSecond());
    exe.putInt(header + CHECKSUM, 0);
    exe.putInt(header + CHECKSUM, checksum(exe));
    Files.write(file, exe.array());
  }

  /** The sum of all words, of which what runs over is added again, and the length. */
  private static int checksum(ByteBuffer exe) {
    int sum = 0;
    for (int i = 0; i < exe.limit(); i += 2) {
      int word = i + 1 < exe.limit() ? exe.getShort(i) & 0xffff : exe.get(i) & 0xff;
      sum += word;
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return sum + exe.limit();
  }
}
