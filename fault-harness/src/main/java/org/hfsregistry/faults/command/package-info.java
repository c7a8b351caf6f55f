/**
 * What people type.
 *
 * <p>Owns: options, help, progress, exit codes. Doors: {@link org.hfsregistry.faults.command.FaultsCommand}. May use: picocli,
 * {@code run}, {@code fault}. Never: killing or sending anything itself.
 */
@NullMarked
package org.hfsregistry.faults.command;

import org.jspecify.annotations.NullMarked;
