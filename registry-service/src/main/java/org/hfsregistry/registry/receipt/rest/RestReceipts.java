package org.hfsregistry.registry.receipt.rest;

import java.util.List;

/** Receipts on the wire. */
record RestReceipts(List<RestReceipt> receipts) {}
