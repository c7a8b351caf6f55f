package org.hfsregistry.analytics.statistic.metrics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The headline gauges.
 *
 * @param hospitals how many get gauges of their own, so that the number of time series has a limit
 */
@ConfigurationProperties("hfs.analytics.gauges")
record GaugeSettings(@DefaultValue("500") int hospitals) {}
