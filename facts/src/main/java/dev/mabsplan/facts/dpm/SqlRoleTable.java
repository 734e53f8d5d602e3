package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.SqlRole;
import dev.mabsplan.facts.format.CountedRemarks;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.RowNotes;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.format.TextLine;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether SYSTEM has the role sysadmin in an instance of SQL Server: the table that sqlcmd.exe
 * prints of a query whose columns are called {@code Instance} and {@code SystemIsSysadmin}.
 */
final class SqlRoleTable implements NativeFormat {

  private static final int LONGEST_LINE = 2_000;
  private static final Pattern HEAD =
      Pattern.compile("\\s*+Instance\\s++SystemIsSysadmin\\s*+", Pattern.CASE_INSENSITIVE);
  private static final Pattern RULER = Pattern.compile("[-\\s]++");
  private static final Pattern ROW = Pattern.compile("\\s*+(\\S++)\\s++(0|1|NULL)\\s*+");

  /** {@code (1 rows affected)}, in whatever language. */
  private static final Pattern COUNT = Pattern.compile("\\s*+\\(.*\\)\\s*+");

  @Override
  public String name() {
    return "sqlcmd.exe with the role of SYSTEM";
  }

  @Override
  public boolean fits(TextFile file) {
    return file.numberedLines().stream().anyMatch(line -> is(HEAD, line));
  }

  @Override
  public void read(TextFile file, Notes notes) {
    CountedRemarks remarks = new CountedRemarks();
    boolean inTable = false;
    for (TextLine line : file.numberedLines()) {
      Matcher row = ROW.matcher(line.text());
      if (is(HEAD, line)) {
        inTable = true;
      } else if (line.blank()) {
        inTable = false;
      } else if (inTable && line.text().length() <= LONGEST_LINE && row.matches()) {
        note(line, row.group(1), row.group(2), notes, remarks);
      } else if (!is(COUNT, line) && !(inTable && is(RULER, line))) {
        // what it says is not shown: a line of something else can hold a password
        remarks.unread(line.source(), "no line of the table");
      }
    }
    remarks.into(notes);
  }

  /** The name that SQL Server has for itself names no instance where it is the default one. */
  private static String named(String instance, String server) {
    boolean ofServer =
        server.toUpperCase(Locale.ROOT).startsWith(instance.toUpperCase(Locale.ROOT));
    return ofServer || instance.indexOf('\\') >= 0 ? instance : instance + "\\MSSQLSERVER";
  }

  private static boolean is(Pattern pattern, TextLine line) {
    return line.text().length() <= LONGEST_LINE && pattern.matcher(line.text()).matches();
  }

  private static void note(
      TextLine line, String instance, String value, Notes notes, CountedRemarks remarks) {
    if (instance.equals("NULL") || !RowNotes.isName(instance)) {
      remarks.unread(line.source(), "SQL Server does not say the name of its instance");
    } else if (value.equals("NULL")) {
      remarks.unused(line.source(), "SQL Server does not say whether SYSTEM has the role sysadmin");
    } else {
      notes.fact(
          line.source(),
          server -> {
            SqlRole role =
                SqlRole.of(server, named(instance, server), "NT AUTHORITY\\SYSTEM", "sysadmin");
            return value.equals("1") ? role : role.absent();
          });
    }
  }
}
