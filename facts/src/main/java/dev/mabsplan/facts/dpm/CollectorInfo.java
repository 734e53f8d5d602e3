package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.AntivirusExclusion;
import dev.mabsplan.facts.ExclusionType;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.SystemProxy;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.RowNotes;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.format.TextLine;
import dev.mabsplan.facts.windows.registry.RegistryNotes;
import dev.mabsplan.facts.windows.security.Defender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code DPM_Info.txt} of Microsoft support's collector: what is installed, the proxies, Defender,
 * the services and some registry values, under headings. The collector writes English on every
 * Windows. Where one of its sentences stands for several states, no fact is made of it: a service
 * that it calls not running may be stopped, paused or missing. Only "Value not set" is taken at its
 * word, though it is also written of a value that is set to something else than advised.
 */
final class CollectorInfo implements NativeFormat {

  private static final int HEAD = 40;
  private static final String VERSIONS = "OS & Application Versions";
  private static final String RULER = "-{5,60}\\s*";

  private static final Pattern LABEL =
      Pattern.compile(
          "(Hostname|OS version|CPU Info|Total Memory|Script Version|DPM\\\\MAB version|MARS version)"
              + "[ .]{0,20}:\\s?(.*)");
  private static final Pattern PRODUCT =
      Pattern.compile("(.*?)\\s?-\\s?(\\d{1,9}(?:\\.\\d{1,9}){1,5})(?:\\s.*)?");
  private static final Pattern SERVICE =
      Pattern.compile(
          "(\\S.{0,40}) Service not (?:Running|in (?:Automatic|Manual) Startup"
              + "|running with LocalSystem)\\s*");
  private static final Pattern SERVICE_HEAD =
      Pattern.compile("Name\\s+ProcessId\\s+StartMode\\s+State\\s+Status\\s+StartName.*");
  private static final Pattern SERVICE_ROW =
      Pattern.compile(
          "(\\S{1,80})\\s+\\d{1,9}\\s+(Boot|System|Auto|Manual|Disabled)\\s+"
              + "(Running|Stopped|Paused|Start Pending|Stop Pending)\\s+\\S.*");
  private static final Pattern SET_TO =
      Pattern.compile("(\\S.{0,60}?)(?: value| Value)? set to: (\\S{1,60})\\s*");

  private static final String DPM_CONFIGURATION =
      "HKLM\\SOFTWARE\\Microsoft\\Microsoft Data Protection Manager\\Configuration";
  private static final String FILE_SYSTEM = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem";

  /** A value of the registry. */
  private record Value(String key, String name) {}

  private static final Map<String, Value> VALUES =
      Map.of(
          "DisableReFSStorageComputation",
          new Value(DPM_CONFIGURATION + "\\DiskStorage", "DisableReFSStorageComputation"),
          "DuplicateExtentBatchSize",
          new Value(DPM_CONFIGURATION + "\\DiskStorage", "DuplicateExtentBatchSizeinMB"),
          "ParallelMountDismountLimit",
          new Value(DPM_CONFIGURATION, "ParallelMountDismountLimit"),
          "RefsProcessedDeleteQueueEntryCountThreshold",
          new Value(FILE_SYSTEM, "RefsProcessedDeleteQueueEntryCountThreshold"),
          "RefsNumberOfChunksToTrim",
          new Value(FILE_SYSTEM, "RefsNumberOfChunksToTrim"),
          "Disk TimeOut",
          new Value("HKLM\\SYSTEM\\CurrentControlSet\\Services\\Disk", "TimeOutValue"));

  /** Values of the file system that the collector calls configured where they are 1. */
  private static final List<String> SWITCHES =
      List.of("RefsEnableInlineTrim", "RefsEnableLargeWorkingSetTrim", "RefsDisableCachedPins");

  /**
   * What stands under one heading.
   *
   * @param lines the lines below the heading and its ruler
   */
  private record Section(TextLine heading, List<TextLine> lines) {

