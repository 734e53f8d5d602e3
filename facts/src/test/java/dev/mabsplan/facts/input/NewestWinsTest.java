package dev.mabsplan.facts.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.fault.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NewestWinsTest {

  private static final NewestWins.Moment MONDAY = at(Instant.parse("2026-01-12T22:00:00Z"));
  private static final NewestWins.Moment TUESDAY = at(Instant.parse("2026-01-13T22:00:00Z"));
  private static final NewestWins.Moment WEDNESDAY = at(Instant.parse("2026-01-14T22:00:00Z"));

  private static final NewestWins.Moment UNKNOWN =
      new NewestWins.Moment(Optional.empty(), Optional.empty());

  @Test
  void whatIsSaidAgainLaterIsAsNewAsThat() {
    NewestWins values = new NewestWins();
    values.add(free(1), Source.of("monday.txt"), MONDAY);
    values.add(free(1), Source.of("wednesday.txt"), WEDNESDAY);
    values.add(free(2), Source.of("tuesday.txt"), TUESDAY);
    assertEquals(List.of(new ReadFact(free(1), Source.of("wednesday.txt"))), values.all());
  }

  @Test
  void whatTheNewerDoesNotSayIsAsTheOlderHasIt() {
    Service monday = new Service("FS01", "VSS", true, ServiceState.RUNNING, StartType.MANUAL);
    Service tuesday = Service.of("FS01", "VSS").withState(ServiceState.STOPPED);
    NewestWins values = new NewestWins();
    values.add(monday, Source.of("monday.json"), MONDAY);
    values.add(tuesday, Source.of("tuesday.txt"), TUESDAY);
    assertEquals(
        List.of(tuesday.withStartType(StartType.MANUAL)),
        values.all().stream().map(ReadFact::fact).toList());
  }

  @Test
  void ofTwoAnswersInOneConsoleTheLowerIsTheNewer() {
    NewestWins values = new NewestWins();
    values.add(free(1), Source.of("typed.txt", 3), shown("typed.txt", 1));
    values.add(free(2), Source.of("typed.txt", 12), shown("typed.txt", 10));
    values.add(free(1), Source.of("typed.txt", 22), shown("typed.txt", 20));
    assertEquals(List.of(new ReadFact(free(1), Source.of("typed.txt", 22))), values.all());
  }

  @Test
  void ofAnswersInTwoConsolesAndInOneAnswerNeitherIsNewer() {
    NewestWins values = new NewestWins();
    values.add(free(1), Source.of("typed.txt", 3), shown("typed.txt", 1));
    values.add(free(2), Source.of("typed.txt", 4), shown("typed.txt", 1));
    values.add(free(3), Source.of("other.txt", 12), shown("other.txt", 10));
    assertEquals(3, values.all().size());
  }

  private static NewestWins.Moment at(Instant time) {
    return new NewestWins.Moment(Optional.of(time), Optional.empty());
  }

  private static NewestWins.Moment shown(String file, int line) {
    return new NewestWins.Moment(Optional.empty(), Optional.of(Source.of(file, line)));
  }

  @Test
  void whatIsGoneHasNothingOfWhatItWas() {
    Service monday = new Service("FS01", "VSS", true, ServiceState.RUNNING, StartType.MANUAL);
    Service tuesday = Service.of("FS01", "VSS").absent();
    NewestWins values = new NewestWins();
    values.add(monday, Source.of("monday.json"), MONDAY);
    values.add(tuesday, Source.of("tuesday.txt"), TUESDAY);
    assertEquals(List.of(tuesday), values.all().stream().map(ReadFact::fact).toList());
  }

  @Test
  @Tag("slow")
  void aFileThatContradictsItselfAgainAndAgainTakesNotLong() {
    NewestWins values = new NewestWins();
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < 50_000; i++) {
            values.add(free(i), Source.of("volumes.json", i + 1), UNKNOWN);
          }
        });
    assertEquals(100, values.all().size());
  }

  private static Volume free(long bytes) {
    return Volume.of("FS01", "C:").withFreeBytes(bytes);
  }
}
