package dev.mabsplan.engine.cli.option;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.cli.terminal.FileTrouble;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.site.Site;
import dev.mabsplan.engine.site.SiteReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The rule packs that plans are made with, and what a site says itself. */
public final class SiteOptions extends PackOptions {

  @Option(
      names = "--site",
      paramLabel = "FILE",
      description =
          "What this site says itself: how remedies are weighed here, rules that are switched off,"
              + " problems that are accepted until a day. mabsplan schema site prints its schema.")
  private @Nullable Path file;

  private @Nullable Site site;
  private @Nullable Planner planner;

  public SiteOptions(Map<String, String> environment) {
    super(environment);
  }

  /** Returns whether nothing but the shipped packs is asked for. */
  public boolean areUsual() {
    return file == null && folders().isEmpty() && without().isEmpty();
  }

  @Override
  Optional<Site> site() {
    Path from = file;
    if (site == null && from != null) {
      try {
        site = SiteReader.read(from.toString(), Files.readString(from));
      } catch (IOException e) {
        throw new InputException("--site: can't read " + from + ": " + FileTrouble.why(e));
      }
    }
    return Optional.ofNullable(site);
  }

  @Override
  public Planner planner() {
    Planner made = planner;
    if (made == null) {
      made = at(super.planner());
      planner = made;
    }
    return made;
  }

  @Override
  public Planner plannerWith(Path folder) {
    return at(super.plannerWith(folder));
  }

  private Planner at(Planner anywhere) {
    return site().map(say -> anywhere.at(say, LocalDate.now(ZoneOffset.UTC))).orElse(anywhere);
  }
}
