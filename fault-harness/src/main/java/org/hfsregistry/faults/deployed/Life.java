package org.hfsregistry.faults.deployed;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.hfsregistry.local.service.ServiceProcess;
import org.hfsregistry.platform.ServerProcess;

/** One process of a part, from its start to its end. */
sealed interface Life {

    boolean isAlive();

    boolean isReady();

    void kill();

    /** Lets it end in its own order. */
    void end();

    /** A broker or a store. */
    record OfServer(ServerProcess process) implements Life {
        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public boolean isReady() {
            return process.isReady();
        }

        @Override
        public void kill() {
            process.kill();
        }

        @Override
        public void end() {
            try {
                process.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A service. */
    record OfService(ServiceProcess process) implements Life {
        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public boolean isReady() {
            return process.isReady();
        }

        @Override
        public void kill() {
            process.kill();
        }

        @Override
        public void end() {
            process.close();
        }
    }
}
