package dev.mabsplan.engine.cli;

import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.InvalidFactsException;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Source;
import dev.mabsplan.facts.bundle.Bundle;
import dev.mabsplan.facts.bundle.Imported;
import dev.mabsplan.facts.bundle.Owner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a command reads facts from. */
final class InputOptions {

  private static final int LIMIT_MIB = 16;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Facts documents, native output of Windows and DPM, folders or ZIP archives of such; -"
              + " reads standard input.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--server",
      paramLabel = "NAME[:ROLE]",
      description =
          "Whose facts they are where a file does not say it; ROLE is backupServer or"
              + " protectedServer.")
  private @Nullable String server;

  /** Returns whether nothing was named. */
  boolean isEmpty() {
    return paths.isEmpty();
  }

  /** Returns whether standard input is among what is read. */
  boolean readsStandardInput() {
    return paths.contains("-");
  }

  /** Reads everything that was named. */
  Imported read(Surroundings around) {
    if (!readsStandardInput()) {
      return Bundle.read(paths.stream().map(Path::of).toList(), owner());
    }
    if (paths.size() > 1) {
      throw new InputException("- stands alone: standard input holds one file");
    }
    return Bundle.read("standard input", bytes(around.in()), owner());
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
                    Source.of("standard input"),
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
      case "protectedServer" -> ServerRole.PROTECTED_SERVER;
      default ->
          throw new InputException(
              "--server knows the roles backupServer and protectedServer; found \"" + word + "\"");
    };
  }

  /** Says on standard error what a person should know about what was read. */
  static void tell(Imported imported, Surroundings around) {
    imported.remarks().forEach(remark -> around.err().println(remark));
  }
}
