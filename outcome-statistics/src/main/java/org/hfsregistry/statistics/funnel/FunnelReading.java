package org.hfsregistry.statistics.funnel;

/**
 * What the funnel says of one hospital. It exists so that a position is never given without the probabilities it was
 * read from.
 *
 * @param position where the hospital stands
 * @param pLower probability of so few successes or fewer at the network's rate
 * @param pUpper probability of so many successes or more at the network's rate
 */
public record FunnelReading(FunnelPosition position, double pLower, double pUpper) {
    private static final double TAIL_95 = 0.025;
    private static final double TAIL_99_8 = 0.001;

    static FunnelReading of(double pLower, double pUpper) {
        return new FunnelReading(position(pLower, pUpper), pLower, pUpper);
    }

    private static FunnelPosition position(double pLower, double pUpper) {
        if (pLower < TAIL_99_8) {
            return FunnelPosition.BELOW_99_8;
        }
        if (pUpper < TAIL_99_8) {
            return FunnelPosition.ABOVE_99_8;
        }
        if (pLower < TAIL_95) {
            return FunnelPosition.BELOW_95;
        }
        return pUpper < TAIL_95 ? FunnelPosition.ABOVE_95 : FunnelPosition.INSIDE;
    }
}
