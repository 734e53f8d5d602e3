package dev.mabsplan.engine.order;

import java.util.List;

/**
 * What the findings make of all treatments.
 *
 * @param cases the problems, sorted by id
 * @param helped problems that an attempt ended
 * @param prescriptions what the cases ask for
 * @param dropped what they do not ask for
 * @param looks the basic checks that nobody made
 * @param unexplained whether some error is not known, and what bears on it is looked at first
 */
public record Assessment(
    List<Case> cases,
    List<Case> helped,
    List<Prescription> prescriptions,
    List<Dropped> dropped,
    List<Look> looks,
    boolean unexplained) {}
