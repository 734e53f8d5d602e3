package dev.mabsplan.facts.windows.storage;

import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.ShadowStorage;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.format.TextLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code vssadmin list shadowstorage} prints: for each volume where its shadow copies lie, and
 * the space they use, have and may have. Labels are translated, so the order tells which is which;
 * it is the same in all languages.
 */
final class ShadowStorageList implements NativeFormat {

  private static final Pattern PROGRAM = Pattern.compile("vssadmin 1\\.\\d+ - .*");
  private static final String DEVICE = "\\\\?\\Volume{";
  private static final Pattern VOLUME =
      Pattern.compile(
          "\\s*\\S[^:]{0,80}: (?:\\(([^)]{1,260})\\))?(\\\\\\\\\\?\\\\Volume\\{[0-9A-Fa-f-]{36}}\\\\)\\s*");
  private static final Pattern CUT_VOLUME =
      Pattern.compile("\\s*\\S[^:]{0,80}: .{0,270}\\\\\\\\\\?\\\\Volume\\{[0-9A-Fa-f-]{0,36}}?");
  private static final Pattern SPACE =
      Pattern.compile("\\s*\\S[^:\\\\]{0,80}: ([^(\\\\]{1,40}?)\\s*(?:\\(\\d{1,3}\\s?%\\))?\\s*");
  private static final Pattern SIZE =
      Pattern.compile("([\\d.,\\s\\u00A0\\u202F]{1,30}?)[\\s\\u00A0]*(bytes?|B|[KMGTPE]B)");
  private static final List<String> UNBOUNDED = List.of("UNBOUNDED", "OBEGRÄNSAD", "OBEGRÄNSAT");
  private static final String NONE = "No items found that satisfy the query.";

  /** A prompt at which the shadow storage of all volumes was asked for. */
  private static final Pattern ASKED =
      Pattern.compile(
          ".{0,300}>\\s*vssadmin(?:\\.exe)? list shadowstorage\\s*", Pattern.CASE_INSENSITIVE);

  private static final String UNITS = "BKMGTPE";

  /**
   * One association.
   *
   * @param line where it begins
   * @param volume the volume whose shadow copies are meant
   * @param spaces what is printed for used, allocated and maximum space
   */
  private record Association(TextLine line, String volume, List<TextLine> spaces) {

    boolean complete() {
      return spaces.size() == 3;
    }
  }

  @Override
  public String name() {
    return "vssadmin list shadowstorage";
  }

  @Override
  public boolean fits(TextFile file) {
    if (file.beginsAsJson()) {
      return false;
    }
    List<TextLine> lines = file.numberedLines();
    return lines.stream()
            .filter(line -> !line.blank())
            .limit(3)
            .anyMatch(line -> PROGRAM.matcher(line.text()).matches())
        || associations(lines).stream().anyMatch(association -> !association.spaces().isEmpty());
  }

  @Override
  public boolean readsPrompts() {
    return true;
  }

  @Override
  public void read(TextFile file, Notes notes) {
    List<TextLine> lines = file.numberedLines();
    List<Association> associations = associations(lines);
    if (associations.isEmpty()) {
      nothingListed(file, lines, notes);
      return;
    }
    Map<String, List<Association>> byVolume = new LinkedHashMap<>();
    for (Association association : associations) {
      byVolume
          .computeIfAbsent(
              association.volume().toUpperCase(Locale.ROOT), volume -> new ArrayList<>())
          .add(association);
    }
    boolean whole = !filtered(lines);
    for (List<Association> ofVolume : byVolume.values()) {
      whole &= note(ofVolume, notes);
    }
    if (whole) {
      notes.collected(FactKind.SHADOW_STORAGE);
    }
  }

  private static void nothingListed(TextFile file, List<TextLine> lines, Notes notes) {
    boolean none = lines.stream().anyMatch(line -> line.text().strip().equals(NONE));
    if (none && lines.stream().anyMatch(line -> ASKED.matcher(line.text()).matches())) {
      notes.collected(FactKind.SHADOW_STORAGE);
      return;
    }
    TextLine last = lines.stream().filter(line -> !line.blank()).reduce((a, b) -> b).orElse(null);
    // an empty list reads the same for shadow copies, and a refusal is translated
    notes.unread(
        last == null ? file.line(1) : last.source(),
        none
            ? "nothing was found, and no line says what was asked for; copy the command with it"
            : "expected what vssadmin lists, run as administrator; found neither writers nor"
                + " shadow storage");
  }

  /** A command line above the output may ask for one volume only. */
  private static boolean filtered(List<TextLine> lines) {
    return lines.stream()
        .map(line -> line.text().toLowerCase(Locale.ROOT))
        .anyMatch(text -> text.contains("/for=") || text.contains("/on="));
  }

