package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * A job on a backup server.
 *
 * @param server the server it was observed on
 * @param name what the console calls the job, or its id
 * @param present whether it is running
 * @param type what it does; null where unknown
 * @param dataSource the data source it works on; null where unknown
 */
public record RunningJob(
    String server,
    @Key @Name String name,
    boolean present,
    @Nullable JobType type,
    @Name(Name.Of.DATA_SOURCE) @Nullable String dataSource)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static RunningJob of(String server, String name) {
    return new RunningJob(server, name, true, null, null);
  }

  /** Returns the fact that this is known not to be there. */
  public RunningJob absent() {
    return new RunningJob(server, name, false, null, null);
  }

  /** Returns this fact with {@code type} known. */
  public RunningJob withType(JobType type) {
    return new RunningJob(server, name, present, type, dataSource);
  }

  /** Returns this fact with {@code dataSource} known. */
  public RunningJob withDataSource(String dataSource) {
    return new RunningJob(server, name, present, type, dataSource);
  }
}
