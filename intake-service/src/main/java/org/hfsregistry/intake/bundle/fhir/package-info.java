/**
 * Reads outcomes out of FHIR R4 Bundles and answers in FHIR.
 *
 * <p>Owns: which element of which resource is which field of an outcome, the registry's systems of codes and identifiers,
 * OperationOutcomes. {@code docs/fhir} tells hospitals the same. Door of: {@code bundle}. May use: HAPI FHIR, Jackson.
 * Never: a check of an outcome (the contract has them), a value of an element or a patient id in an answer, a resource
 * fetched from elsewhere.
 */
@NullMarked
package org.hfsregistry.intake.bundle.fhir;

import org.jspecify.annotations.NullMarked;
