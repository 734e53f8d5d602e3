package dev.mabsplan.facts.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.mabsplan.facts.DomainTrust;
import dev.mabsplan.facts.Source;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CombinationTest {

  @Test
  void domainsOfManyServersAreComparedInOnePass() {
    List<Combination.Read> facts =
        Stream.concat(
                Stream.of(domain("MABS01", "contoso.com")),
                IntStream.range(0, 50_000).mapToObj(i -> domain("FS" + i, "fabrikam" + i + ".com")))
            .toList();
    assertEquals(
        List.of(),
        assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> new Combination(facts).follows("MABS01"::equals)));
  }

  private static Combination.Read domain(String server, String name) {
    return new Combination.Read(DomainTrust.of(server).withName(name), Source.of("domains.json"));
  }
}
