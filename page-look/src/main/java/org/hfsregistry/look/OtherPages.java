package org.hfsregistry.look;

import java.util.List;

/**
 * The ways from each page to the pages of other services; the layout asks for them by this name.
 *
 * @param links in the order in which they are shown
 */
record OtherPages(List<PageAddresses.Link> links) {}
