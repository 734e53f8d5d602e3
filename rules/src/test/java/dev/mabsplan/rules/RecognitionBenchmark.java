package dev.mabsplan.rules;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.symptom.Recognizer;
import dev.mabsplan.facts.ReportedError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures how long it takes to recognise what somebody pastes: an alert as it is copied, and texts
 * of a megabyte that repeat what is costly to compare. No test: it holds nothing to a time. {@code
 * mvn -pl rules -am test -Dgroups=benchmark -DexcludedGroups=} runs it.
 */
@Tag("benchmark")
class RecognitionBenchmark {

  private static final int MEGABYTE = 1 << 20;
  private static final int ROUNDS = 2_000;
  private static final int HOSTILE_ROUNDS = 3;

  private static final String ALERT =
      """
      Affected area:\tD:\\ on FS01.contoso.com
      Occurred since:\t1/15/2026 2:04:02 AM
      Description:\tThe replica of Volume D:\\ on FS01.contoso.com is inconsistent with the \
      protected data source. All protection activities for data source will fail until the \
      replica is synchronized with consistency check. (ID 3106)
      \tMore information
      Recommended action:\tSynchronize with consistency check.
      """;

  private static final String MAIL =
      """
      Hi all, since we grew the D: volume on FS01 half of the file server group is yellow. The \
      console says replica is inconsistant; I run a consistency check, it's green for an hour and \
      then inconsistent again. Vault and agent were not touched. Any ideas? Regards, Kim
      """;

  private static final Map<String, String> HOSTILE = new LinkedHashMap<>();

  static {
    HOSTILE.put("one letter", "a");
    HOSTILE.put("blanks", " ");
    HOSTILE.put("line breaks", "\n");
    HOSTILE.put("open parentheses", "(ID ");
    HOSTILE.put("numbers", "(ID 3106) ");
    HOSTILE.put("codes", "0x80070005 ");
    HOSTILE.put("ellipses", "The replica of … ");
    HOSTILE.put("beginnings of a message", "The replica of Volume ");
    HOSTILE.put("whole messages", "The replica of D:\\ on FS01 is inconsistent. ");
    HOSTILE.put("decisive words", "replica inconsistent vault scratch antivirus ");
    HOSTILE.put("decisive words with slips", "replcia inconsistnet vualt scrtach antivrius ");
    HOSTILE.put("negations", "not no never without inte ej ");
    HOSTILE.put("servers", "on FS01.contoso.com on SQL-02 ");
    HOSTILE.put("alerts", ALERT);
    HOSTILE.put("descriptions", "Description:\tReplica is inconsistent\n");
    HOSTILE.put("Markdown", "**> [x](y) `z` | ");
    HOSTILE.put("symbolic names", "CBPSourceSnapshotFailedReplicaInconsistentX ");
  }

  private static final Recognizer RECOGNIZER =
      Recognizer.of(Workshop.of(Planner.shipped()).knowledge());

  @Test
  void onePastedText() {
    say("a copied alert, median", medianOf(ROUNDS, ALERT));
    say("a mail, median", medianOf(ROUNDS, MAIL));
  }

  @Test
  void aMegabyteOfRepetition() {
    HOSTILE.forEach(
        (kind, piece) ->
            say(
                "1 MB of " + kind + ", median",
                medianOf(HOSTILE_ROUNDS, piece.repeat(MEGABYTE / piece.length()))));
  }

  private static long medianOf(int rounds, String text) {
    ReportedError error = ReportedError.ofText(text);
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      RECOGNIZER.understand(error);
      nanos.add(System.nanoTime() - start);
    }
    return nanos.stream().sorted().toList().get(rounds / 2);
  }

  private static void say(String what, long nanos) {
    System.out.printf("%s: %.2f ms%n", what, nanos / 1e6);
  }
}
