package dev.mabsplan.engine.image;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Bytes that stand for something; nobody changes them. */
public final class Image {

  private final byte[] bytes;

  private Image(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns an image of bytes that belong to it from now on. */
  public static Image of(byte[] bytes) {
    return new Image(bytes);
  }

  /** Returns its CRC-32, by which damage shows. */
  public long sum() {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return sum.getValue();
  }

  byte[] bytes() {
    return bytes;
  }

  /** Returns a stream of it. */
  public InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }

  /** Writes it with its size before it. */
  public void writeTo(DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads what {@link #writeTo} wrote.
   *
   * @throws UnfitImageException where less follows than it says
   */
  public static Image readFrom(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > in.available()) {
      throw new UnfitImageException("more than there is");
    }
    return new Image(in.readNBytes(size));
  }
}
