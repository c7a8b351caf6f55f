/** What several benchmarks take from the command line, each with values of its own where nothing is said. */
@NullMarked
package org.hfsregistry.benchmarks.options;

import org.jspecify.annotations.NullMarked;
