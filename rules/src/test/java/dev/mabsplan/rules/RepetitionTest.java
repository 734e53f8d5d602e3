package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.scenario.InvalidScenarioException;
import dev.mabsplan.engine.scenario.ScenarioFile;
import dev.mabsplan.engine.scenario.ScenarioReader;
import dev.mabsplan.engine.symptom.Recognizer;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.input.Bundle;
import dev.mabsplan.facts.privacy.Redaction;
import dev.mabsplan.facts.privacy.Secrets;
import dev.mabsplan.facts.tree.JsonObject;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * What is read takes a time that grows with its length, or little more (n log n), whatever is
 * repeated in it: a text four times as long no more than some four times as much. {@code
 * -Drepeated=16000000} tries longer ones than the usual build.
 */
@Tag("slow")
class RepetitionTest {

  private static final int LENGTH = Integer.getInteger("repeated", 50_000);
  private static final int TIMES = 4;

  /** Below it, what else the machine does tells more than how the time grows. */
  private static final long NOISE_MILLIS = 400;

  /** A time that grows by the square would take sixteen times as much. */
  private static final double MOST = 2 * TIMES;

  /** Some are one thing over and over; where a number stands for #, they are all different. */
  private static final List<String> PIECES =
      List.of(
          "a",
          " ",
          "\n",
          "\r\n",
          "\t",
          "\u00a0",
          "\u200b",
          "å",
          "😀",
          "\\",
          "/",
          "\"",
          "'",
          "`",
          "<",
          ">",
          "&",
          "&amp;",
          "[",
          "]",
          "(",
          ")",
          "{",
          "}",
          ",",
          ";",
          ":",
          "=",
          "-",
          "_",
          "@",
          "%",
          "$(",
          "|",
          "..",
          "0",
          "0x",
          "1:",
          "\"\"",
          "\"\\",
          "<a ",
          "</a>",
          "<!--",
          "[x](",
          "```\n",
          "- ",
          "# ",
          "a: ",
          "*a ",
          "&a ",
          "!!a ",
          "--- \n",
          "key#: 1\n",
          "- [",
          "{a: ",
          "(ID ",
          "(ID #) ",
          "ID: #\n",
          "0x8007000# ",
          "error # ",
          "(0x80070005) ",
          "Description: ",
          "Affected area: x\n",
          "The replica of x on y is inconsistent. ",
          "SRV#.contoso.local ",
          "DOM#\\u ",
          "u@d#.se ",
          "\\\\srv#\\x ",
          "h.d#.contoso.local ",
          "10.0.0.# ",
          "S-1-5-21-#-1-2-3 ",
          "6f9619ff-8b86-d011-b42d-00c04fc96# ",
          "CN=a#,DC=b#,DC=local ",
          "Server=h#;",
          "password ",
          "password: x# ",
          "pwd - ",
          "password\n--------\n",
          "| password |\n|---|\n",
          "Passphrase:\n",
          "net user a x /add\n",
          "-P x ",
          "-----BEGIN ",
          "-----BEGIN X-----\n",
          "sig=",
          "eyJ",
          "AccountKey=x#==;",
          "\"clientSecret\": {\"value\": \"",
          "PIN #",
          "C:\\>",
          "PS C:\\> Get-Process\n",
          "[SC] 1 1 ",
          "SERVICE_NAME: V#\n        STATE : 1  STOPPED\n",
          "[HKEY_LOCAL_MACHINE\\SOFTWARE\\X#]\n\"a\"=dword:1\n\n",
          "    REG_",
          "\"a\"=hex:00,\\\n ",
          "\"a\nb\",",
          "{\"Name\":\"V#\",\"Status\":4,\"StartType\":2},",
          "{\"Name\":",
          "        : : : :\n",
          "<Event><System><Computer>c#</Computer></System></Event>",
          "09:41:12 d:+",
          "Line #:");

  /** What makes a reader take the rest for its own. */
  private static final List<String> HEADS =
      List.of(
          "",
          "[",
          "Windows Registry Editor Version 5.00\n\n",
          "\"Level\",\"Date and Time\",\"Source\",\"Event ID\",\"Task Category\"\n",
          "<Events>",
          "PS C:\\> ");

  private static final Recognizer RECOGNIZER =
      Recognizer.of(
          Workshop.of(Catalog.PLANNER).knowledge(),
          Workshop.of(Catalog.PLANNER).rules().meanings());
  private static final ScenarioReader SCENARIOS = new ScenarioReader(Catalog.PLANNER);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static Map<String, Consumer<String>> readers() {
    Map<String, Consumer<String>> readers = new LinkedHashMap<>();
    readers.put("secrets", Secrets::removedFrom);
    readers.put("recognition", text -> RECOGNIZER.understand(ReportedError.ofText(text)));
    readers.put("names", text -> Redaction.of(errorWith(text)));
    readers.put(
        "facts", text -> FactsDocument.parse(new JsonObject().text("observedAt", text).oneLine()));
    readers.put("facts as they are", FactsDocument::parse);
    readers.put(
        "scenario",
        text ->
            SCENARIOS.read(new ScenarioFile("x.yaml", "replica", text, path -> Optional.empty())));
    for (String head : HEADS) {
      readers.put("import " + head.strip(), text -> imported(head + text));
    }
    return readers;
  }

  private static Facts errorWith(String text) {
    return Facts.builder().error(ReportedError.ofText(text.isBlank() ? "x" : text)).build();
  }

  private static void imported(String text) {
    Bundle.read("x", text.getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.empty());
  }

  private static String repeated(String piece, int length) {
    StringBuilder text = new StringBuilder(length + piece.length() + 10);
    for (int i = 0; text.length() < length; i++) {
      text.append(piece.replace("#", String.valueOf(i)));
    }
    return text.toString();
  }

  /** What it takes of the processor, since other work may stand beside it. */
  private static long millis(Consumer<String> reader, String text) {
    long before = THREADS.getCurrentThreadCpuTime();
    try {
      reader.accept(text);
    } catch (InvalidFactsException | InvalidScenarioException refused) {
      // its own refusal
    }
    return (THREADS.getCurrentThreadCpuTime() - before) / 1_000_000;
  }

  @TestFactory
  Stream<DynamicTest> timeGrowsWithTheLength() {
    return readers().entrySet().stream()
        .map(reader -> dynamicTest(reader.getKey(), () -> grows(reader.getValue())));
  }

  private static void grows(Consumer<String> reader) {
    List<String> slow = new ArrayList<>();
    for (String piece : PIECES) {
      long whole = millis(reader, repeated(piece, LENGTH));
      if (whole > NOISE_MILLIS) {
        long part = millis(reader, repeated(piece, LENGTH / TIMES));
        long again = millis(reader, repeated(piece, LENGTH));
        if (Math.min(whole, again) > Math.max(NOISE_MILLIS, part * MOST)) {
          slow.add(
              "%s: %d ms for %d characters, %d ms for %d"
                  .formatted(piece.strip(), part, LENGTH / TIMES, again, LENGTH));
        }
      }
    }
    assertEquals(List.of(), slow);
  }
}
