package dev.mabsplan.engine.bench.side;

import dev.mabsplan.facts.NetworkReach;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.VaultRegistration;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is known of one server. Which of its facts are wrong follows from its number, so that most
 * mixtures occur.
 */
public record Subject(
    Server server,
    Service agent,
    Service vss,
    Service mabs,
    Service sql,
    Software mars,
    NetworkReach azure,
    Volume scratch,
    VaultRegistration vault,
    ReportedError error) {

  /** How many facts there are of each. */
  public static final int FACTS = 10;

  private static final long SIZE = 1_000_000_000L;

  /** Returns so many servers. */
  public static List<Subject> some(int count) {
    return IntStream.range(0, count).mapToObj(Subject::number).toList();
  }

  private static Subject number(int i) {
    String name = "FS%05d".formatted(i);
    String version = i % 6 == 0 ? "2.0.9070.0" : i % 6 < 4 ? "2.0.9262.0" : "2.0.9250.0";
    return new Subject(
        new Server(name, i % 3 == 0 ? ServerRole.BACKUP_SERVER : ServerRole.PROTECTED_SERVER, null),
        service(name, "obengine", i % 4 == 0, i % 7 == 0),
        service(name, "VSS", true, i % 5 == 0),
        service(name, "MSDPM", false, false),
        service(name, "SQLAgent$MSDPM", i % 11 == 0, false),
        Software.of(name, "mars").withVersion(Version.parse(version)),
        NetworkReach.of(name, "azure")
            .withReachable(i % 8 != 0)
            .withHttpStatus(i % 9 == 0 ? 407 : 200),
        Volume.of(name, "D:")
            .withPurposes(Set.of(VolumePurpose.SCRATCH))
            .withSizeBytes(SIZE)
            .withFreeBytes(SIZE / 100 * (i * 37 % 100)),
        VaultRegistration.of(name)
            .withVault("vault" + i % 2)
            .withTargetVault("vault" + i % 4 / 2)
            .withRecoveryPoints(i % 5 < 2),
        ReportedError.ofId(i % 2 == 0 ? 3106 : 30111).withServer(name));
  }

  private static Service service(String server, String name, boolean stopped, boolean disabled) {
    return Service.of(server, name)
        .withState(stopped ? ServiceState.STOPPED : ServiceState.RUNNING)
        .withStartType(disabled ? StartType.DISABLED : StartType.AUTOMATIC);
  }

  /** Returns all that is known. */
  public List<Object> facts() {
    return List.of(server, agent, vss, mabs, sql, mars, azure, scratch, vault, error);
  }
}
