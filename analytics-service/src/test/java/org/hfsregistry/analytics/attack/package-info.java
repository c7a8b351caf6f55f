/**
 * Somebody who asks all that may be asked, and works out what was not to be told: docs/disclosure.md.
 */
@NullMarked
package org.hfsregistry.analytics.attack;

import org.jspecify.annotations.NullMarked;
