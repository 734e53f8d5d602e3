package dev.mabsplan.facts.windows.event;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.CountedRemarks;
import dev.mabsplan.facts.format.Notes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the events of one file, and notes as errors those that tell of trouble with backup. */
final class WindowsEvents {

  /** An error, where it was read first, and when it occurred by the clocks of unknown zones. */
  private record Kept(ReportedError error, Source source, Set<String> localTimes) {}

  private final List<Kept> kept = new ArrayList<>();
  private final Map<ReportedError, Kept> untimed = new HashMap<>();
  private final Notes notes;
  private final CountedRemarks remarks = new CountedRemarks();
  private Optional<Instant> newest = Optional.empty();

  WindowsEvents(Notes notes) {
    this.notes = notes;
  }

  void add(WindowsEvent event) {
    newest = Stream.concat(newest.stream(), event.time().stream()).max(Comparator.naturalOrder());
    String provider = event.provider().orElse("");
    if (provider.isEmpty() || event.id().isEmpty()) {
      remarks.unread(event.source(), "an event without a provider or a number");
    } else if (!ofBackup(event)) {
      remarks.unused(event.source(), "events of providers that are not about backup", provider);
    } else {
      switch (Watched.isCrash(event) ? WindowsEvent.Severity.TROUBLE : event.severity()) {
        case TROUBLE -> keep(event);
        case ORDINARY -> remarks.unused(event.source(), "an event below the level of a warning");
        case UNKNOWN -> remarks.unread(event.source(), "an event without a level");
      }
    }
  }

  /** Notes what became no error, once all events were added. */
  void finish() {
    newest.ifPresent(notes::seenAt);
    for (Kept one : kept) {
      int times = one.localTimes().size();
      notes.error(
          one.source(), times > 1 ? one.error().withOccurrences(times, null, null) : one.error());
    }
    remarks.into(notes);
  }

  /** Without a zone a time tells no more than that two events are two and no copies of one. */
  private void keep(WindowsEvent event) {
    ReportedError error = error(event);
    boolean local = event.time().isEmpty() && event.localTime().isPresent();
    Optional<Kept> same = local ? Optional.ofNullable(untimed.get(error)) : Optional.<Kept>empty();
    Kept one = same.orElseGet(() -> new Kept(error, event.source(), new HashSet<>()));
    if (same.isEmpty()) {
      kept.add(one);
    }
    if (local) {
      untimed.putIfAbsent(error, one);
      one.localTimes().add(event.localTime().get());
    }
  }

  private boolean ofBackup(WindowsEvent event) {
    return ofAnyServer(event)
        || ofBackupServer(event.provider())
        || ofBackupServer(event.log())
        || Watched.ofBackupServer(event);
  }

  /**
   * Some run on every server that is backed up: what they write is of the computer they write it
   * on, be it a backup server or not.
   */
  private boolean ofAnyServer(WindowsEvent event) {
    return event.provider().filter(notes.names()::isOfAnyServer).isPresent()
        || Watched.ofAnyServer(event);
  }

  private boolean ofBackupServer(Optional<String> name) {
    return name.filter(notes.names()::isOfBackupServer).isPresent();
  }

  private ReportedError error(WindowsEvent event) {
    // who reports an error is a backup server; of any other, the event is about itself
    boolean itself = ofAnyServer(event);
    return new ReportedError(
        event.id().orElse(null),
        event.code().orElse(null),
        null,
        event.message().flatMap(EventMessage::of).orElse(null),
        null,
        event.provider().orElse(null),
        computer(event, !itself),
        computer(event, itself),
        null,
        null,
        event.time().orElse(null));
  }

  private static @Nullable String computer(WindowsEvent event, boolean wanted) {
    return wanted ? event.computer().orElse(null) : null;
  }
}