    boolean titled(String title) {
      return heading.text().strip().equals(title);
    }
  }

  @Override
  public String name() {
    return "DPM_Info.txt";
  }

  @Override
  public boolean fits(TextFile file) {
    List<TextLine> head = file.numberedLines().stream().limit(HEAD).toList();
    return head.stream().anyMatch(line -> line.text().strip().equals(VERSIONS))
        || head.stream().anyMatch(line -> line.text().startsWith("DPM\\MAB version"));
  }

  @Override
  public void read(TextFile file, Notes notes) {
    List<TextLine> lines = file.numberedLines();
    lines.forEach(line -> readLabel(line, notes));
    for (Section section : sections(lines)) {
      read(section, notes);
    }
    readRegistry(lines, notes);
    readServices(lines, notes);
  }

  private static List<Section> sections(List<TextLine> lines) {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      TextLine line = lines.get(i);
      if (i > 0 && ruler(line) && !ruler(lines.get(i - 1)) && !lines.get(i - 1).blank()) {
        if (!sections.isEmpty()) {
          List<TextLine> above = sections.get(sections.size() - 1).lines();
          above.remove(above.size() - 1);
        }
        sections.add(new Section(lines.get(i - 1), new ArrayList<>()));
      } else if (!sections.isEmpty()) {
        sections.get(sections.size() - 1).lines().add(line);
      }
    }
    return sections;
  }

  private static boolean ruler(TextLine line) {
    return line.text().matches(RULER);
  }

  private static void read(Section section, Notes notes) {
    if (section.titled("Proxy configuration")) {
      readProxy(section, notes);
    } else if (section.titled("Defender Configuration")) {
      readDefender(section, notes);
    } else if (!section.titled(VERSIONS)
        && !section.titled("Storage Optimizations")
        && section.lines().stream().anyMatch(line -> !line.blank())) {
      notes.unused(
          section.heading().source(), "\"" + section.heading().text().strip() + "\" is not read");
    }
  }

  // what is installed

  private static void readLabel(TextLine line, Notes notes) {
    Matcher label = LABEL.matcher(line.text());
    if (!label.matches()) {
      return;
    }
    String value = label.group(2).strip();
    switch (label.group(1)) {
      case "Hostname" -> readHost(line, value, notes);
      case "DPM\\MAB version" -> readBackupServer(line, value, notes);
      case "MARS version" -> readAgent(line, value, notes);
      default -> {
        // of the machine, and no fact
      }
    }
  }

  private static void readHost(TextLine line, String name, Notes notes) {
    if (!RowNotes.isName(name)) {
      notes.unread(line.source(), "expected the name of a server after \"Hostname\"");
    } else {
      notes.host(name, line.source());
    }
  }

  private static void readAgent(TextLine line, String value, Notes notes) {
    Matcher product = PRODUCT.matcher(value);
    if (product.matches() && !product.group(1).isBlank()) {
      noteSoftware(line, "mars", product.group(2), notes);
    } else {
      noteUnversioned(line, value, notes);
    }
  }

  private static void readBackupServer(TextLine line, String value, Notes notes) {
    Matcher product = PRODUCT.matcher(value);
    if (!product.matches() || product.group(1).isBlank()) {
      noteUnversioned(line, value, notes);
    } else if (product.group(1).contains("Protection Agent")) {
      noteSoftware(line, "dpmAgent", product.group(2), notes);
    } else {
      noteSoftware(line, backupServer(product.group(1), product.group(2)), product.group(2), notes);
      notes.hosts().stream()
          .reduce((first, last) -> last)
          .ifPresent(host -> notes.host(host.name(), ServerRole.BACKUP_SERVER, line.source()));
    }
  }

  /** MABS calls itself Data Protection Manager too; it numbers its versions from 11 on. */
  private static String backupServer(String name, String version) {
    return name.contains("Azure Backup") || Version.parse(version).isAtLeast("11") ? "mabs" : "dpm";
  }

  private static void noteSoftware(TextLine line, String product, String version, Notes notes) {
    Version parsed = Version.parse(version);
    notes.fact(line.source(), server -> Software.of(server, product).withVersion(parsed));
  }

  private static void noteUnversioned(TextLine line, String value, Notes notes) {
    if (value.isEmpty() || value.equals("-")) {
      notes.unused(line.source(), "no product found by the collector");
    } else {
      notes.unread(
          line.source(),
          "expected a product, a hyphen and its version such as 14.0.30.0; found \""
              + value
              + "\"");
    }
  }

  // the proxy of SYSTEM

  private static void readProxy(Section section, Notes notes) {
    for (int i = 0; i < section.lines().size(); i++) {
      TextLine line = section.lines().get(i);
      // later sentences repeat this one, and the last says "not configured" whatever is so
      if (line.text().startsWith("Proxy Not configured for Local System Account")) {
        notes.fact(line.source(), server -> SystemProxy.of(server).withEnabled(false));
        return;
      }
      if (line.text().startsWith("Local System Account has proxy configured")) {
        noteProxy(line, address(section.lines(), i + 1, notes), notes);
        return;
      }
    }
    notes.unused(section.heading().source(), "the proxy of the SYSTEM account was not looked at");
  }

  private static void noteProxy(TextLine line, Optional<String> address, Notes notes) {
    notes.fact(
        line.source(),
        server -> {
          SystemProxy proxy = SystemProxy.of(server).withEnabled(true);
          return address.map(proxy::withAddress).orElse(proxy);
        });
  }

  private static Optional<String> address(List<TextLine> lines, int index, Notes notes) {
    if (index >= lines.size() || !lines.get(index).text().startsWith("Proxy IP ")) {
      return Optional.empty();
    }
    TextLine line = lines.get(index);
    String written = line.text().substring("Proxy IP ".length()).strip();
    String address = RegistryNotes.withoutUser(written);
    if (!address.equals(written)) {
      notes.secret(line.source(), "the user of the proxy", 1);
    }
    return Optional.of(address).filter(text -> !text.isEmpty());
  }

  // Defender

  private static void readDefender(Section section, Notes notes) {
    for (TextLine line : section.lines()) {
      String text = line.text().strip();
      if (text.equals("Defender NOT Installed")) {
        notes.fact(line.source(), server -> Defender.on(server).absent());
      } else if (text.startsWith("Defender Realtime Monitoring is currently ")) {
        // the collector goes by Get-MpPreference, and takes "not known" for enabled
        notes.fact(line.source(), server -> Defender.on(server));
        notes.unused(line.source(), Defender.SETTING_IS_NO_STATE);
      }
    }
    readExclusions(section, notes);
  }

  private static void readExclusions(Section section, Notes notes) {
    List<TextLine> folders = list(section.lines(), "Path Exclusions:");
    List<TextLine> processes = list(section.lines(), "Process Exclusions:");
    boolean hidden = false;
    for (List<TextLine> exclusions : List.of(folders, processes)) {
      ExclusionType type = exclusions == folders ? ExclusionType.FOLDER : ExclusionType.PROCESS;
      for (TextLine line : exclusions) {
        String path = line.text().strip();
        // Get-MpPreference says why it hides them where a list of them should be
        if (path.startsWith("N/A:")) {
          hidden = true;
          notes.unread(line.source(), "Defender did not show its exclusions: " + path);
        } else {
          notes.fact(line.source(), server -> AntivirusExclusion.of(server, type, path));
        }
      }
    }
    // without any, Get-MpPreference may have failed; without a line below, the list may be cut off
    boolean some = !folders.isEmpty() && !processes.isEmpty();
    if (some && !hidden && ended(section, processes)) {
      notes.collected(FactKind.ANTIVIRUS_EXCLUSIONS);
    }
  }

  private static boolean ended(Section section, List<TextLine> processes) {
    int last = processes.get(processes.size() - 1).number();
    return section.lines().stream().anyMatch(line -> line.number() > last);
  }

  private static List<TextLine> list(List<TextLine> lines, String title) {
    return lines.stream()
        .dropWhile(line -> !line.text().strip().equals(title))
        .skip(1)
        .takeWhile(line -> !line.blank() && !SERVICE.matcher(line.text()).matches())
        .toList();
  }

  // services

  private static void readServices(List<TextLine> lines, Notes notes) {
    List<String> sentences = new ArrayList<>();
    TextLine first = null;
    boolean table = false;
    for (TextLine line : lines) {
      if (SERVICE.matcher(line.text()).matches()) {
        first = first == null ? line : first;
        sentences.add(line.text().strip());
      } else if (SERVICE_HEAD.matcher(line.text()).matches()) {
        table = true;
      } else if (table && line.blank()) {
        table = false;
      } else if (table && !line.text().startsWith("----")) {
        readServiceRow(line, notes);
      }
    }
    if (first != null) {
      notes.unused(
          first.source(),
          String.join("; ", sentences) + " (stopped, paused or missing is not said)");
    }
  }

  private static void readServiceRow(TextLine line, Notes notes) {
    Matcher row = SERVICE_ROW.matcher(line.text());
    if (!row.matches()) {
      notes.unread(
          line.source(),
          "expected a service with process, start mode and state; found \""
              + line.text().strip()
              + "\"");
      return;
    }
    String name = row.group(1);
    ServiceState state = state(row.group(3));
    StartType startType = startType(row.group(2)).orElse(null);
    notes.fact(line.source(), server -> new Service(server, name, true, state, startType));
  }

  private static Optional<StartType> startType(String mode) {
    return switch (mode) {
      case "Auto" -> Optional.of(StartType.AUTOMATIC);
      case "Manual" -> Optional.of(StartType.MANUAL);
      case "Disabled" -> Optional.of(StartType.DISABLED);
      default -> Optional.empty();
    };
  }

  private static ServiceState state(String state) {
    return switch (state) {
      case "Running" -> ServiceState.RUNNING;
      case "Stopped" -> ServiceState.STOPPED;
      case "Paused" -> ServiceState.PAUSED;
      case "Start Pending" -> ServiceState.START_PENDING;
      default -> ServiceState.STOP_PENDING;
    };
  }

  // registry

  private static void readRegistry(List<TextLine> lines, Notes notes) {
    for (TextLine line : lines) {
      Matcher setting = SET_TO.matcher(line.text());
      if (setting.matches() && VALUES.containsKey(setting.group(1))) {
        readValue(line, VALUES.get(setting.group(1)), setting.group(2), notes);
      } else {
        readSwitch(line, notes);
      }
    }
  }

  private static void readValue(TextLine line, Value value, String data, Notes notes) {
    if (data.equals("NULL")) {
      notes.fact(
          line.source(), server -> RegistryValue.of(server, value.key(), value.name()).absent());
    } else if (data.matches("\\d{1,20}")) {
      notes.fact(
          line.source(),
          server -> RegistryValue.of(server, value.key(), value.name()).withData(data));
    } else {
      notes.unread(line.source(), "expected a number or NULL; found \"" + data + "\"");
    }
  }

  private static void readSwitch(TextLine line, Notes notes) {
    String text = line.text().strip();
    for (String name : SWITCHES) {
      if (text.equals(name + " is configured")) {
        notes.fact(
            line.source(), server -> RegistryValue.of(server, FILE_SYSTEM, name).withData("1"));
      } else if (text.equals(name + " Value not set")) {
        notes.fact(line.source(), server -> RegistryValue.of(server, FILE_SYSTEM, name).absent());
      }
    }
  }
}
