package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.format.TextLine;
import dev.mabsplan.facts.windows.registry.RegistryNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code DPM_Registry_Info.txt} of Microsoft support's collector: what {@code Get-ItemProperty}
 * prints of a few keys, name and value with a colon between, the key itself as {@code PSPath} below
 * them. Connection strings and the names of a vault stand there too and are left out.
 */
final class CollectorRegistry implements NativeFormat {

  private static final Pattern PROPERTY = Pattern.compile("([A-Za-z]\\w{1,60})\\s{0,40}: ?(.*)");
  private static final Pattern MARS_FOLDER = Pattern.compile("[A-Za-z]:\\\\.{1,250}");
  private static final String MARS_HEADING = "MARS Installation Path";
  private static final String MARS_SETUP = "HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Setup";

  /** Folders; what else there is may be secret, or is of no use. */
  private static final Set<String> NAMES = Set.of("InstallPath", "ScratchLocation");

  /** A value, before its key is known. */
  private record Property(TextLine line, String name, String data) {}

  @Override
  public String name() {
    return "DPM_Registry_Info.txt";
  }

  @Override
  public boolean fits(TextFile file) {
    List<TextLine> lines = file.numberedLines();
    return lines.stream()
        .filter(line -> !line.blank())
        .limit(1)
        .anyMatch(line -> line.text().strip().equals("DPM Installation Path"));
  }

  @Override
  public void read(TextFile file, Notes notes) {
    List<TextLine> lines = file.numberedLines();
    readObjects(lines, notes);
    readFolderOfAgent(lines, notes);
  }

  private static void readObjects(List<TextLine> lines, Notes notes) {
    List<Property> object = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      TextLine line = lines.get(i);
      Matcher property = PROPERTY.matcher(line.text());
      if (line.blank()) {
        noteWithoutKey(object, notes);
        object.clear();
      } else if (property.matches() && property.group(1).equals("PSPath")) {
        if (i + 1 == lines.size()) {
          // PSParentPath comes next: without it the key may be cut off
          break;
        }
        noteValues(
            object,
            RegistryNotes.keyInFull(property.group(2) + continued(lines, i + 1)),
            line,
            notes);
        object.clear();
      } else if (property.matches() && !property.group(1).startsWith("PS")) {
        String data = (property.group(2) + continued(lines, i + 1)).strip();
        object.add(new Property(line, property.group(1), data));
      }
    }
    noteWithoutKey(object, notes);
  }

  /** PowerShell wraps a long value after a blank, which it keeps, and indents what follows. */
  private static String continued(List<TextLine> lines, int index) {
    StringBuilder rest = new StringBuilder();
    for (int i = index; i < lines.size() && lines.get(i).text().startsWith("     "); i++) {
      if (lines.get(i).blank()) {
        break;
      }
      rest.append(lines.get(i).text().stripLeading());
    }
    return rest.toString();
  }

  private static void noteValues(
      List<Property> object, Optional<String> key, TextLine line, Notes notes) {
    if (key.isEmpty()) {
      notes.unread(line.source(), "expected a key of the registry in PSPath");
      return;
    }
    List<Property> others = new ArrayList<>();
    for (Property property : object) {
      if (NAMES.contains(property.name()) && !property.data().isEmpty()) {
        notes.fact(
            property.line().source(),
            server ->
                RegistryValue.of(server, key.get(), property.name()).withData(property.data()));
      } else {
        others.add(property);
      }
    }
    if (!others.isEmpty()) {
      notes.unused(
          others.get(0).line().source(),
          String.join(", ", others.stream().map(Property::name).toList()) + " of " + key.get());
    }
  }

  private static void noteWithoutKey(List<Property> object, Notes notes) {
    if (!object.isEmpty()) {
      notes.unread(
          object.get(0).line().source(),
          "expected PSPath, the key, below \"" + object.get(0).name() + "\"; it is cut off");
    }
  }

  /** Here the collector writes the bare value, without its name and key. */
  private static void readFolderOfAgent(List<TextLine> lines, Notes notes) {
    lines.stream()
        .dropWhile(line -> !line.text().strip().equals(MARS_HEADING))
        .skip(1)
        .filter(line -> !line.blank())
        .findFirst()
        .filter(line -> MARS_FOLDER.matcher(line.text().strip()).matches())
        .ifPresent(
            line ->
                notes.fact(
                    line.source(),
                    server ->
                        RegistryValue.of(server, MARS_SETUP, "InstallPath")
                            .withData(line.text().strip())));
  }
}
