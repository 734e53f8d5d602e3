package dev.mabsplan.engine.symptom;

import static dev.mabsplan.engine.symptom.SeedSymptoms.RECOGNIZER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.facts.ReportedError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class RecognizerPropertiesTest {

  private static final String SERVER = "fs01.corp.contoso.com";

  /** A message with its placeholders filled, and whose it is. */
  record Said(String symptom, String text, boolean server) {
    @Override
    public String toString() {
      return text;
    }
  }

  static Stream<Said> messages() {
    List<Said> messages = new ArrayList<>();
    for (KnownSymptom symptom : SeedSymptoms.ALL) {
      if (symptom.genericMessages()) {
        continue;
      }
      for (String message : symptom.messages()) {
        String text =
            message
                .replace("{server}", SERVER)
                .replace("{dataSource}", "SQL Server 2016 database SQL01\\Sales Archive")
                .replace("{code}", "FileFaultFault");
        messages.add(new Said(symptom.id(), text, message.contains("{server}")));
      }
    }
    return messages.stream();
  }

  private static List<Recognition> in(String text) {
    return RECOGNIZER.recognize(ReportedError.ofText(text));
  }

  private static List<String> idsIn(String text) {
    return in(text).stream().map(recognition -> recognition.symptom().id()).toList();
  }

  private static String hardWrapped(String text, int column, String lineBreak) {
    StringBuilder wrapped = new StringBuilder();
    for (int i = 0; i < text.length(); i += column) {
      wrapped.append(i == 0 ? "" : lineBreak).append(text, i, Math.min(text.length(), i + column));
    }
    return wrapped.toString();
  }

  private static String wordWrapped(String text, int column) {
    StringBuilder wrapped = new StringBuilder();
    int length = 0;
    for (String word : text.split(" ", -1)) {
      if (length > 0 && length + 1 + word.length() > column) {
        wrapped.append("\r\n");
        length = 0;
      } else if (length > 0) {
        wrapped.append(' ');
        length++;
      }
      wrapped.append(word);
      length += word.length();
    }
    return wrapped.toString();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageIsRecognisedWhereverItIsBroken(Said said) {
    for (int column = 20; column <= 100; column++) {
      for (String text :
          List.of(
              hardWrapped(said.text(), column, "\n"),
              hardWrapped(said.text(), column, "\r\n> "),
              wordWrapped(said.text(), column))) {
        List<Recognition> all = in(text);
        assertEquals(1, all.size(), text);
        assertEquals(said.symptom(), all.get(0).symptom().id(), text);
        if (said.server()) {
          assertEquals(SERVER, all.get(0).server(), text);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageCutOffAnywhereIsNeverAnother(Said said) {
    boolean recognised = false;
    for (int length = 1; length <= said.text().length(); length++) {
      for (String end : List.of("", "…", "...", " …", "\n")) {
        String text = said.text().substring(0, length) + end;
        List<Recognition> all = in(text);
        List<String> ids = all.stream().map(recognition -> recognition.symptom().id()).toList();
        assertTrue(ids.isEmpty() || ids.equals(List.of(said.symptom())), text + ids);
        recognised |= !ids.isEmpty();
        if (end.contains(".") || end.contains("…")) {
          // a name that is cut off with the text would be another
          for (Recognition recognition : all) {
            String server = recognition.server();
            assertTrue(server == null || server.equals(SERVER), text + server);
          }
        }
      }
    }
    assertTrue(recognised);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void whatStandsAroundAMessageDoesNotHideIt(Said said) {
    for (String frame :
        List.of(
            "> %s",
            "- %s\n",
            "1. %s\n2. Then nothing.",
            "**%s**",
            "`%s`",
            "<p>%s</p>",
            "| Backup | %s | Do something. |",
            "\"%s\"",
            "Backup\t%s\tFailed",
            "Hello,\nwe see this:\n\n%s\n\nwhat now?",
            "Error: %s",
            "Description: %s\nRecommended action: Replica is inconsistent. Run a check.",
            "%s\\\nMore information\\")) {
      String text = frame.formatted(said.text());
      assertEquals(List.of(said.symptom()), idsIn(text), text);
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageBehindAnIfIsNone(Said said) {
    String text = said.text();
    String lower = text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    assertEquals(List.of(), idsIn("If " + lower), text);
  }

  @Test
  void theOrderInWhichSymptomsAreKnownChangesNothing() {
    List<KnownSymptom> reversed = new ArrayList<>(SeedSymptoms.ALL);
    Collections.reverse(reversed);
    Recognizer other = new Recognizer(reversed, SeedSymptoms.PHRASES);
    String all = String.join("\n\n", messages().map(Said::text).toList());
    for (String text :
        List.of(
            all,
            RecognizerTest.COPIED_ALERT,
            RecognizerTest.MARKDOWN_ALERT,
            RecognizerTest.EVENT)) {
      ReportedError error = ReportedError.ofText(text);
      assertEquals(RECOGNIZER.recognize(error), other.recognize(error));
    }
  }

  @Test
  void manyThreadsReadOneTextAlike() {
    ReportedError error = ReportedError.ofText(RecognizerTest.COPIED_ALERT);
    List<Recognition> expected = RECOGNIZER.recognize(error);
    assertTrue(
        IntStream.range(0, 2_000)
            .parallel()
            .allMatch(i -> RECOGNIZER.recognize(error).equals(expected)));
  }

  @Test
  void textWithoutMeaningIsNothing() {
    Random random = new Random(42);
    String alphabet =
        " \n\t.,:;()[]{}<>|\\/'\"*_`#&-…=%+0123456789abcdefxIDErrorFel–åäö\u00a0\u001b\ud83d";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(300);
      for (int i = 0; i < length; i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      ReportedError error = ReportedError.ofText(text.toString());
      assertEquals(List.of(), RECOGNIZER.recognize(error), text::toString);
      ErrorText said = ErrorText.of(error);
      assertTrue(said.headline().length() <= 200);
      assertTrue(said.headline().chars().noneMatch(Character::isISOControl));
    }
  }

  @Test
  void wordsOfTheMessagesInAnyOrderAreNothing() {
    Random random = new Random(7);
    List<String> words =
        messages().flatMap(said -> Stream.of(said.text().split("\\s+", -1))).distinct().toList();
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(words.get(random.nextInt(words.size())))
            .append(random.nextInt(9) == 0 ? "\n" : " ");
      }
      assertEquals(List.of(), idsIn(text.toString()), text::toString);
    }
  }

  @Test
  void aVeryLongTextTakesNoLongTime() {
    String message = messages().findFirst().orElseThrow().text();
    for (String piece :
        List.of(
            "a",
            " ",
            "\n",
            "(",
            "(ID ",
            "(ID 1",
            "\\",
            "&",
            "<",
            "<a ",
            "[x](",
            "0x",
            "…",
            "The. ",
            "The replica of ",
            "The replica of x on y. ",
            "Description: ",
            "Affected area: x\n",
            "Operation failed. … ",
            "Setup could not update registry metadata. … ",
            "DPM encountered error from VMware while trying to get ChangeTracking information. Server - a ",
            "The DPM job failed for a on b on c on d ",
            "ID: 12\n",
            message + "\n")) {
      String text = piece.repeat(1_000_000 / piece.length());
      assertTimeout(
          Duration.ofSeconds(10),
          () -> {
            in(text);
            ErrorText.of(ReportedError.ofText(text));
          },
          piece);
    }
  }
}
