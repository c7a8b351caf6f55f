package org.hfsregistry.benchmarks.lag;

import org.hfsregistry.benchmarks.options.Seconds;
import org.hfsregistry.benchmarks.options.SteadyPosts;
import picocli.CommandLine.Mixin;

/** What the command line says. */
final class Options {

    @Mixin
    final SteadyPosts posts = new SteadyPosts(1);

    @Mixin
    final Seconds seconds = new Seconds();

    /** Whole requests. */
    int outcomes() {
        return posts.outcomesOf(seconds.all());
    }
}
