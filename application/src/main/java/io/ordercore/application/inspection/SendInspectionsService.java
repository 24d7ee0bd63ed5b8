package io.ordercore.application.inspection;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Transactions;
import io.ordercore.domain.inspection.Agency;
import io.ordercore.domain.inspection.AgencyOrder;
import io.ordercore.domain.inspection.Inspection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims an order, asks outside of any transaction, stores the answer; who dies in between is followed by another one later. */
final class SendInspectionsService implements SendInspections {
    private static final Logger LOG = LoggerFactory.getLogger(SendInspectionsService.class);
    private static final Duration CLAIMED_FOR = Duration.ofMinutes(2);

    private final Transactions transactions;
    private final Inspections inspections;
    private final AgencyOrders orders;
    private final Agencies agencies;
    private final InspectionAgency gateway;
    private final Clock clock;

    SendInspectionsService(
            Transactions transactions,
            Inspections inspections,
            AgencyOrders orders,
            Agencies agencies,
            InspectionAgency gateway,
            Clock clock) {
        this.transactions = transactions;
        this.inspections = inspections;
        this.orders = orders;
        this.agencies = agencies;
        this.gateway = gateway;
        this.clock = clock;
    }

    @Override
    public int send(int limit) {
        int sent = 0;
        for (AgencyOrder due : orders.due(now(), limit)) {
            try {
                send(due);
                sent++;
            } catch (StaleVersionException somebodyElseWasFaster) {
                LOG.debug("somebody else was faster", somebodyElseWasFaster);
            }
        }
        return sent;
    }

    private void send(AgencyOrder due) {
        AgencyOrder claimed = due.asking(now().plus(CLAIMED_FOR));
        orders.save(claimed);
        Inspection inspection = inspections.find(due.inspection()).orElseThrow();
        AgencyOrder answered = answered(claimed, inspection);
        transactions.run(() -> orders.save(answered));
    }

    private AgencyOrder answered(AgencyOrder claimed, Inspection inspection) {
        if (inspection.report() != null) {
            return claimed.taken(null);
        }
        Optional<Agency> reached =
                agencies.find(claimed.agency()).filter(Agency::active).filter(gateway::reaches);
        if (reached.isEmpty()) {
            return claimed.unanswered("the agency is not connected", null, now());
        }
        return gateway.order(reached.get(), inspection).decide(new InspectionAgency.Answer.Cases<>() {
            @Override
            public AgencyOrder taken(@Nullable String reference) {
                return claimed.taken(reference);
            }

            @Override
            public AgencyOrder refused(String reason) {
                LOG.warn("agency {} refuses inspection {}: {}", claimed.agency(), claimed.inspection(), reason);
                return claimed.refused(reason);
            }

            @Override
            public AgencyOrder unknown(String problem, @Nullable Duration pause) {
                return claimed.unanswered(problem, pause, now());
            }
        });
    }

    private Instant now() {
        return clock.instant();
    }
}
