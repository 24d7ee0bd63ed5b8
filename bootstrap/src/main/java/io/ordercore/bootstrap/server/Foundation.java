package io.ordercore.bootstrap.server;

import io.ordercore.adapters.catalog.HttpPictureProbe;
import io.ordercore.adapters.inspection.HttpInspectionAgency;
import io.ordercore.adapters.persistence.embedded.EmbeddedPostgres;
import io.ordercore.adapters.persistence.postgres.PersonalDataKeys;
import io.ordercore.adapters.persistence.postgres.PostgresPool;
import io.ordercore.adapters.persistence.postgres.PostgresStore;
import io.ordercore.adapters.persistence.postgres.PostgresTimers;
import io.ordercore.application.Ordercore;
import io.ordercore.application.StoreUnavailableException;
import io.ordercore.application.catalog.listing.PictureProbe;
import io.ordercore.application.modification.ModificationTerms;
import io.ordercore.application.payment.PaymentCheck;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.bootstrap.identity.DevIdentities;
import io.ordercore.bootstrap.identity.TrustedIssuer;
import io.ordercore.bootstrap.settings.InvalidSettingException;
import io.ordercore.bootstrap.settings.PaymentChecks;
import io.ordercore.bootstrap.settings.Profile;
import io.ordercore.bootstrap.settings.Setting;
import io.ordercore.bootstrap.settings.Settings;
import io.ordercore.bootstrap.webhook.HttpWebhookSender;
import io.ordercore.domain.inspection.Switching;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server stands on and needs before it takes the first request: the database, the order core on it, its timers, and
 * whose tokens it trusts. Quarkus makes its own objects, so the one foundation is held where {@link Producers} finds it.
 */
