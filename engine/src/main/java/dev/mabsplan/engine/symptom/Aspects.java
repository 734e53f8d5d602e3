package dev.mabsplan.engine.symptom;

import dev.mabsplan.facts.ReportedError;

/**
 * A report from every side that something is decided by, and what it is compared with.
 *
 * @param repertoire what it is compared with
 * @param report the error taken apart
 * @param spoken the terms that it speaks of
 * @param circumstances how it says something
 * @param quotations the messages that it quotes
 * @param told what it tells in words of its own
 * @param codes what the catalogue says of its numbers
 * @param whatWasDone what was being done
 * @param owners whose trouble it is
 */
record Aspects(
    Repertoire repertoire,
    Report report,
    SpokenTerms spoken,
    Circumstances circumstances,
    Quotations quotations,
    Told told,
    CatalogueCodes codes,
    WhatWasDone whatWasDone,
    Owners owners) {

  static Aspects of(Repertoire repertoire, ReportedError error) {
    KnownErrors errors = repertoire.errors();
    Report report = new Report(error, errors::isKnownNumber, repertoire.products());
    SpokenTerms spoken = new SpokenTerms(repertoire.vocabulary());
    Circumstances circumstances = new Circumstances(report, errors, repertoire.terms(), spoken);
    Quotations quotations = new Quotations(repertoire, spoken, circumstances);
    CatalogueCodes codes = new CatalogueCodes(repertoire, circumstances);
    return new Aspects(
        repertoire,
        report,
        spoken,
        circumstances,
        quotations,
        new Told(repertoire, spoken, circumstances, quotations),
        codes,
        new WhatWasDone(report, repertoire, spoken, circumstances, codes),
        new Owners(error));
  }
}
