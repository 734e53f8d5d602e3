package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanHtml;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.render.PlanMarkdown;
import dev.mabsplan.engine.render.PlanText;
import dev.mabsplan.engine.site.InvalidSiteException;
import dev.mabsplan.engine.site.SiteReader;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.input.Bundle;
import dev.mabsplan.facts.privacy.Redaction;
import dev.mabsplan.facts.privacy.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is read is damaged at random, with a seed: nothing but the product's own refusal comes of
 * it, within seconds, and what was read is written so that it reads back. {@code -Dmutations=N}
 * sets how often.
 */
@Tag("slow")
class MutatedInputTest {

  private static final int MUTATIONS = Integer.getInteger("mutations", 400);
  private static final long SEED = Long.getLong("seed", 20260115L);
  private static final long LONGEST = 20_000_000_000L;

  /** Pieces that mean something to one reader or another. */
  private static final List<String> PIECES =
      List.of(
          "\u0000",
          "\u001b[31m",
          "\u009b",
          "\u202e",
          "\u2028",
          "\u00a0",
          "\ud800",
          "\ufeff",
          "\"",
          "'",
          "\\",
          "\n",
          "\r",
          "\t",
          "{",
          "}",
          "[",
          "]",
          "<",
          "</",
          ">",
          "&",
          "%",
          "$(",
          "`",
          "|",
          "null",
          "-1",
          "1e999",
          "99999999999999999999",
          "0x80070005",
          "ID 3106",
          "(ID: 3106)",
          "Password: ",
          "<script>",
          "{server}",
          "\\u0000",
          "&amp;",
          "<!DOCTYPE x",
          "- ",
          "*a",
          "&a ",
          "PK\u0003\u0004",
          "ſ",
          "İ",
          "ß",
          "😀",
          "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");

  /** Reads what was damaged; its own refusals it takes. */
  @FunctionalInterface
  private interface Reader {
    void read(String text) throws IOException;
  }

  private static void each(List<String> samples, int times, Reader reader) {
    Random random = new Random(SEED);
    for (int i = 0; i < times; i++) {
      String text = mutated(samples.get(random.nextInt(samples.size())), random);
      long start = System.nanoTime();
      try {
        reader.read(text);
      } catch (RuntimeException | IOException | StackOverflowError e) {
        fail("mutation " + i + " of seed " + SEED + ": " + text, e);
      }
      int number = i;
      long took = System.nanoTime() - start;
      assertTrue(took < LONGEST, () -> "mutation " + number + " took " + took + " ns: " + text);
    }
  }

  private static String mutated(String sample, Random random) {
    StringBuilder text = new StringBuilder(sample);
    for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(1 + random.nextInt(40)));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> text.insert(from, text.substring(from, to).repeat(1 + random.nextInt(9)));
        case 3 -> text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
        default -> text.setLength(Math.max(1, from));
      }
    }
    return text.toString();
  }

  private static List<String> files(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
        if (Files.isRegularFile(file) && Files.size(file) < 20_000) {
          texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
      }
      return texts;
    }
  }

  private static long ends(String text) {
    return text.chars().filter(c -> c == '\n').count();
  }

  private static void planned(Facts facts) {
    for (Language language : Language.all()) {
      Plan plan = Catalog.PLANNER.plan(facts, language);
      for (String written :
          List.of(
              PlanText.write(plan, 80, false, Detail.LEDGER),
              PlanMarkdown.write(plan, Detail.ALL),
              PlanHtml.write(plan, Detail.ALL),
              PlanJson.write(plan, Detail.LEDGER))) {
        written
            .chars()
            .filter(c -> c != '\n' && (Character.isISOControl(c) || c == 0x202e || c == 0x2028))
            .findFirst()
            .ifPresent(c -> fail("U+" + Integer.toHexString(c) + " in " + written));
      }
    }
  }

  /** What was found by longer runs, and mended. */
  @Test
  void textsThatOnceCouldNotBeReadArePlannedFor() {
    planned(
        Facts.builder()
            .error(
                ReportedError.ofText(
                    "Fehler beim $(Auftrag des Auftrags. (ID 104 Details: Das Gerät ist nicht"
                        + " ber(ID: 3106)070015))"))
            .build());
  }

  @Test
  void factsDocuments() throws IOException {
    each(
        files("../examples", ".json"),
        MUTATIONS,
        text -> {
          Facts facts;
          try {
            facts = FactsDocument.parse(text);
          } catch (InvalidFactsException refused) {
            return;
          }
          assertEquals(facts, FactsDocument.parse(FactsDocument.write(facts)));
          try {
            planned(facts);
          } catch (InvalidFactsException refused) {
            // a remedy or a problem that nobody knows
          }
        });
  }

  @Test
  void textsAsPeopleCopyThem() {
    List<String> texts = Report.in("first").stream().map(Report::text).toList();
    each(
        texts,
        MUTATIONS,
        text -> {
          if (!text.isBlank()) {
            planned(Facts.builder().error(ReportedError.ofText(text)).build());
          }
        });
  }

  @Test
  void nativeOutput() throws IOException {
    List<String> samples = files("../facts/src/test/resources", ".txt");
    each(
        samples,
        5 * MUTATIONS,
        text -> {
          Facts facts;
          try {
            facts =
                Bundle.read(
                        "x",
                        text.getBytes(StandardCharsets.UTF_8),
                        Optional.empty(),
                        Optional.empty())
                    .facts();
          } catch (InvalidFactsException refused) {
            return;
          }
          assertEquals(facts, FactsDocument.parse(FactsDocument.write(facts)));
          Redaction.of(facts);
        });
  }

  @Test
  void secretsOnceTakenOutAreOut() throws IOException {
    List<String> samples = new ArrayList<>(files("../facts/src/test/resources", ".txt"));
    samples.add("Password: Zw5kq8Rt9\nnet user a Zw5kq8Rt9 /add\n{\"clientSecret\": \"Zw5\"}");
    each(
        samples,
        5 * MUTATIONS,
        text -> assertEquals(ends(text), ends(Secrets.removedFrom(text).text()), text));
  }

  @Test
  void siteFiles() {
    each(
        List.of(
            "site: contoso\nservers: {backupServer: MABS01}\nremedies:\n  replica/consistency-check:"
                + " {effort: very-long, because: x}\nwaivers:\n  - problem: replica/inconsistent\n"
                + "    until: 2026-12-31\n    because: y\n"),
        10 * MUTATIONS,
        text -> {
          try {
            SiteReader.read("site.yaml", text);
          } catch (InvalidSiteException refused) {
            assertTrue(!refused.faults().isEmpty());
          }
        });
  }

  @Test
  void versionsAndAddresses() {
    each(
        List.of(
            "2.0.9249.0", "servers[FS01].services[VSS].startType", "errors[3106 on FS01, D:\\]"),
        50 * MUTATIONS,
        text -> {
          try {
            assertEquals(Version.parse(text), Version.parse(Version.parse(text).toString()));
          } catch (IllegalArgumentException refused) {
            assertTrue(refused.getMessage() != null);
          }
          try {
            assertEquals(Address.parse(text), Address.parse(Address.parse(text).toString()));
          } catch (IllegalArgumentException refused) {
            assertTrue(refused.getMessage() != null);
          }
        });
  }
}