final class Foundation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Foundation.class);
    private static final int CONNECTIONS = 20;
    private static final int AT_ONCE = 500;
    /** More than carriers push in a second. */
    private static final int PUSHES_AT_ONCE = 5_000;

    private static final int EVENTS_AT_ONCE = 2_000;
    /** A peak that was not paid for comes back as a peak of deadlines half an hour later. */
    private static final int DEADLINES_AT_ONCE = 5_000;

    private static final Duration DEV_CARRIER_PAUSE = Duration.ofSeconds(1);
    private static final Duration CHANGES_KEPT = Duration.ofDays(7);
    private static final Duration CARRIER_PAUSE = Duration.ofMinutes(10);
    private static final Duration ANSWERS_KEPT = Duration.ofHours(24);
    private static @Nullable Foundation held;

    private final Settings settings;
    private final Clock clock;
    private final @Nullable DevIdentities people;
    private final TrustedIssuer issuer;
    private final Deque<AutoCloseable> opened = new ConcurrentLinkedDeque<>();
    private final DataSource database;
    private final Ordercore core;
    private final PostgresTimers timers;
    private final AtomicLong overdueReviews = new AtomicLong();
    private final CarrierPlugins plugins;

    private Foundation(Settings settings) {
        this.settings = settings;
        this.clock = settings.profile() == Profile.DEV ? DevClock.in(settings.dataDirectory()) : Clock.systemUTC();
        // A database of our own takes longest to come up, so it begins before anything else.
        CompletableFuture<PostgresPool> opening = settings.database() == null
                ? CompletableFuture.supplyAsync(this::openDatabase, task -> new Thread(task, "open-database").start())
                : null;
        try {
            Settings.Issuer configured = settings.issuer();
            this.people = configured == null ? DevIdentities.in(settings.dataDirectory(), clock.instant()) : null;
            this.issuer = configured == null
                    ? TrustedIssuer.of(Objects.requireNonNull(people))
                    : TrustedIssuer.of(configured);
            PersonalDataKeys keys = keys(settings);
            this.database = (opening == null ? openDatabase() : opened(opening)).dataSource();
            PostgresStore store = closing(PostgresStore.on(database, keys));
            this.core = Ordercore.on(store)
                    .payments(new SimulatedPaymentGateway(URI.create(settings.url() + "/payment-challenges/")))
                    .paymentCheck(
                            paymentCheck(settings.paymentChecks()),
                            settings.paymentChecks().whileSilent())
                    .clock(clock)
                    .carriers(KnownCarriers.in(settings, store.callBudgets(), clock))
                    .switching(new Switching(settings.switching(), null))
                    .modifications(KnownPolicies.in(settings.dataDirectory()), ModificationTerms.STANDARD)
                    .webhooks(HttpWebhookSender.of(settings.profile() == Profile.DEV), HttpWebhookSender.threads())
                    .remedies(KnownRemedies.in(settings.dataDirectory()))
                    .shippingRates(KnownRates.in(settings.dataDirectory()))
                    .carrierPause(settings.profile() == Profile.DEV ? DEV_CARRIER_PAUSE : CARRIER_PAUSE)
                    .providerSecrets(KnownProviders.in(settings.dataDirectory(), settings.profile()))
                    .pictures(settings.probesPictures() ? closing(new HttpPictureProbe()) : PictureProbe.BLIND)
                    .inspectionAgency(new HttpInspectionAgency(clock))
                    .build();
            this.plugins =
                    closing(new CarrierPlugins(settings.dataDirectory(), core.carriers(), store.callBudgets(), clock));
            this.timers = closing(timers(store));
        } catch (RuntimeException e) {
            if (opening != null) {
                opening.handle((pool, failure) -> pool).join();
            }
            close();
            throw e;
        }
    }

    private static PaymentCheck paymentCheck(PaymentChecks checks) {
        URI url = checks.url();
        return url == null ? PaymentCheck.NONE : new HttpPaymentCheck(url);
    }

    private static PostgresPool opened(CompletableFuture<PostgresPool> opening) {
        try {
            return opening.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Opens everything, or nothing. */
    static Foundation open(Settings settings) {
        return new Foundation(settings);
    }

    private PostgresPool openDatabase() {
        Settings.Database own = settings.database();
        if (own != null) {
            return closing(PostgresPool.open(own.url(), own.user(), own.password(), CONNECTIONS));
        }
        EmbeddedPostgres postgres =
                closing(EmbeddedPostgres.start(settings.dataDirectory().resolve("postgres")));
        return closing(PostgresPool.open(postgres.jdbcUrl(), postgres.user(), postgres.password(), CONNECTIONS));
    }

    private PostgresTimers timers(PostgresStore store) {
        ClockWatch watch = new ClockWatch(Clock.systemUTC(), System::nanoTime);
        Duration pause = settings.timerPause();
        return PostgresTimers.on(database)
                .every(
                        pause,
                        "settle-payments",
                        () -> core.payments().settlePayments().reconcile(AT_ONCE))
                .every(
                        pause,
                        "meet-deadlines",
                        watch.whileSteady(() -> core.orders().meetDeadlines().meet(DEADLINES_AT_ONCE)))
                .every(
                        pause,
                        "expire-modifications",
                        watch.whileSteady(
                                () -> core.modifications().expireModifications().expire(AT_ONCE)))
                .every(
                        pause,
                        "expire-returns",
                        watch.whileSteady(() -> core.afterSale().returnGoods().expire(AT_ONCE)))
                .every(
                        pause,
                        "follow-interceptions",
                        () -> core.interceptions().askCarriers().ask(AT_ONCE))
                .every(
                        pause,
                        "book-carriers",
                        () -> core.carriage().bookCarriage().ask(AT_ONCE))
                .every(pause, "dispatch-events", () -> core.dispatchEvents().dispatch(EVENTS_AT_ONCE))
                .every(pause, "process-pushes", () -> core.trackParcels().processPushes(PUSHES_AT_ONCE))
                .every(
                        pause,
                        "advance-incidents",
                        () -> core.incidents().handleIncidents().advance(AT_ONCE))
                .every(
                        pause.multipliedBy(5),
                        "listen-for-silence",
                        () -> core.incidents().handleIncidents().listenForSilence(AT_ONCE))
                .every(pause, "ask-carriers", () -> core.trackParcels().poll(AT_ONCE))
                .every(pause, "keep-credit", () -> core.credit().keepCredit().keep(AT_ONCE))
                .every(
                        pause,
                        "keep-inspections",
                        () -> core.inspections().keepInspections().keep(AT_ONCE))
                .every(
                        pause.multipliedBy(5),
                        "watch-reviews",
                        () -> overdueReviews.addAndGet(
                                core.watchReviews().watch(AT_ONCE).size()))
                .every(
                        pause,
                        "send-inspections",
                        () -> core.inspections().sendInspections().send(AT_ONCE))
                .every(
                        Duration.ofMinutes(1),
                        "draw-lots",
                        () -> core.inspections().drawLots().draw(AT_ONCE))
                .every(
                        pause,
                        "publish-webhooks",
                        () -> core.webhooks().deliverWebhooks().publish(AT_ONCE))
                .every(
                        pause,
                        "deliver-webhooks",
                        () -> core.webhooks().deliverWebhooks().deliver())
                .every(
                        Duration.ofHours(1),
                        "forget-webhooks",
                        () -> core.webhooks().deliverWebhooks().forget())
                .every(
                        Duration.ofHours(1),
                        "forget-commands",
                        () -> store.commands().forgetBefore(clock.instant().minus(ANSWERS_KEPT)))
                .every(
                        Duration.ofHours(1),
                        "forget-offer-changes",
                        () -> store.offerFeed().forgetOvertaken(clock.instant().minus(CHANGES_KEPT)))
                .every(Duration.ofDays(1), "sign-history", new SignHistory(settings, database, clock));
    }

    /** Made up in {@code dev} only: whoever loses the keys has lost the personal data. */
    private static PersonalDataKeys keys(Settings settings) {
        try {
            if (settings.profile() == Profile.PROD) {
                return PersonalDataKeys.fromFile(settings.keyset());
            }
            Files.createDirectories(settings.dataDirectory());
            return PersonalDataKeys.fromFileOrNew(settings.keyset());
        } catch (IOException e) {
            throw new InvalidSettingException(
                    Setting.KEYSET_FILE.variable() + ": there are no keys to be read in " + settings.keyset()
                            + "; put its backup there, for without its keys the personal data in the database is lost.");
        }
    }

    private <T extends AutoCloseable> T closing(T part) {
        opened.push(part);
        return part;
    }

    static void hold(Foundation foundation) {
        held = foundation;
    }

    static Foundation held() {
        return Objects.requireNonNull(held, "the server has not been started");
    }

    Settings settings() {
        return settings;
    }

    /** Null in {@code prod}. */
    @Nullable
    DevIdentities people() {
        return people;
    }

    TrustedIssuer issuer() {
        return issuer;
    }

    Clock clock() {
        return clock;
    }

    DataSource database() {
        return database;
    }

    Ordercore core() {
        return core;
    }

    PostgresTimers timers() {
        return timers;
    }

    /** How many reviews this server found to be overdue. */
    AtomicLong overdueReviews() {
        return overdueReviews;
    }

    /** A second later deadlines are met and events told: whoever waits for a first answer need not wait for this. */
    void startTimersSoon() {
        plugins.watch();
        Thread starter = new Thread(this::startTimers, "start-timers");
        starter.setDaemon(true);
        closing(starter::interrupt);
        starter.start();
    }

    private void startTimers() {
        try {
            do {
                TimeUnit.SECONDS.sleep(1);
            } while (!timersStarted());
        } catch (InterruptedException closed) {
            LOG.debug("closed before its timers started", closed);
        }
    }

    private boolean timersStarted() {
        try {
            timers.start();
            return true;
        } catch (StoreUnavailableException e) {
            LOG.warn("the timers wait for the database", e);
            return false;
        }
    }

    /** Closes what was opened, the last first. Closing twice is harmless. */
    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            AutoCloseable part = opened.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("cannot close {}", part.getClass(), e);
            }
        }
    }
}
