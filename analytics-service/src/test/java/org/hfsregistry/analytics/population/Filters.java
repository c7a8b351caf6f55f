package org.hfsregistry.analytics.population;

import java.time.LocalDate;
import java.util.Optional;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;

/** Filters by one thing. It exists because a filter has nine places, of which a test fills one. */
public final class Filters {
    private Optional<LocalDate> from = Optional.empty();
    private Optional<LocalDate> to = Optional.empty();
    private Optional<Sex> sex = Optional.empty();
    private Optional<Integer> ageFrom = Optional.empty();
    private Optional<Integer> ageTo = Optional.empty();
    private Optional<Etiology> etiology = Optional.empty();
    private Optional<Vessel> vessel = Optional.empty();
    private Optional<Boolean> repeatOperation = Optional.empty();
    private Optional<Product> product = Optional.empty();

    private Filters() {}

    /** Treated on these days. */
    public static Filter days(LocalDate from, LocalDate to) {
        Filters filled = new Filters();
        filled.from = Optional.of(from);
        filled.to = Optional.of(to);
        return filled.filter();
    }

    /** Treated up to this day. */
    public static Filter upTo(LocalDate to) {
        Filters filled = new Filters();
        filled.to = Optional.of(to);
        return filled.filter();
    }

    /** People of this age. */
    public static Filter aged(int from, int to) {
        Filters filled = new Filters();
        filled.ageFrom = Optional.of(from);
        filled.ageTo = Optional.of(to);
        return filled.filter();
    }

    /** People of this sex. */
    public static Filter of(Sex sex) {
        Filters filled = new Filters();
        filled.sex = Optional.of(sex);
        return filled.filter();
    }

    /** People whose spasm is of this. */
    public static Filter of(Etiology etiology) {
        Filters filled = new Filters();
        filled.etiology = Optional.of(etiology);
        return filled.filter();
    }

    /** Operations that found this vessel. */
    public static Filter of(Vessel vessel) {
        Filters filled = new Filters();
        filled.vessel = Optional.of(vessel);
        return filled.filter();
    }

    /** Injections of this. */
    public static Filter of(Product product) {
        Filters filled = new Filters();
        filled.product = Optional.of(product);
        return filled.filter();
    }

    /** Operations that are repeated ones, or are not. */
    public static Filter repeated(boolean whether) {
        Filters filled = new Filters();
        filled.repeatOperation = Optional.of(whether);
        return filled.filter();
    }

    private Filter filter() {
        return new Filter(from, to, sex, ageFrom, ageTo, etiology, vessel, repeatOperation, product);
    }
}
