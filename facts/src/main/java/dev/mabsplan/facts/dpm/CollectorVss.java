package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.format.TextLine;
import dev.mabsplan.facts.windows.storage.FilterDrivers;
import dev.mabsplan.facts.windows.storage.VssWriters;
import java.util.List;

/**
 * {@code VSS_Info.txt} of Microsoft support's collector: the writers and the file system filters in
 * one file, each under a heading.
 */
final class CollectorVss implements NativeFormat {

  private static final int HEAD = 20;

  private final VssWriters writers = new VssWriters();
  private final FilterDrivers filters = new FilterDrivers();

  @Override
  public String name() {
    return "VSS_Info.txt";
  }

  @Override
  public boolean fits(TextFile file) {
    List<TextLine> lines = file.numberedLines();
    for (int i = 0; i + 1 < Math.min(lines.size(), HEAD); i++) {
      if (lines.get(i).text().strip().equals("VSS Writers Status")
          && lines.get(i + 1).text().strip().matches("-{10,40}")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void read(TextFile file, Notes notes) {
    List<TextLine> lines = file.numberedLines();
    writers.read(lines, notes);
    filters.read(lines, notes);
    expect(lines, "Installed Filters", "what fltmc filters prints", notes);
  }

  private static void expect(List<TextLine> lines, String heading, String what, Notes notes) {
    if (lines.stream().noneMatch(line -> line.text().strip().equals(heading))) {
      TextLine last = lines.get(lines.size() - 1);
      notes.unread(
          last.source(),
          "the file is cut off: expected \"" + heading + "\" and " + what + " below it");
    }
  }
}
