package dev.mabsplan.engine.plan;

import java.util.List;

/**
 * How to undo a step.
 *
 * @param possible whether it can be undone
 * @param text how, or why not; empty where the commands say it all
 * @param commands what to run
 */
public record Undo(boolean possible, String text, List<String> commands) {}
