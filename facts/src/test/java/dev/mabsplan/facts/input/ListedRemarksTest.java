package dev.mabsplan.facts.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.fault.Source;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListedRemarksTest {

  private static final Remark OF_A_LINE =
      new Remark(Remark.Kind.UNREAD, Source.of("z.txt", 3), "is no text");

  private static Stream<Remark> unreadFiles(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Remark(Remark.Kind.UNREAD, Source.of("f%02d.bin".formatted(i)), "is no text"));
  }

  private static List<String> listed(Stream<Remark> remarks) {
    return ListedRemarks.of(remarks.toList()).stream().map(Remark::toString).toList();
  }

  @Test
  void aFewFilesAreNamedOneByOne() {
    assertEquals(11, listed(Stream.concat(unreadFiles(10), Stream.of(OF_A_LINE))).size());
  }

  @Test
  void ofManyFilesThatCantBeReadForOneReasonTheFirstStandsForAll() {
    assertEquals(
        List.of("f00.bin: is no text (and 10 more files)", "z.txt:3: is no text"),
        listed(Stream.concat(Stream.of(OF_A_LINE), unreadFiles(11))));
  }
}
