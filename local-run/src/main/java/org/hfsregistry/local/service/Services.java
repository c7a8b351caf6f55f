package org.hfsregistry.local.service;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hfsregistry.local.run.CannotBeDone;
import org.hfsregistry.local.run.Server;

/** The three services of a run, started and stopped side by side. */
public final class Services implements AutoCloseable {

    private final List<ServiceProcess> processes;

    private Services(List<ServiceProcess> processes) {
        this.processes = processes;
    }

    /** Starts them; they are not ready yet when this returns. */
    public static Services start(ServiceJars jars, ServiceSettings settings, Path logs) {
        return new Services(Stream.of(Server.REGISTRY, Server.ANALYTICS, Server.INTAKE)
                .map(service ->
                        ServiceProcess.start(Instance.only(service, settings.addresses()), jars, settings, logs))
                .toList());
    }

    /**
     * Returns when all take requests.
     *
     * @param ready is told the name of each as it does
     * @throws CannotBeDone as soon as one ends, or when one takes too long
     */
    public void awaitReady(Consumer<String> ready) throws InterruptedException {
        ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();
        try {
            ExecutorCompletionService<String> first = new ExecutorCompletionService<>(waiting);
            processes.forEach(process -> first.submit(() -> {
                process.awaitReady();
                return process.name();
            }));
            for (int left = processes.size(); left > 0; left--) {
                ready.accept(first.take().get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CannotBeDone why) {
                throw why;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            waiting.shutdownNow();
        }
    }

    /** Makes sure that all are there. @throws CannotBeDone if one of them has ended */
    public void requireAlive() {
        processes.forEach(ServiceProcess::requireAlive);
    }

    /** Returns when one of them has ended, with what to say of it. */
    public CannotBeDone firstEnd() {
        CompletableFuture<?>[] ends =
                processes.stream().map(ServiceProcess::onEnd).toArray(CompletableFuture<?>[]::new);
        ServiceProcess gone = (ServiceProcess) CompletableFuture.anyOf(ends).join();
        return gone.ended();
    }

    /** Lets them end in their own order, all at once. */
    @Override
    public void close() {
        processes.forEach(ServiceProcess::askToEnd);
        processes.forEach(ServiceProcess::close);
    }
}