  /** Notes the shadow storage of one volume, and returns whether all of it was read. */
  private static boolean note(List<Association> ofVolume, Notes notes) {
    Association first = ofVolume.get(0);
    if (ofVolume.size() > 1) {
      notes.unused(
          ofVolume.get(1).line().source(),
          first.volume()
              + " has shadow storage on "
              + ofVolume.size()
              + " volumes; which of them has a limit is not kept");
      notes.fact(first.line().source(), server -> ShadowStorage.of(server, first.volume()));
      return true;
    }
    ShadowStorage known = ShadowStorage.of("", first.volume());
    boolean whole = first.complete();
    if (!whole) {
      notes.unread(
          first.line().source(),
          "the shadow storage of "
              + first.volume()
              + " is cut off: expected used, allocated and"
              + " maximum space");
    }
    if (!first.spaces().isEmpty()) {
      TextLine used = first.spaces().get(0);
      OptionalLong bytes = bytes(spaceOf(used));
      if (bytes.isPresent()) {
        known = known.withUsedBytes(bytes.getAsLong());
      } else {
        notes.unread(used.source(), expectedSize(used));
      }
    }
    if (first.complete()) {
      TextLine maximum = first.spaces().get(2);
      String space = spaceOf(maximum);
      OptionalLong bytes = bytes(space);
      if (bytes.isPresent()) {
        known = known.withUnbounded(false).withMaximumBytes(bytes.getAsLong());
      } else if (UNBOUNDED.contains(space.toUpperCase(Locale.ROOT))) {
        known = known.withUnbounded(true);
      } else {
        notes.unread(maximum.source(), expectedSize(maximum) + ", or UNBOUNDED");
      }
    }
    noteKnown(first, known, notes);
    return whole;
  }

  private static void noteKnown(Association association, ShadowStorage known, Notes notes) {
    notes.fact(
        association.line().source(),
        server ->
            new ShadowStorage(
                server,
                known.volume(),
                known.unbounded(),
                known.maximumBytes(),
                known.usedBytes()));
  }

  private static String expectedSize(TextLine line) {
    return "expected a size such as 1.93 GB; found \"" + spaceOf(line) + "\"";
  }

  private static List<Association> associations(List<TextLine> lines) {
    List<Association> associations = new ArrayList<>();
    boolean storageVolume = false;
    for (int i = 0; i < lines.size(); i++) {
      TextLine line = lines.get(i);
      Matcher volume = VOLUME.matcher(line.text());
      if (volumeWithin(lines, i, volume)) {
        if (storageVolume) {
          storageVolume = false;
        } else {
          associations.add(new Association(line, nameOf(volume), new ArrayList<>()));
          storageVolume = true;
        }
      } else if (line.blank()) {
        storageVolume = false;
      } else if (!associations.isEmpty() && SPACE.matcher(line.text()).matches()) {
        Association last = associations.get(associations.size() - 1);
        if (!last.complete()) {
          last.spaces().add(line);
        }
      }
    }
    return associations;
  }

  /** A line is a volume by itself, or with the next one where a console wrapped it. */
  private static boolean volumeWithin(List<TextLine> lines, int index, Matcher volume) {
    String text = lines.get(index).text();
    if (!text.contains(DEVICE)) {
      return false;
    }
    if (volume.matches()) {
      return true;
    }
    return index + 1 < lines.size()
        && CUT_VOLUME.matcher(text).matches()
        && volume.reset(text + lines.get(index + 1).text().strip()).matches();
  }

  private static String nameOf(Matcher volume) {
    String mounted = volume.group(1);
    return mounted == null ? volume.group(2) : mounted;
  }

  private static String spaceOf(TextLine line) {
    Matcher space = SPACE.matcher(line.text());
    return space.matches() ? space.group(1).strip() : "";
  }

  /** Returns bytes; nothing where there is no size. */
  static OptionalLong bytes(String size) {
    Matcher matcher = SIZE.matcher(size);
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    String number = matcher.group(1).replaceAll("[\\s\\u00A0\\u202F]", "");
    int mark = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
    String digits =
        mark < 0
            ? number
            : number.substring(0, mark).replaceAll("[.,]", "") + "." + number.substring(mark + 1);
    if (!digits.matches("\\d{1,15}(\\.\\d{1,9})?")) {
      return OptionalLong.empty();
    }
    int power = UNITS.indexOf(Character.toUpperCase(matcher.group(2).charAt(0)));
    BigDecimal bytes =
        new BigDecimal(digits)
            .multiply(BigDecimal.valueOf(1024).pow(power))
            .setScale(0, RoundingMode.HALF_UP);
    return bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
        ? OptionalLong.empty()
        : OptionalLong.of(bytes.longValueExact());
  }
}
