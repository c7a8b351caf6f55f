package org.hfsregistry.analytics.running;

import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A registry and analytics that read it, there before the first test of a class that has it and gone after the last. */
public abstract sealed class AnalysedRegistry implements BeforeAllCallback, AfterAllCallback
        permits NetworkRegistry, SmallRegistry {
    private final String name;
    private final String[] settings;
    private final RunningAnalytics analytics = new RunningAnalytics();

    @SuppressWarnings("NullAway.Init")
    private RegistryStandIn registry;

    /** Under a name of its own; settings of analytics are {@code name=value}. */
    AnalysedRegistry(String name, String... settings) {
        this.name = name;
        this.settings = settings;
    }

    /** Registers what is there before analytics start. */
    abstract void registerBefore(RegistryStandIn registry);

    /** Registers what comes while analytics run, where something does. */
    void registerAfter(RegistryStandIn registry) {}

    /** Starts both; analytics know all that is registered then. */
    public final void start() {
        registry = new RegistryStandIn(Platform.forTests(), name);
        registerBefore(registry);
        analytics.start(Platform.forTests(), name, settings).waitFor(registry.published());
        registerAfter(registry);
        analytics.waitFor(registry.published());
    }

    /** Stops both. */
    public final void stop() {
        analytics.close();
        registry.close();
    }

    @Override
    public final void beforeAll(ExtensionContext tests) {
        start();
    }

    @Override
    public final void afterAll(ExtensionContext tests) {
        stop();
    }

    /** Who registers. */
    public final RegistryStandIn registry() {
        return registry;
    }

    /** Who answers. */
    public final RunningAnalytics analytics() {
        return analytics;
    }

    /** Starts one more analytics, of its own settings, that knows all that is registered; who asks for it closes it. */
    public final RunningAnalytics another(String... others) {
        return new RunningAnalytics().start(Platform.forTests(), name, others).waitFor(registry.published());
    }
}
