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
 */
public record Assessment(
    List<Case> cases,
    List<Case> helped,
    List<Prescription> prescriptions,
    List<Dropped> dropped,
    List<Look> looks) {}
