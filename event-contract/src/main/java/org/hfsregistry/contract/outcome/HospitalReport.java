package org.hfsregistry.contract.outcome;

/** A report of the hospital itself. */
public sealed interface HospitalReport extends Outcome permits HospitalProfile, EligibleCases {}
