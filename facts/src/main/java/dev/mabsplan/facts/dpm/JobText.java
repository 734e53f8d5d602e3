package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.EntryReading;
import dev.mabsplan.facts.format.Fields;
import dev.mabsplan.facts.format.Labels;
import dev.mabsplan.facts.format.Labels.Labelled;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.PowerShellTime;
import dev.mabsplan.facts.format.TextFile;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Jobs as they are copied from the pane below the list of them, one or several. */
final class JobText implements NativeFormat {

  private enum Label {
    TYPE,
    STATUS,
    DESCRIPTION,
    END,
    ABOUT,
    SERVER,
    GROUP,
    ADVICE,
    OTHER
  }

  private static final Labels<Label> LABELS =
      new Labels<>(
          Map.of(
              Label.TYPE, "Type|Job type|Typ|Jobbtyp",
              Label.STATUS, "Status",
              Label.DESCRIPTION, "Description|Beskrivning",
              Label.END, "End time|Sluttid",
              Label.ABOUT,
                  "Source details|Data source|Source|Källinformation|Källdetaljer|Datakälla"
                      + "|Källa",
              Label.SERVER,
                  "Computer|Protected computer|Protected server|Server|Dator|Skyddad dator"
                      + "|Skyddad server",
              Label.GROUP, "Protection group|Skyddsgrupp",
              Label.ADVICE,
                  "Recommended action|Recommended actions|Resolution|Rekommenderad åtgärd"
                      + "|Rekommenderade åtgärder|Lösning",
              Label.OTHER,
                  "Start time|Time elapsed|Data transferred|Cluster node|Recovery point"
                      + "|Starttid|Förfluten tid|Överförda data|Klusternod"));

  /** What the console has without a colon: a link, and a label whose value is empty. */
  private static final Pattern BARE =
      Pattern.compile(
          "[>\\s|*#-]{0,9}(?:More information|Mer information|Cluster node)[*\\s-]{0,9}",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> NO_TROUBLE =
      Set.of(
          "completed",
          "succeeded",
          "success",
          "successful",
          "in progress",
          "running",
          "scheduled",
          "slutförd",
          "slutfört",
          "lyckades",
          "pågår",
          "schemalagd",
          "schemalagt");

  @Override
  public String name() {
    return "job of the DPM console";
  }

  @Override
  public boolean fits(TextFile file) {
    return LABELS.begin(file, Label.TYPE, Set.of(Label.STATUS))
        && LABELS.begin(file, Label.STATUS, Set.of(Label.DESCRIPTION, Label.END, Label.ABOUT));
  }

  @Override
  public void read(TextFile file, Notes notes) {
    new Reading(file, notes).into(notes);
  }

  /** The reading of one file. */
  private static final class Reading extends EntryReading {
    private final Notes notes;
    private final ProtectionGroups groups;
    private final Fields<Label> fields = new Fields<>(Label.class, Set.of(Label.DESCRIPTION));

    Reading(TextFile file, Notes notes) {
      super(file);
      this.notes = notes;
      this.groups = new ProtectionGroups(notes);
    }

    @Override
    protected void line(String line, Source source) {
      Optional<Labelled<Label>> found = LABELS.in(line);
      if (found.isPresent()) {
        labelled(found.get(), source);
      } else if (BARE.matcher(line).matches()) {
        fields.end();
      } else if (!fields.goOn(line.strip()) && !begun() && !line.isBlank()) {
        remarks().unused(source, "text before the first job");
      }
    }

    private void labelled(Labelled<Label> found, Source source) {
      if (found.label() == Label.TYPE) {
        begin(source);
        clear();
      }
      fields.take(found);
      if (found.label() == Label.END && time().isEmpty()) {
        remarks().unused(source, "a time without a time zone");
      }
    }

    private Optional<Instant> time() {
      return field(Label.END).flatMap(PowerShellTime::parse);
    }

    private Optional<String> field(Label label) {
      return fields.of(label).filter(value -> !value.equals("-"));
    }

    @Override
    protected void note(Source source) {
      String said = fields.text(Label.DESCRIPTION);
      String status = field(Label.STATUS).orElse("").toLowerCase(Locale.ROOT);
      if (NO_TROUBLE.contains(status)) {
        remarks().unused(source, "a job that did not fail");
      } else if (said.isEmpty()) {
        remarks().unread(source, "a job without a description");
      } else {
        time().ifPresent(notes::seenAt);
        Affected affected =
            field(Label.ABOUT)
                .map(about -> Affected.of(about, field(Label.SERVER)))
                .orElse(new Affected(Optional.empty(), field(Label.SERVER)));
        notes.error(
            source, affected.error(null, said, field(Label.TYPE), Optional.empty(), null, time()));
        groups.note(affected, field(Label.GROUP), source);
      }
    }

    @Override
    protected void clear() {
      fields.clear();
    }
  }
}
