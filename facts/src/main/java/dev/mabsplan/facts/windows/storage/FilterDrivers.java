package dev.mabsplan.facts.windows.storage;

import dev.mabsplan.facts.Antivirus;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.format.TextLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code fltmc filters} prints: the file system filters that are loaded. One of antivirus
 * proves that the product is installed, not that it watches files; and a product whose filter is
 * unknown here, or that has none, is not in the list, so what is missing proves nothing.
 */
public final class FilterDrivers implements NativeFormat {

  private static final Pattern RULER = Pattern.compile("-{20,}\\s+-{8,}\\s+-{6,}\\s+-{3,}\\s*");
  private static final Pattern FILTER =
      Pattern.compile(
          "(\\S.{0,60}?)\\s{1,90}(?:(\\d{1,6})\\s{1,90})?(\\d{4,6}(?:\\.\\d{1,9})?)\\s{1,90}(\\d{1,3}|<[^>]{1,20}>)\\s*");
  private static final Pattern WITHOUT_ALTITUDE =
      Pattern.compile("(\\S.{0,60}?)\\s{1,90}<[^>]{1,20}>\\s*");
  private static final Pattern REFUSED =
      Pattern.compile("Filter listing failed with error: (0x[0-9A-Fa-f]{8}).*");

  /** Altitudes that Microsoft allots to filters of antivirus. */
  private static final BigDecimal ANTIVIRUS_FROM = BigDecimal.valueOf(320_000);

  private static final BigDecimal ANTIVIRUS_BELOW = BigDecimal.valueOf(330_000);

  @Override
  public String name() {
    return "fltmc filters";
  }

  @Override
  public boolean fits(TextFile file) {
    if (file.beginsAsJson()) {
      return false;
    }
    List<TextLine> lines = file.numberedLines();
    return lines.stream().anyMatch(line -> REFUSED.matcher(line.text()).matches())
        || rulerOf(lines) >= 0;
  }

  @Override
  public void read(TextFile file, Notes notes) {
    read(file.numberedLines(), notes);
  }

  /** Reads the filters among some lines, which may hold anything else too. */
  public void read(List<TextLine> lines, Notes notes) {
    for (TextLine line : lines) {
      Matcher refused = REFUSED.matcher(line.text());
      if (refused.matches()) {
        notes.unread(
            line.source(),
            "fltmc could not list the filters ("
                + refused.group(1)
                + "); expected its list, from a console run as administrator");
      }
    }
    int ruler = rulerOf(lines);
    if (ruler >= 0) {
      readTable(lines, ruler, notes);
    }
  }

  private static int rulerOf(List<TextLine> lines) {
    for (int i = 1; i < lines.size(); i++) {
      if (RULER.matcher(lines.get(i).text()).matches() && !lines.get(i - 1).blank()) {
        return i;
      }
    }
    return -1;
  }

  private static void readTable(List<TextLine> lines, int ruler, Notes notes) {
    Set<String> noted = new HashSet<>();
    List<TextLine> others = new ArrayList<>();
    for (int i = ruler + 1; i < lines.size() && !lines.get(i).blank(); i++) {
      TextLine line = lines.get(i);
      Matcher filter = FILTER.matcher(line.text());
      boolean hasAltitude = filter.matches();
      Matcher bare = WITHOUT_ALTITUDE.matcher(line.text());
      if (!hasAltitude && !bare.matches()) {
        notes.unread(
            line.source(),
            "expected a filter with name, instances, altitude and frame; found \""
                + line.text().strip()
                + "\"");
        continue;
      }
      String name = hasAltitude ? filter.group(1) : bare.group(1);
      Optional<String> product =
          notes
              .names()
              .antivirus(name)
              .or(
                  () ->
                      Optional.of(name).filter(n -> hasAltitude && isOfAntivirus(filter.group(3))));
      if (product.isEmpty()) {
        others.add(line);
      } else if (noted.add(product.get().toLowerCase(Locale.ROOT))) {
        notes.fact(line.source(), server -> Antivirus.of(server, product.get()));
      }
    }
    if (!others.isEmpty()) {
      String filters = others.size() == 1 ? "1 filter" : others.size() + " filters";
      notes.unused(others.get(0).source(), filters + " that are not of antivirus");
    }
  }

  private static boolean isOfAntivirus(String altitude) {
    BigDecimal there = new BigDecimal(altitude);
    return there.compareTo(ANTIVIRUS_FROM) >= 0 && there.compareTo(ANTIVIRUS_BELOW) < 0;
  }
}
