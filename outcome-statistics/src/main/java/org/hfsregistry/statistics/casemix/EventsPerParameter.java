package org.hfsregistry.statistics.casemix;

/**
 * How many events there are for each parameter of a regression. It exists so that whoever fits a model asks this first:
 * with few events it describes chance. Peduzzi et al. 1996, J Clin Epidemiol 49:1373.
 *
 * @param events the rarer of the two outcomes: failures or non-failures
 * @param parameters columns, without the intercept
 */
public record EventsPerParameter(int events, int parameters) {
    /** Fewer events a parameter than this are too few. */
    public static final int FEWEST = 10;

    public EventsPerParameter {
        if (events < 0 || parameters < 0) {
            throw new IllegalArgumentException(events + " events for " + parameters + " parameters");
        }
    }

    /** Of a cohort. */
    public static EventsPerParameter of(boolean[] failed, int parameters) {
        int failures = 0;
        for (boolean failure : failed) {
            failures += failure ? 1 : 0;
        }
        return new EventsPerParameter(Math.min(failures, failed.length - failures), parameters);
    }

    /** Whether there are at least {@link #FEWEST} events for each parameter. */
    public boolean enough() {
        return events >= (long) FEWEST * parameters;
    }
}
