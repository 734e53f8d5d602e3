package dev.mabsplan.facts.windows.event;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.CountedRemarks;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Errors as PowerShell 7 shows them: the cmdlet and its message in a line, or, of a script, the
 * place with the message below the command that failed. PowerShell 7 speaks English only.
 */
final class ConciseError implements NativeFormat {

  private static final Pattern ERROR =
      Pattern.compile("[>\\s]{0,40}(\\p{L}{2,40}-\\w{2,60}): (?=\\S)(.*)");

  private static final Pattern PLACE =
      Pattern.compile("(?:.{1,400}:\\d{1,7}:\\d{1,7}|.{0,400}\\.ps1.*)");

  /** The message of a script's error, behind the bar that its lines have. */
  private static final Pattern BELOW = Pattern.compile("\\s{0,40}\\d{0,7}\\s{1,9}\\|\\s{0,9}(.*)");

  private static final Pattern UNDERLINE = Pattern.compile("~+");

  private static final Pattern NO_SERVICE =
      Pattern.compile("Cannot find any service with service name '([^'*?\\[]{1,256})'\\.");

  @Override
  public String name() {
    return "PowerShell 7 error";
  }

  @Override
  public boolean ofAnyCommand() {
    return true;
  }

  @Override
  public boolean fits(TextFile file) {
    return !file.beginsWith("[{<")
        && !file.text().contains("FullyQualifiedErrorId")
        && file.text().lines().map(ERROR::matcher).anyMatch(ConciseError::matters);
  }

  /** Other commands, and much else that is written so, say nothing of a backup. */
  private static boolean matters(Matcher error) {
    return error.matches()
        && (BackupCommands.product(error.group(1)).isPresent()
            || NO_SERVICE.matcher(error.group(2).strip()).matches());
  }

  @Override
  public void read(TextFile file, Notes notes) {
    List<String> lines = file.lines();
    CountedRemarks remarks = new CountedRemarks();
    for (int i = 0; i < lines.size(); i++) {
      Matcher error = ERROR.matcher(lines.get(i));
      if (error.matches()) {
        String message = message(lines, i, error.group(2).strip());
        note(error.group(1), message, file.line(i + 1), notes, remarks);
      }
    }
    remarks.into(notes);
  }

  private static void note(
      String command, String message, Source source, Notes notes, CountedRemarks remarks) {
    Optional<String> product = BackupCommands.product(command);
    Matcher missing = NO_SERVICE.matcher(message);
    if (command.equals("Get-Service") && missing.matches()) {
      notes.fact(source, server -> Service.of(server, missing.group(1)).absent());
    } else if (product.isEmpty()) {
      remarks.unused(source, "errors of commands that are not about backup", command);
    } else if (message.isEmpty()) {
      remarks.unread(source, "an error without a message");
    } else {
      notes.error(
          source,
          new ReportedError(
              null, null, null, message, null, product.get(), null, null, null, null, null));
    }
  }

  private static String message(List<String> lines, int at, String said) {
    if (!PLACE.matcher(said).matches()
        || at + 1 >= lines.size()
        || !lines.get(at + 1).startsWith("Line |")) {
      return said;
    }
    List<String> message = new ArrayList<>();
    boolean underlined = false;
    for (int i = at + 2; i < lines.size(); i++) {
      Matcher below = BELOW.matcher(lines.get(i));
      if (!below.matches()) {
        break;
      }
      String text = below.group(1).strip();
      if (underlined) {
        message.add(text);
      }
      underlined |= UNDERLINE.matcher(text).matches();
    }
    return String.join("\n", message).strip();
  }
}
