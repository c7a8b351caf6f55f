package org.hfsregistry.platform.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackTest {

    @Test
    void a_free_port_can_be_listened_on() throws Exception {
        int port = Loopback.freePort();

        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral(Loopback.ADDRESS))) {
            assertThat(socket.isBound()).isTrue();
            assertThat(Loopback.isFree(port)).isFalse();
        }
    }

    @Test
    void the_probe_of_the_other_tests_sees_a_server_that_listens_on_all_addresses() throws Exception {
        try (ServerSocket everywhere = new ServerSocket(0)) {
            assertThat(LoopbackOnly.answersElsewhere(everywhere.getLocalPort())).isTrue();
        }
    }
}
