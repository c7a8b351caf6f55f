package org.hfsregistry.platform.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedPortsTest {

    @TempDir
    private Path folder;

    @Test
    void gives_the_recorded_port_again_while_it_is_free() {
        int broker = RecordedPorts.in(folder).take("broker");

        assertThat(RecordedPorts.in(folder).take("broker")).isEqualTo(broker);
    }

    @Test
    void gives_and_records_another_port_when_the_recorded_one_is_taken() throws Exception {
        int taken = RecordedPorts.in(folder).take("broker");
        try (ServerSocket somebody = new ServerSocket(taken, 1, InetAddress.ofLiteral(Loopback.ADDRESS))) {
            int other = RecordedPorts.in(folder).take("broker");

            assertThat(other).isNotEqualTo(somebody.getLocalPort());
            assertThat(RecordedPorts.in(folder).take("broker")).isEqualTo(other);
        }
    }

    @Test
    void keeps_the_ports_of_several_servers_apart() {
        RecordedPorts ports = RecordedPorts.in(folder);
        int broker = ports.take("broker");
        int controller = ports.take("controller");

        RecordedPorts again = RecordedPorts.in(folder);
        assertThat(again.take("controller")).isEqualTo(controller);
        assertThat(again.take("broker")).isEqualTo(broker);
    }
}
