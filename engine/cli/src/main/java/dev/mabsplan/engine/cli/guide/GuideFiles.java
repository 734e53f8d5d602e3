package dev.mabsplan.engine.cli.guide;

import dev.mabsplan.engine.cli.terminal.FileTrouble;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanMarkdown;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.privacy.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What a guide leaves behind: a facts document with every answer, from which it goes on, and a
 * record in Markdown of what was done and where it stands.
 */
final class GuideFiles {

  static final String ENDING = ".guide.json";

  private static final String STANDS = "<!-- mabsplan: where it stands -->\n";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

  private final Path kept;
  private final Path record;
  private final Surroundings around;
  private final InstantSource clock;
  private final StringBuilder done = new StringBuilder();

  GuideFiles(Path kept, Surroundings around, InstantSource clock) {
    this.kept = kept;
    this.around = around;
    this.clock = clock;
    String name = String.valueOf(kept.getFileName());
    this.record = kept.resolveSibling(name.replaceFirst("\\.json$", "") + ".md");
  }

  Path kept() {
    return kept;
  }

  Path record() {
    return record;
  }

  /** Returns the facts with the answers of before, where there are any. */
  Optional<Facts> resumed(Messages messages) {
    return Files.exists(kept) ? Optional.of(FactsDocument.read(kept, messages)) : Optional.empty();
  }

  /** Begins the record, or goes on with the one of before. */
  void begin(String title, String begun, String resumed) {
    Optional<String> before = before();
    done.append(before.orElseGet(() -> "# " + PlanMarkdown.text(title) + "\n\n"));
    note(before.isPresent() ? resumed : begun);
  }

  private Optional<String> before() {
    try {
      if (!Files.exists(kept) || !Files.exists(record)) {
        return Optional.empty();
      }
      String text = Files.readString(record);
      int end = text.indexOf(STANDS);
      return end < 0 ? Optional.of(text) : Optional.of(text.substring(0, end).strip() + "\n");
    } catch (IOException e) {
      throw new InputException("can't read " + record + ": " + FileTrouble.why(e));
    }
  }

  /** Notes what was done. */
  void note(String what) {
    String time = TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
    done.append("- ").append(time).append(": ").append(PlanMarkdown.text(what)).append('\n');
  }

  /** Keeps the facts, and the record with the plan that follows from them. */
  void keep(Facts facts, Plan plan) {
    around.write(Optional.of(kept), FactsDocument.write(facts));
    around.write(
        Optional.of(record), done + "\n" + STANDS + "\n" + PlanMarkdown.write(plan, Detail.ALL));
  }
}
