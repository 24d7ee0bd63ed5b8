package io.ordercore.application.modification;

import io.ordercore.application.Store;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetDecision;
import io.ordercore.domain.modification.ChangeSetId;
import io.ordercore.domain.modification.ChangeSetRefusal;
import io.ordercore.domain.party.Actor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

final class AnswerModificationService implements AnswerModification {
    private final Store store;
    private final Modifying modifying;

    AnswerModificationService(Store store, Modifying modifying) {
        this.store = store;
        this.modifying = modifying;
    }

    @Override
    public ChangeSetDecision consent(ChangeSetId id, Actor actor, @Nullable String proof) {
        return answer(id, it -> it.consent(actor, proof, modifying.now()), modifying::goOn);
    }

    @Override
    public ChangeSetDecision approve(ChangeSetId id, Actor actor) {
        return answer(id, it -> it.approve(actor, modifying.now()), modifying::goOn);
    }

    @Override
    public ChangeSetDecision decline(ChangeSetId id, Actor actor) {
        return answer(id, it -> it.decline(actor, modifying.now()), it -> modifying.close(it, actor));
    }

    private ChangeSetDecision answer(
            ChangeSetId id, Function<ChangeSet, ChangeSetDecision> decide, Function<ChangeSet, ChangeSet> then) {
        return store.transactions().run(() -> {
            ChangeSet stored = store.changeSets().find(id).orElseThrow(() -> new UnknownChangeSetException(id));
            return decide.apply(stored).decide(new ChangeSetDecision.Cases<ChangeSetDecision>() {
                @Override
                public ChangeSetDecision changed(ChangeSet changed) {
                    return new ChangeSetDecision.Changed(then.apply(changed));
                }

                @Override
                public ChangeSetDecision refused(ChangeSetRefusal reason) {
                    modifying.expireIfOver(stored);
                    return new ChangeSetDecision.Refused(reason);
                }
            });
        });
    }
}
