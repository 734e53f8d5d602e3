package dev.mabsplan.engine.fleet;

import java.util.Optional;

/**
 * Which document a line is for.
 *
 * @param line its number: of the line that it stands in, or among the files of a folder, from 1
 * @param name the name of its file in a folder; nothing for a line
 * @param digest digest of its bytes
 * @param run digest of what else decides what a line says, such as rule packs and options
 */
public record Mark(long line, Optional<String> name, String digest, String run) {}
