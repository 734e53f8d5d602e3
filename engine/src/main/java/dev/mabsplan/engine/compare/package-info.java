/**
 * What differs between two plans: what is solved and what is new, which steps came, went, moved or
 * changed their reason. A plan counts the same whether it was just made or was read from JSON.
 * Makes no plan and writes none.
 *
 * <p>What is public here is API.
 */
@NullMarked
package dev.mabsplan.engine.compare;

import org.jspecify.annotations.NullMarked;
