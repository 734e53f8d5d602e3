package dev.mabsplan.engine.bench.side;

import dev.mabsplan.facts.NetworkReach;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.VaultRegistration;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules as somebody writes them who needs no engine: twice over the facts, once for the joins.
 */
final class ByHand implements Matcher {

  private static final Version FLOOR = Version.parse("2.0.9083.0");
  private static final Version NEWEST = Version.parse("2.0.9262.0");

  @Override
  public void match(List<Object> facts, Decisions decisions) {
    Set<String> senders = new HashSet<>();
    Set<String> failing = new HashSet<>();
    for (Object fact : facts) {
      if (fact instanceof Server server && server.sendsToAzure()) {
        senders.add(server.name());
      } else if (fact instanceof ReportedError error
          && isInconsistent(error)
          && error.server() != null) {
        failing.add(error.server());
      }
    }
    for (Object fact : facts) {
      if (fact instanceof Service service) {
        service(service, senders, failing, decisions);
      } else if (fact instanceof Software software) {
        software(software, senders, decisions);
      } else if (fact instanceof NetworkReach reach) {
        reach(reach, senders, decisions);
      } else if (fact instanceof Volume volume) {
        volume(volume, senders, decisions);
      } else if (fact instanceof VaultRegistration vault) {
        vault(vault, senders, decisions);
      }
    }
  }

  private static boolean isInconsistent(ReportedError error) {
    Integer id = error.id();
    return id != null && id == 3106;
  }

  private static void service(
      Service service, Set<String> senders, Set<String> failing, Decisions decisions) {
    String server = service.server();
    if (service.name().equals("obengine")) {
      if (service.state() == ServiceState.STOPPED && senders.contains(server)) {
        decisions.decide("agent-service-stopped", server);
      }
      if (service.startType() == StartType.DISABLED && senders.contains(server)) {
        decisions.decide("agent-service-disabled", server);
      }
      if (service.state() == ServiceState.RUNNING) {
        decisions.decide("agent-service-running", server);
      }
    } else if (service.name().equals("VSS")
        && service.startType() == StartType.DISABLED
        && failing.contains(server)) {
      decisions.decide("vss-disabled", server);
    }
  }

  private static void software(Software software, Set<String> senders, Decisions decisions) {
    Version version = software.version();
    if (software.product().equals("mars") && version != null) {
      if (version.compareTo(FLOOR) < 0 && senders.contains(software.server())) {
        decisions.decide("agent-below-service-floor", software.server());
      }
      if (version.compareTo(NEWEST) >= 0) {
        decisions.decide("agent-newest-known", software.server());
      }
    }
  }

  private static void reach(NetworkReach reach, Set<String> senders, Decisions decisions) {
    if (reach.to().equals("azure") && senders.contains(reach.server())) {
      Boolean reachable = reach.reachable();
      if (reachable != null && !reachable) {
        decisions.decide("azure-not-reachable", reach.server());
      }
      Integer status = reach.httpStatus();
      if (status != null && status == 407) {
        decisions.decide("azure-behind-proxy-login", reach.server());
      }
    }
  }

  private static void volume(Volume volume, Set<String> senders, Decisions decisions) {
    if (volume.purposes().contains(VolumePurpose.SCRATCH)) {
      if (volume.freeBelow(5) && senders.contains(volume.server())) {
        decisions.decide("scratch-volume-nearly-full", volume.server());
      }
      if (volume.freeAtLeast(10)) {
        decisions.decide("scratch-volume-has-room", volume.server());
      }
    }
  }

  private static void vault(VaultRegistration vault, Set<String> senders, Decisions decisions) {
    if (vault.vault() != null
        && vault.targetVault() != null
        && !vault.vault().equals(vault.targetVault())) {
      if (senders.contains(vault.server())) {
        decisions.decide("registered-with-other-vault", vault.server());
      }
      Boolean points = vault.recoveryPoints();
      if (points != null && !points) {
        decisions.decide("nothing-to-keep-in-other-vault", vault.server());
      }
    }
  }
}
