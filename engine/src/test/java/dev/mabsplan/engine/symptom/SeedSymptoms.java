package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.DataSourcePhrase;
import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.facts.DataSourceType;
import dev.mabsplan.facts.ServerRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The symptoms these tests know, with the product's messages as the product and its pages word
 * them.
 */
final class SeedSymptoms {

  static final List<DataSourcePhrase> PHRASES =
      List.of(
          new DataSourcePhrase(DataSourceType.VOLUME, "Volume {name}"),
          new DataSourcePhrase(DataSourceType.SQL_DATABASE, "SQL Server {version} database {name}"),
          new DataSourcePhrase(DataSourceType.SHAREPOINT, "SharePoint Farm {name}"));

  static final KnownSymptom REPLICA_INCONSISTENT =
      symptom("replica/inconsistent")
          .ids("dpm", 3106)
          .messages(
              "Replica is inconsistent",
              "Repliken är inkonsekvent",
              "The replica of {dataSource} on {server} is inconsistent with the protected data source.",
              "The replica of {dataSource} on {server} is inconsistent with the protected data source."
                  + " All protection activities for data source will fail until the replica is"
                  + " synchronized with consistency check. You can recover data from existing"
                  + " recovery points, but new recovery points cannot be created until the replica is"
                  + " consistent.")
          .known();

  static final KnownSymptom SQL_REFUSED =
      symptom("sql/refused")
          .ids("dpm", 30172)
          .messages(
              "The DPM job failed for {dataSource} on {server} because the SQL Server instance"
                  + " refused a connection to the protection agent.")
          .known();

  static final KnownSymptom VAULT_CREDENTIALS =
      symptom("vault/invalid-credentials")
          .ids("mars", 34513)
          .messages(
              "Invalid vault credentials provided. The file is corrupted or does not have the latest"
                  + " credentials associated with the recovery service.",
              "Invalid vault credentials provided. The file is either corrupted or does not have the"
                  + " latest credentials associated with recovery service.",
              "Ogiltiga valvautentiseringsuppgifter har angetts. Filen är skadad eller har inte de"
                  + " senaste autentiseringsuppgifterna som är associerade med återställningstjänsten.")
          .known();

  static final KnownSymptom SNAPSHOT =
      symptom("online/snapshot")
          .ids("mars", 100034)
          .messages(
              "Windows Azure Backup Agent was unable to create a snapshot of the selected volume.",
              "Microsoft Azure Backup Agent was unable to create a snapshot of the selected volume.",
              "Windows Azure Backup Agent kunde inte skapa en ögonblicksbild av den valda volymen.")
          .known();

  static final KnownSymptom OBENGINE =
      symptom("online/obengine")
          .ids("mars", 100052)
          .messages(
              "The Windows Azure Backup Agent cannot connect to the OBEngine service.",
              "Windows Azure Backup-agenten kan inte ansluta till OBEngine-tjänsten")
          .known();

  static final KnownSymptom PASSPHRASE =
      symptom("online/passphrase")
          .ids("mars", 34505)
          .messages(
              "The encryption passphrase for this server is not set. Please configure an encryption"
                  + " passphrase.",
              "The encryption passphrase for this server is not set. Configure an encryption"
                  + " passphrase.",
              "Krypteringsfrasen för den här servern har inte angetts. Konfigurera en krypteringsfras.")
          .known();

  static final KnownSymptom REPLICA_MISSING =
      symptom("cbp/missing")
          .ids("mars", 100195)
          .names("CBPSourceSnapshotFailedReplicaMissingOrInvalid")
          .messages(
              "Backup failed because the disk-backup replica is either invalid or missing.",
              "Säkerhetskopieringen misslyckades eftersom disksäkerhetskopieringsrepliken är ogiltig"
                  + " eller saknas.")
          .known();

  static final KnownSymptom METADATA =
      symptom("cbp/metadata")
          .ids("mars", 100134)
          .names("CBPSourceSnapshotFailedReplicaMetadataInvalid")
          .messages(
              "Source volume snapshot failed because metadata on replica is invalid.",
              "Ögonblicksbilden av källvolymen misslyckades eftersom metadata på repliken är"
                  + " ogiltiga.")
          .known();

  static final KnownSymptom ONLINE_INCONSISTENT =
      symptom("cbp/inconsistent")
          .ids("mars", 100133)
          .names("CBPSourceSnapshotFailedReplicaInconsistent")
          .messages(
              "Source volume snapshot failed due to inconsistent datasource replica.",
              "Ögonblicksbilden av källvolymen misslyckades på grund av inkonsekvent datakällreplik.")
          .known();

  static final KnownSymptom CLONING =
      symptom("cbp/cloning")
          .ids("mars", 100193)
          .names("CBPSourceSnapshotFailedReplicaCloningIssue")
          .messages(
              "Backup failed as the disk-backup replica could not be cloned.",
              "Det gick inte att säkerhetskopiera eftersom disksäkerhetskopieringsrepliken inte kunde"
                  + " klonas.")
          .known();

  static final KnownSymptom EXTERNAL_DPM =
      symptom("restore/other-vault")
          .ids("mars", 100110)
          .names("CBPServerRegisteredVaultDontMatchWithCurrent")
          .messages("The original and external DPM servers must be registered to the same vault")
          .known();

