package io.ordercore.application.modification;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Store;
import io.ordercore.domain.modification.ChangeSetId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class ExpireModificationsService implements ExpireModifications {
    private static final Logger LOG = LoggerFactory.getLogger(ExpireModificationsService.class);

    private final Store store;
    private final Modifying modifying;

    ExpireModificationsService(Store store, Modifying modifying) {
        this.store = store;
        this.modifying = modifying;
    }

    @Override
    public int expire(int limit) {
        int ended = 0;
        for (ChangeSetId id : store.changeSets().over(modifying.now(), limit)) {
            if (end(id)) {
                ended++;
            }
        }
        return ended;
    }

    /** One at a time: a single one that cannot be ended must not hold up the others. */
    private boolean end(ChangeSetId id) {
        try {
            return store.transactions()
                    .run(() -> store.changeSets()
                            .find(id)
                            .map(modifying::expireIfOver)
                            .orElse(false));
        } catch (StaleVersionException somebodyElseWasFaster) {
            return false;
        } catch (IllegalStateException e) {
            LOG.error("change set {} could not be ended", id, e);
            return false;
        }
    }
}
