package org.hfsregistry.intake.page;

/** What comes of asking the registry for receipts. */
public sealed interface ReceiptsAnswer {

    /** The receipts of those that have arrived, in the registry's own JSON. */
    record Told(String json) implements ReceiptsAnswer {}

    /** The registry can't be reached, or is too busy. */
    record Away() implements ReceiptsAnswer {}

    /** The registry answers, but not with receipts. */
    record Unfit(int status) implements ReceiptsAnswer {}
}
