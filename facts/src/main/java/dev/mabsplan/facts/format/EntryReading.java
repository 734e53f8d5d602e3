package dev.mabsplan.facts.format;

import dev.mabsplan.facts.fault.Source;
import java.util.List;
import java.util.Optional;

/**
 * The reading of a text that was copied or mailed, in which one entry after another begins with a
 * line of its own: alerts, jobs, events.
 */
public abstract class EntryReading {

  private final TextFile file;
  private final CountedRemarks remarks = new CountedRemarks();
  private Optional<Source> start = Optional.empty();

  /** Makes a reading of a file. */
  protected EntryReading(TextFile file) {
    this.file = file;
  }

  /** Reads all entries. */
  public void into(Notes notes) {
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      line(lines.get(i), file.line(i + 1));
    }
    end();
    remarks.into(notes);
  }

  /** Returns the lines as they are read, as many as the file has. */
  protected List<String> lines(TextFile file) {
    return file.lines();
  }

  /** Takes a line, with which an entry may begin or end. */
  protected abstract void line(String line, Source source);

  /** Notes the entry of which all lines were taken; it began at the source. */
  protected abstract void note(Source source);

  /** Forgets what the entry said. */
  protected abstract void clear();

  /** An entry begins here, and the one before is at its end. */
  protected final void begin(Source source) {
    end();
    start = Optional.of(source);
  }

  /** The entry is at its end, where there is one. */
  protected final void end() {
    start.ifPresent(
        source -> {
          note(source);
          clear();
        });
    start = Optional.empty();
  }

  /** Returns whether an entry has begun. */
  protected final boolean begun() {
    return start.isPresent();
  }

  /** Returns where to remark what becomes no entry. */
  protected final CountedRemarks remarks() {
    return remarks;
  }
}