  static final KnownSymptom CHANGE_TRACKING =
      symptom("vmware/change-tracking")
          .ids("dpm", 33621)
          .messages(
              "DPM encountered error from VMware while trying to get ChangeTracking information."
                  + " Server - {server} ErrorCode - {code}")
          .known();

  static final KnownSymptom COORDINATOR =
      symptom("agent/coordinator")
          .ids("dpm", 319)
          .messages(
              "The agent operation failed because of a communication error with the DPM Agent"
                  + " Coordinator service on {server}.",
              "Agentåtgärden misslyckades på grund av ett kommunikationsfel med"
                  + " DPM-agentkoordinatortjänsten på {server}.")
          .known();

  static final KnownSymptom REFS =
      symptom("setup/refs-trimming")
          .ids("setup", 50011)
          .messages(
              "Setup could not update registry metadata. This update failure could lead to overusage"
                  + " of storage consumption. To avoid this update the ReFS Trimming registry entry.")
          .known();

  static final KnownSymptom SNAP_OPTIMIZATION =
      symptom("setup/snap-optimization")
          .ids("setup", 50012)
          .messages(
              "Setup could not update registry metadata. This update failure could lead to overusage"
                  + " of storage consumption. To avoid this update the Volume SnapOptimization"
                  + " registry entry.")
          .known();

  static final KnownSymptom AGENT_INSTALLATION =
      symptom("setup/agent-installation")
          .ids("setup", 4024)
          .messages(
              "The Microsoft Azure Recovery Services installation failed. All changes that were made"
                  + " to the system by the Microsoft Azure Recovery Services installation were rolled"
                  + " back.")
          .known();

  static final KnownSymptom AZURE_CONNECTION =
      symptom("azure/connection")
          .ids("mars", 100050)
          .messages("The Azure Backup Agent was unable to connect to the Azure Backup service.")
          .known();

  static final KnownSymptom POLICY =
      symptom("policy/retention")
          .ids("mars", 170036)
          .genericIds("mars", 100066)
          .messages(
              "The backup policy could not be modified. Error: The current operation failed due to an"
                  + " internal service error",
              "Det gick inte att ändra säkerhetskopieringsprincipen. Fel: Den aktuella åtgärden"
                  + " misslyckades på grund av ett internt tjänstfel")
          .known();

  static final KnownSymptom NOT_READY =
      symptom("backup/not-ready")
          .genericIds("dpm", 104)
          .codes("0x80070015")
          .messages(
              "An unexpected error occurred while the job was running. The device is not ready.",
              "Ett oväntat fel uppstod när jobbet kördes. Enheten är inte klar.")
          .known();

  static final KnownSymptom PASSPHRASE_CHANGE =
      symptom("passphrase/unsupported")
          .genericIds("mars", 120002)
          .operations("Change passphrase", "Ändra lösenfras")
          .messages("Operation failed.", "Åtgärden misslyckades.")
          .genericMessages()
          .known();

  static final KnownSymptom EMAIL = symptom("email/account").ids("dpm", 2013).known();

  static final List<KnownSymptom> ALL =
      List.of(
          REPLICA_INCONSISTENT,
          SQL_REFUSED,
          VAULT_CREDENTIALS,
          SNAPSHOT,
          OBENGINE,
          PASSPHRASE,
          REPLICA_MISSING,
          METADATA,
          ONLINE_INCONSISTENT,
          CLONING,
          EXTERNAL_DPM,
          CHANGE_TRACKING,
          COORDINATOR,
          REFS,
          SNAP_OPTIMIZATION,
          AGENT_INSTALLATION,
          AZURE_CONNECTION,
          POLICY,
          NOT_READY,
          PASSPHRASE_CHANGE,
          EMAIL);

  static final Recognizer RECOGNIZER = new Recognizer(ALL, PHRASES);

  private SeedSymptoms() {}

  static Recognizer knowing(KnownSymptom... symptoms) {
    return new Recognizer(List.of(symptoms), PHRASES);
  }

  static Builder symptom(String id) {
    return new Builder(id);
  }

  static final class Builder {
    private final String id;
    private final Map<String, Set<Integer>> ids = new HashMap<>();
    private final Map<String, Set<Integer>> genericIds = new HashMap<>();
    private final Collection<String> codes = new ArrayList<>();
    private final Collection<String> names = new ArrayList<>();
    private List<String> operations = List.of();
    private List<String> messages = List.of();
    private boolean genericMessages;

    private Builder(String id) {
      this.id = id;
    }

    Builder ids(String product, Integer... numbers) {
      ids.put(product, Set.of(numbers));
      return this;
    }

    Builder genericIds(String product, Integer... numbers) {
      genericIds.put(product, Set.of(numbers));
      return this;
    }

    Builder codes(String... more) {
      codes.addAll(List.of(more));
      return this;
    }

    Builder names(String... more) {
      names.addAll(List.of(more));
      return this;
    }

    Builder operations(String... words) {
      operations = List.of(words);
      return this;
    }

    Builder messages(String... texts) {
      messages = List.of(texts);
      return this;
    }

    Builder genericMessages() {
      genericMessages = true;
      return this;
    }

    KnownSymptom known() {
      return new KnownSymptom(
          id,
          List.of(),
          ServerRole.PROTECTED_SERVER,
          ids,
          genericIds,
          new HashSet<>(codes),
          new HashSet<>(names),
          operations,
          messages,
          genericMessages,
          List.of(),
          List.of(),
          EnumSet.allOf(ServerRole.class));
    }
  }
}
