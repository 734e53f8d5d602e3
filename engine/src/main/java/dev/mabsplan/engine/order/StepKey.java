package dev.mabsplan.engine.order;

import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Scope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What makes two wishes for a remedy the same step.
 *
 * @param remedy the remedy
 * @param server where it is done
 * @param of the server whose data source it is done for; empty for a remedy that serves a whole
 *     server
 * @param dataSource that data source; null where unknown, or for a remedy that serves a whole
 *     server
 */
public record StepKey(String remedy, String server, String of, @Nullable String dataSource)
    implements Comparable<StepKey> {

  /** Returns the step that a case asks for with a remedy. */
  static StepKey of(Remedy remedy, Case asker) {
    String server = remedy.on().sendsToAzure() ? asker.backupServer() : asker.problem().server();
    return remedy.per() == Scope.DATA_SOURCE
        ? new StepKey(remedy.id(), server, asker.problem().server(), asker.problem().dataSource())
        : new StepKey(remedy.id(), server, "", null);
  }

  /** Sets of steps are looked into all the time; what Java makes for records takes longer. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof StepKey it
            && remedy.equals(it.remedy)
            && server.equals(it.server)
            && of.equals(it.of)
            && Objects.equals(dataSource, it.dataSource));
  }

  @Override
  public int hashCode() {
    int hash = 31 * remedy.hashCode() + server.hashCode();
    return 31 * (31 * hash + of.hashCode()) + Objects.hashCode(dataSource);
  }

  @Override
  public int compareTo(StepKey other) {
    int order = remedy.compareTo(other.remedy);
    order = order != 0 ? order : server.compareTo(other.server);
    order = order != 0 ? order : of.compareTo(other.of);
    return order != 0 ? order : compare(dataSource, other.dataSource);
  }

  private static int compare(@Nullable String a, @Nullable String b) {
    if (a == null || b == null) {
      return Boolean.compare(a != null, b != null);
    }
    return a.compareTo(b);
  }
}
