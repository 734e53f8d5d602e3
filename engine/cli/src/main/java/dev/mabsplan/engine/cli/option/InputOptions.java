package dev.mabsplan.engine.cli.option;

import dev.mabsplan.engine.cli.intake.Intake;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.render.Printable;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.input.Bundle;
import dev.mabsplan.facts.input.Imported;
import dev.mabsplan.facts.input.Owner;
import dev.mabsplan.facts.input.Parcel;
import dev.mabsplan.facts.input.Probes;
import dev.mabsplan.facts.input.Since;
import dev.mabsplan.facts.privacy.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a command reads facts from. */
public final class InputOptions {

  private static final int LIMIT_MIB = 16;

  /** What remarks and faults call it. */
  private static final String STANDARD_INPUT = "standard input";

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Facts documents, native output of Windows and DPM, folders or ZIP archives of such; -"
              + " reads standard input. No more than 5,000 files, 16 MiB of each and 512 MiB in all"
              + " are read; an archive unpacks to no more than 100 times its size, or 64 MiB.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--server",
      paramLabel = "NAME[:ROLE]",
      description =
          "Whose facts they are where a file does not say it; ROLE is backupServer, agentServer or"
              + " protectedServer.")
  private @Nullable String server;

  @Option(
      names = "--since",
      paramLabel = "AGE|TIME",
      description =
          "Leaves out older errors of native output: 7d or 12h before the newest time in it, or"
              + " since 2026-01-14 or 2026-01-14T03:00:00Z.")
  private @Nullable String since;

  @Option(
      names = "--redact",
      description =
          "Replaces names of servers, domains and users, addresses and ids of subscriptions by"
              + " tokens that stay the same throughout.")
  private boolean redact;

  /** Returns whether names are to be replaced. */
  boolean redacts() {
    return redact;
  }

  /** Returns whether nothing was named. */
  public boolean isEmpty() {
    return paths.isEmpty();
  }

  /** Returns whether standard input is among what is read. */
  boolean readsStandardInput() {
    return paths.contains("-");
  }

  /**
   * Reads everything that was named, and says on standard error what a person should know of it.
   */
  public Facts read(Surroundings around, PackOptions packs) {
    return read(around, packs, Integer.MAX_VALUE, Optional.empty());
  }

  /**
   * Reads everything that was named, if anything was, and says on standard error what a person
   * should know of it.
   *
   * @param packs know which servers messages speak of, and what is a message and no secret
   * @param mostErrors how many errors are kept of what was named, the newest
   * @param pasted an error that was given beside it
   */
  Facts read(
      Surroundings around, PackOptions packs, int mostErrors, Optional<ReportedError> pasted) {
    return read(paths, around, packs, mostErrors, pasted);
  }

  /** Reads one of the paths that were named as a case of its own. */
  public Facts readOne(String path, Surroundings around, PackOptions packs, int mostErrors) {
    return read(List.of(path), around, packs, mostErrors, Optional.empty());
  }

  /** Returns the options that whoever reads it elsewhere must know, as its query names them. */
  Map<String, String> said() {
    Map<String, String> said = new LinkedHashMap<>();
    String name = server;
    if (name != null && owner().isPresent()) {
      said.put("server", name);
    }
    String age = since;
    if (age != null && since().isPresent()) {
      said.put("since", age);
    }
    if (redact) {
      said.put("redact", "true");
    }
    return said;
  }

  /** Returns the files that were named, and what is in folders and archives, for who reads them. */
  Parcel parcel(Surroundings around) {
    checkPaths(paths);
    return readsStandardInput()
        ? Parcel.of(STANDARD_INPUT, bytes(around.in()))
        : Parcel.of(paths.stream().map(InputOptions::path).toList());
  }

  /** Returns what was named. */
  public List<String> paths() {
    return List.copyOf(paths);
  }

  private Facts read(
      List<String> from,
      Surroundings around,
      PackOptions packs,
      int mostErrors,
      Optional<ReportedError> pasted) {
    Messages messages = new MessagesOfPacks(packs);
    Imported imported =
        from.isEmpty()
            ? Intake.NOTHING
            : found(from, around, messages, Probes.later(() -> packs.contents().answers()));
    return taken(
        imported,
        pasted.map(error -> new Intake.Pasted(error, "--text")),
        terms(packs, mostErrors, messages, redact),
        around);
  }

  /** Returns facts with an error besides, and says on standard error what was taken out of it. */
  Facts reported(
      Facts facts, ReportedError error, String option, Surroundings around, PackOptions packs) {
    return taken(
        new Imported(facts, List.of(), 0, Set.of()),
        Optional.of(new Intake.Pasted(error, option)),
        terms(packs, Integer.MAX_VALUE, new MessagesOfPacks(packs), false),
        around);
  }

  private Intake.Terms terms(
      PackOptions packs, int mostErrors, Messages messages, boolean redacting) {
    return new Intake.Terms(
        mostErrors,
        owner(),
        messages,
        facts -> packs.site().map(site -> site.named(facts)).orElse(facts),
        redacting ? Optional.of(packs::contents) : Optional.empty());
  }

  private static Facts taken(
      Imported read, Optional<Intake.Pasted> pasted, Intake.Terms terms, Surroundings around) {
    Intake taken = Intake.of(read, pasted, terms);
    taken.said().forEach(line -> around.err().println(Printable.of(line)));
    return taken.facts();
  }

  /** Refuses to write over what is read. */
  public void keepFrom(@Nullable Path output) {
    if (output != null && paths.stream().anyMatch(path -> isSame(path, output))) {
      throw new InputException("-o names a file that is read: " + output);
    }
  }

  /** What can't be looked at is no such file; whoever reads it says what is wrong with it. */
  private static boolean isSame(String path, Path output) {
    try {
      return Files.exists(output) && Files.isSameFile(Path.of(path), output);
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  private Imported found(List<String> from, Surroundings around, Messages messages, Probes probes) {
    checkPaths(from);
    return from.contains("-")
        ? Bundle.read(STANDARD_INPUT, bytes(around.in()), owner(), since(), messages, probes)
        : Bundle.read(
            from.stream().map(InputOptions::path).toList(), owner(), since(), messages, probes);
  }

  private static void checkPaths(List<String> from) {
    // An empty path is that of the folder one is in, which nobody means by a variable unset.
    if (from.stream().anyMatch(String::isBlank)) {
      throw new InputException("PATH needs the name of a file or folder; found \"\"");
    }
    if (from.contains("-") && from.size() > 1) {
      throw new InputException("- stands alone: standard input holds one file");
    }
  }

  /** On Windows a quote mark, as cmd leaves one behind {@code "C:\\logs\\"}, makes it no path. */
  public static Path path(String written) {
    try {
      return Path.of(written);
    } catch (InvalidPathException e) {
      throw new InputException(
          "PATH needs the name of a file or folder; found "
              + Fault.quote(written)
              + ", which can be none: "
              + e.getReason());
    }
  }

  private Optional<Since> since() {
    try {
      return Optional.ofNullable(since).map(Since::parse);
    } catch (IllegalArgumentException e) {
      throw new InputException("--since: " + e.getMessage());
    }
  }

  private static byte[] bytes(InputStream in) {
    try {
      byte[] bytes = in.readNBytes((LIMIT_MIB << 20) + 1);
      if (bytes.length > LIMIT_MIB << 20) {
        throw new InvalidFactsException(
            List.of(
                new Fault(
                    "no more than " + LIMIT_MIB + " MiB",
                    "more",
                    Source.of(STANDARD_INPUT),
                    "leave out what is not about the failing backup")));
      }
      return bytes;
    } catch (IOException e) {
      throw new InputException("standard input can't be read: " + e.getMessage());
    }
  }

  private Optional<Owner> owner() {
    String text = server;
    if (text == null) {
      return Optional.empty();
    }
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    if (name.isBlank()) {
      throw new InputException(
          "--server takes a name, alone or with :ROLE; found \"" + text + "\"");
    }
    return Optional.of(
        new Owner(
            name, colon < 0 ? Optional.empty() : Optional.of(role(text.substring(colon + 1)))));
  }

  private static ServerRole role(String word) {
    return switch (word) {
      case "backupServer" -> ServerRole.BACKUP_SERVER;
      case "agentServer" -> ServerRole.AGENT_SERVER;
      case "protectedServer" -> ServerRole.PROTECTED_SERVER;
      default ->
          throw new InputException(
              "--server knows the roles backupServer, agentServer and protectedServer; found \""
                  + word
                  + "\"");
    };
  }
}
