/** Tests of what is read out of FHIR resources; no Spring, no network. */
@NullMarked
package org.hfsregistry.intake.bundle.fhir;

import org.jspecify.annotations.NullMarked;
