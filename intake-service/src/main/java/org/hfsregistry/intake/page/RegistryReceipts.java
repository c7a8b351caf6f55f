package org.hfsregistry.intake.page;

import java.util.List;

/** The receipts that the registry keeps; asked for in the name of whoever reads the page, so that each sees only its own. */
public interface RegistryReceipts {

    /**
     * Asks for the receipts of outcomes.
     *
     * @param bearer the access token of who asks
     */
    ReceiptsAnswer of(List<String> outcomeIds, String bearer);
}
