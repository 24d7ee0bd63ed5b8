package io.ordercore.application.logistics.intercept;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Store;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.InterceptAction;
import io.ordercore.application.logistics.Intercepts.InterceptRequest;
import io.ordercore.application.logistics.Intercepts.InterceptTicket;
import io.ordercore.application.logistics.Intercepts.Payer;
import io.ordercore.domain.logistics.intercept.Aim;
import io.ordercore.domain.logistics.intercept.Interception;
import io.ordercore.domain.logistics.intercept.InterceptionId;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.party.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class AskCarriersService implements AskCarriers {
    private static final Logger LOG = LoggerFactory.getLogger(AskCarriersService.class);
    private static final Actor CARRIER = Actor.system("carrier");
    private static final Duration CALL = Duration.ofSeconds(20);

    private final Store store;
    private final Carriers carriers;
    private final Following following;
    private final Duration pause;

    AskCarriersService(Store store, Carriers carriers, Following following, Duration pause) {
        this.store = store;
        this.carriers = carriers;
        this.following = following;
        this.pause = pause;
    }

    @Override
    public int ask(int limit) {
        int asked = 0;
        for (InterceptionId id : store.interceptions().due(following.now(), limit)) {
            try {
                asked += ask(id) ? 1 : 0;
            } catch (StaleVersionException changedMeanwhile) {
                LOG.info("interception {} changed meanwhile; it is asked about again", id);
            }
        }
        return asked;
    }

    private boolean ask(InterceptionId id) {
        Optional<Interception> claimed = store.transactions().run(() -> claim(id));
        if (claimed.isEmpty()) {
            return false;
        }
        boolean first = claimed.get().version() == 2;
        Function<Interception, Interception> answer = answer(claimed.get(), first);
        store.transactions().run(() -> {
            Interception stored = store.interceptions().find(id).orElseThrow();
            return stored.version() == claimed.get().version()
                    ? following.store(answer.apply(stored), true, CARRIER)
                    : stored;
        });
        return true;
    }

    /** It is this caller's to ask from now on; another one finds nothing due. */
    private Optional<Interception> claim(InterceptionId id) {
        Interception stored = store.interceptions().find(id).orElseThrow();
        Instant due = stored.nextAt();
        if (due == null || due.isAfter(following.now()) || !stored.status().isOpen()) {
            return Optional.empty();
        }
        Interception claimed = stored.asking(following.now().plus(CALL).plus(pause));
        store.interceptions().save(claimed);
        return Optional.of(claimed);
    }

    private Function<Interception, Interception> answer(Interception interception, boolean first) {
        ConnectedCarrier carrier = carrier(interception);
        if (carrier == null) {
            return it -> it.refused("the carrier is not connected");
        }
        CarrierContext context = new CarrierContext(
                "",
                "",
                following.now().plus(CALL),
                Locale.ROOT,
                interception.id().toString());
        IdempotencyKey key = new IdempotencyKey(interception.id().toString());
        TrackingNumber number = new TrackingNumber(interception.parcel().trackingNumber());
        CarrierResult<InterceptTicket> result = first
                ? carrier.intercept(context, request(interception, number), key)
                : carrier.findIntercept(context, number, key);
        return read(
                first || !neverArrived(result)
                        ? result
                        : carrier.intercept(context, request(interception, number), key));
    }

    private @Nullable ConnectedCarrier carrier(Interception interception) {
        try {
            return carriers.find(new CarrierCode(interception.parcel().carrier()));
        } catch (IllegalArgumentException notACode) {
            return null;
        }
    }

    private static InterceptRequest request(Interception interception, TrackingNumber number) {
        return new InterceptRequest(
                number,
                action(interception.aim()),
                interception.recipient(),
                interception.window(),
                Payer.SHIPPER,
                interception.aim().name());
    }

    private static InterceptAction action(Aim aim) {
        return switch (aim) {
            case REDIRECT -> InterceptAction.REDIRECT;
            case RESCHEDULE -> InterceptAction.CHANGE_TIME;
            case HOLD -> InterceptAction.HOLD;
            case RETURN, RESHIP -> InterceptAction.RETURN_TO_SENDER;
        };
    }

    /** The question got lost on its way: it is asked again under the same key. */
    private static boolean neverArrived(CarrierResult<InterceptTicket> result) {
        return result.decide(new CarrierResult.Cases<InterceptTicket, Boolean>() {
            @Override
            public Boolean ok(InterceptTicket ticket, String raw) {
                return false;
            }

            @Override
            public Boolean rejected(CarrierResult.Rejected<?> it) {
                return it.code() == CarrierErrorCode.NOT_FOUND;
            }

            @Override
            public Boolean retryable(CarrierResult.Retryable<?> it) {
                return false;
            }

            @Override
            public Boolean outcomeUnknown(CarrierResult.OutcomeUnknown<?> it) {
                return false;
            }

            @Override
            public Boolean unsupported(CarrierResult.Unsupported<?> it) {
                return false;
            }
        });
    }

    private Function<Interception, Interception> read(CarrierResult<InterceptTicket> result) {
        Instant now = following.now();
        Instant again = now.plus(pause);
        return result.decide(new CarrierResult.Cases<>() {
            @Override
            public Function<Interception, Interception> ok(InterceptTicket ticket, String raw) {
                return switch (ticket.status()) {
                    case REQUESTED -> it -> it.unanswered(again, now);
                    case ACCEPTED -> it -> it.accepted(again);
                    case REFUSED -> it -> it.refused(ticket.reason());
                    case DONE -> Interception::done;
                };
            }

            @Override
            public Function<Interception, Interception> rejected(CarrierResult.Rejected<?> it) {
                return asked -> asked.refused(it.code() + " " + it.message());
            }

            @Override
            public Function<Interception, Interception> retryable(CarrierResult.Retryable<?> it) {
                return asked -> asked.unanswered(now.plus(it.retryAfter()), now);
            }

            @Override
            public Function<Interception, Interception> outcomeUnknown(CarrierResult.OutcomeUnknown<?> it) {
                return asked -> asked.unanswered(again, now);
            }

            @Override
            public Function<Interception, Interception> unsupported(CarrierResult.Unsupported<?> it) {
                return asked -> asked.refused("the carrier cannot do that");
            }
        });
    }
}
