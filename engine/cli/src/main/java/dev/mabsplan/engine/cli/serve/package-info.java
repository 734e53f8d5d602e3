/**
 * The plan as a page that answers, and as an interface for programs on the same machine: HTTP on
 * the loopback address, with the server that Java brings. It stands in the command and in no module
 * of its own, as it adds no dependency and nobody embeds it: who embeds the planner has a server.
 * Stateless: the page or program holds the facts document and sends it with every request. Nothing
 * here plans, orders or words a plan.
 */
@NullMarked
package dev.mabsplan.engine.cli.serve;

import org.jspecify.annotations.NullMarked;
