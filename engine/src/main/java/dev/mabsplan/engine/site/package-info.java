/**
 * What a site says itself: how likely and how long remedies are there, which rules it switches off,
 * which problems it has accepted and until when, and what its backup server is called. Read from
 * one file that a person writes. Nothing here plans, and nothing here knows rules of its own.
 *
 * <p>What is public here is API.
 */
@NullMarked
package dev.mabsplan.engine.site;

import org.jspecify.annotations.NullMarked;
