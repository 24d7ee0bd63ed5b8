package io.ordercore.adapters.persistence.embedded;

/** Whether an acknowledged commit survives a crash of the machine. Only tests may say no. */
enum Durability {
    EVERY_COMMIT("""
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            shared_buffers = 256MB
            max_wal_size = 2GB
            # What a peak has used is kept for the next: a new segment is written twice, and commits wait for the first time.
            min_wal_size = 1GB
            """),
    NONE_FOR_TESTS("""
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            shared_buffers = 64MB
            max_wal_size = 512MB
            min_wal_size = 32MB
            """);

    private final String settings;

    Durability(String settings) {
        this.settings = settings;
    }

    /** Lines for {@code postgresql.conf}. */
    String settings() {
        return settings;
    }
}
