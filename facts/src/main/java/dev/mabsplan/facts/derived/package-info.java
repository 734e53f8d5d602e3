/**
 * What follows from facts, whoever observed them and however they came: each class is one {@link
 * Conclusion}, from one thing given to one that follows. What was observed always outweighs what
 * follows, and none follows from what follows. What a server is, is no conclusion of this room:
 * {@link dev.mabsplan.facts.ServerRole#impliedBy} tells it while facts are made, since all else
 * hangs on it. Not here either: what means that something is wrong, which rules say; and what one
 * format of output says in its own way, which its reader knows.
 */
@NullMarked
package dev.mabsplan.facts.derived;

import org.jspecify.annotations.NullMarked;
