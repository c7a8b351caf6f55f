/**
 * What people type.
 *
 * <p>Owns: commands, options, help, and how refusals and results are printed. Doors: {@link
 * org.hfsregistry.local.command.RegistryCommand}. May use: picocli, the other rooms. Never: starting or sending anything
 * itself.
 */
@NullMarked
package org.hfsregistry.local.command;

import org.jspecify.annotations.NullMarked;
