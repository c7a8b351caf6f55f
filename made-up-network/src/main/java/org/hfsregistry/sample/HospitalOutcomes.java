package org.hfsregistry.sample;

import java.util.List;
import java.util.function.Supplier;

/**
 * What one hospital of a sample submits.
 *
 * @param toBeRefused how many of the rows are wrong on purpose
 * @param rows NDJSON, made anew at each call
 */
public record HospitalOutcomes(String hospitalId, int toBeRefused, Supplier<List<String>> rows) {}
