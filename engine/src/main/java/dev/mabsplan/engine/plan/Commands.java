package dev.mabsplan.engine.plan;

import dev.mabsplan.engine.pack.Shell;
import java.util.List;

/**
 * Commands to run.
 *
 * @param shell the shell they are written for
 * @param elevated whether it must run as administrator
 * @param lines the commands, in order
 */
public record Commands(Shell shell, boolean elevated, List<String> lines) {}
