package dev.mabsplan.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ImageTest {

  enum Colour {
    RED,
    BLUE {
      @Override
      public String toString() {
        return "with a body of its own";
      }
    }
  }

  record Leaf(@Nullable String text, int number, boolean truth, Colour colour) {}

  record Tree(
      Map<String, Leaf> leaves, Optional<Tree> below, Set<String> names, List<Integer> sums) {}

  /** No record. */
  static final class Box {
    private final String held;

    Box(String held) {
      this.held = held;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Box box && box.held.equals(held);
    }

    @Override
    public int hashCode() {
      return held.hashCode();
    }
  }

  record BoxForm(String held) {}

  private static final List<Stand<?, ?>> STANDS =
      List.of(
          new Stand<>(
              Box.class,
              BoxForm.class,
              box -> new BoxForm(box.held),
              form -> new Box(form.held())));

  private static Tree tree() {
    Map<String, Leaf> leaves = new LinkedHashMap<>();
    leaves.put("z", new Leaf("å\n\uD83D\uDE00", -1, true, Colour.BLUE));
    leaves.put("a", new Leaf(null, Integer.MAX_VALUE, false, Colour.RED));
    Tree below = new Tree(Map.of(), Optional.empty(), Set.of(), List.of());
    return new Tree(
        leaves,
        Optional.of(below),
        new LinkedHashSet<>(List.of("z", "y", "a")),
        List.of(0, 127, 128, 1 << 30, Integer.MIN_VALUE));
  }

  private static Image written(@Nullable Object value) {
    ImageWriter writer = new ImageWriter(STANDS);
    writer.write(value);
    return writer.image();
  }

  private static @Nullable Object read(Image image) {
    return new ImageReader(image, STANDS).read();
  }

  @Test
  void isReadAsWhatWasWritten() {
    assertEquals(tree(), read(written(tree())));
  }

  @Test
  void keepsTheOrderOfItsCollections() {
    Tree read = (Tree) Objects.requireNonNull(read(written(tree())));

    assertEquals(List.of("z", "a"), new ArrayList<>(read.leaves().keySet()));
    assertEquals(List.of("z", "y", "a"), new ArrayList<>(read.names()));
  }

  @Test
  void hasAFormForWhatIsNoRecord() {
    assertEquals(List.of(new Box("x")), read(written(List.of(new Box("x")))));
  }

  @Test
  void ofWhatHasNoFormIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> written(new Object()));
  }

  @Test
  void makesNothingThatIsNotOurs() {
    Image image = written(new Leaf("x", 1, true, Colour.RED));
    byte[] bytes = image.bytes().clone();
    String name = Leaf.class.getName();
    int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(name);
    byte[] other = "java.lang.ProcessBuilder".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    System.arraycopy(Arrays.copyOf(other, name.length()), 0, bytes, at, name.length());

    assertThrows(UnfitImageException.class, () -> read(Image.of(bytes)));
  }

  @Test
  void thatEndsInTheMiddleIsUnfit() {
    byte[] whole = written(tree()).bytes();
    for (int length = 0; length < whole.length; length++) {
      Image part = Image.of(Arrays.copyOf(whole, length));
      assertThrows(UnfitImageException.class, () -> read(part), "of " + length + " bytes");
    }
  }

  /** Nothing comes of it but our own exception, and no memory is taken for what is not there. */
  @Test
  @Tag("slow")
  void thatIsDamagedIsUnfitOrAnother() {
    int unfit = 0;
    byte[] whole = written(tree()).bytes();
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = whole.clone();
      for (int i = 0; i <= round % 3; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        read(Image.of(bytes));
      } catch (UnfitImageException e) {
        unfit++;
      }
    }
    assertTrue(unfit > 1_000, "only " + unfit + " of 20,000");
  }
}
