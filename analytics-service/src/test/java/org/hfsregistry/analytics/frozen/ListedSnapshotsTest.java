package org.hfsregistry.analytics.frozen;

class ListedSnapshotsTest extends SnapshotsKit {
    @Override
    protected Snapshots empty() {
        return new ListedSnapshots();
    }
}
