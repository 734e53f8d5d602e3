package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.ServerRole;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be done, and everything about it but the words.
 *
 * @param id topic and name, such as {@code replica/let-vss-start}
 * @param entries ids of the catalogue entries it comes from
 * @param likelihood how often it is what helps
 * @param effort how long it takes
 * @param risk what it can break
 * @param place where it is carried out
 * @param on which server it is about: the affected one or its backup server
 * @param per what one step of it covers
 * @param decision what tells whether it is needed
 * @param shell the shell of the commands, or null where there are none
 * @param elevated whether the shell must run as administrator
 * @param commands what to run, in order
 * @param verifyCommand what to run to see that it worked, or null where words say where to look
 * @param verifySays what that command then prints, or null
 * @param undoCommands what to run to undo it
 * @param undoable whether it can be undone; where not, the words say why
 * @param effects what is so afterwards: values by the place of a fact on its server; {@code errors:
 *     gone} for a retry
 * @param blocker whether nothing else can work until it is done, where it is confirmed
 * @param requires ids of remedies that come before it wherever a plan has both
 * @param floors whether what it needs are versions, of which only the highest counts
 * @param temporary whether undoing it is the next step, whatever came of it
 */
public record Remedy(
    String id,
    List<String> entries,
    Likelihood likelihood,
    Effort effort,
    Risk risk,
    Place place,
    ServerRole on,
    Scope per,
    Decision decision,
    @Nullable Shell shell,
    boolean elevated,
    List<String> commands,
    @Nullable String verifyCommand,
    @Nullable String verifySays,
    List<String> undoCommands,
    boolean undoable,
    Map<String, String> effects,
    boolean blocker,
    List<String> requires,
    boolean floors,
    boolean temporary) {

  /** Returns the same remedy with other classes. */
  public Remedy weighed(Likelihood otherLikelihood, Effort otherEffort) {
    return new Remedy(
        id,
        entries,
        otherLikelihood,
        otherEffort,
        risk,
        place,
        on,
        per,
        decision,
        shell,
        elevated,
        commands,
        verifyCommand,
        verifySays,
        undoCommands,
        undoable,
        effects,
        blocker,
        requires,
        floors,
        temporary);
  }

  /** Begins the place of an effect that is a fact of the backup server, wherever it is done. */
  public static final String ON_BACKUP_SERVER = "backupServer.";
}
