/**
 * What a run is: a data folder that one process has, its keys, its ports, and the record by which other commands find it.
 *
 * <p>Owns: the layout of the folder, the lock on it, the secrets in it, how long its parts are waited for. Doors: {@link org.hfsregistry.local.run.RunFolder}.
 * May use: {@code java..}, Jackson. Never: a server, the network but for asking whether a port is free.
 */
@NullMarked
package org.hfsregistry.local.run;

import org.jspecify.annotations.NullMarked;
