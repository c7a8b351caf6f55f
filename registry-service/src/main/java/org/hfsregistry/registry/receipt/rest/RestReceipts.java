package org.hfsregistry.registry.receipt.rest;

import java.util.List;
import org.hfsregistry.registry.paging.HandedOut;

/** Receipts on the wire. */
record RestReceipts(List<RestReceipt> receipts) implements HandedOut.Several {
    @Override
    public int records() {
        return receipts.size();
    }
}
