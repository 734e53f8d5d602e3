package dev.mabsplan.facts.windows.network;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.NetworkReach;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestNetConnectionTest {

  @Test
  void aServerIsReachedWhereItAnswersOnPort135() {
    Sample sample = read(new TestNetConnection(), file("test-net-connection/powershell-5.json"));

    assertEquals(
        List.of(
            NetworkReach.of(SERVER, "MABS01").withReachable(false),
            NetworkReach.of(SERVER, "MABS02.contoso.com").withReachable(true),
            NetworkReach.of(SERVER, "MABS03").withReachable(false)),
        sample.facts());
    assertEquals(List.of(6, 12, 17), sample.lines());
  }

  @Test
  void anotherPortOrNoneSaysNothing() {
    Sample sample = read(new TestNetConnection(), file("test-net-connection/powershell-5.json"));

    assertEquals(
        List.of("22: a port that says nothing of protection (and 1 more)"), sample.unused());
  }

  @Test
  void withoutAWordOnTheNameThePortAloneCounts() {
    Sample sample = read(new TestNetConnection(), file("test-net-connection/powershell-7.json"));

    assertEquals(List.of(NetworkReach.of(SERVER, "MABS01").withReachable(true)), sample.facts());
  }

  @Test
  void whatIsDamagedIsUnreadAndTheRestIsRead() {
    Sample sample = read(new TestNetConnection(), file("test-net-connection/damaged.json"));

    assertEquals(List.of(NetworkReach.of(SERVER, "MABS02").withReachable(true)), sample.facts());
    assertEquals(2, sample.unread().size());
  }
}
