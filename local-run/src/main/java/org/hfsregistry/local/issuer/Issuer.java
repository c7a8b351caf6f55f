package org.hfsregistry.local.issuer;

import java.util.Map;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.Keys;
import org.hfsregistry.local.run.Server;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The issuer in this JVM, so that trying the registry out needs no other program. */
public final class Issuer implements AutoCloseable {

    private final ConfigurableApplicationContext running;

    private Issuer(ConfigurableApplicationContext running) {
        this.running = running;
    }

    /** Starts it, and returns when it answers. */
    public static Issuer start(Addresses addresses, Keys keys) {
        return new Issuer(new SpringApplicationBuilder(IssuerApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties(Map.of(
                        "server.address",
                        Addresses.HOST,
                        "server.port",
                        addresses.port(Server.ISSUER),
                        // The cookies of all ports of a host lie together in a browser.
                        "server.servlet.session.cookie.name",
                        "hfs-issuer",
                        "spring.main.lazy-initialization",
                        true))
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(Addresses.class, () -> addresses);
                    beans.registerBean(Keys.class, () -> keys);
                })
                .run());
    }

    @Override
    public void close() {
        running.close();
    }
}
