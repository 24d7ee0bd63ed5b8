package io.ordercore.domain.modification;

/** What a change set answers. */
public sealed interface ChangeSetDecision {
    <R> R decide(Cases<R> cases);

    /** One method per outcome. */
    interface Cases<R> {
        R changed(ChangeSet changed);

        R refused(ChangeSetRefusal reason);
    }

    /** It is as asked. */
    record Changed(ChangeSet changeSet) implements ChangeSetDecision {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.changed(changeSet);
        }
    }

    /** It stays as it is. */
    record Refused(ChangeSetRefusal reason) implements ChangeSetDecision {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(reason);
        }
    }
}
