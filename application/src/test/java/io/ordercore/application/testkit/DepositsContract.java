package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ordercore.application.Ordercore;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.credit.Deposits;
import io.ordercore.application.credit.FindDeposit;
import io.ordercore.application.credit.ForfeitDeposit;
import io.ordercore.application.credit.TopUpDeposit;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.credit.CreditEntry;
import io.ordercore.domain.credit.CreditTier;
import io.ordercore.domain.credit.Deposit;
import io.ordercore.domain.credit.DepositEntry;
import io.ordercore.domain.credit.DepositEntry.Kind;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.Lane;
import io.ordercore.domain.credit.Owner;
import io.ordercore.domain.credit.Payout;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Deposits} promises, and how payouts fill them, on any store. */
public abstract class DepositsContract extends StoreContract {
    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");

    private final MovableClock clock = new MovableClock(Instant.parse("2027-01-10T09:00:00Z"));
    private Ordercore core;
    private int payouts;

    @BeforeEach
    void openTheAccounts() {
        core = Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("https://shop.example/challenges")))
                .clock(clock)
                .build();
        after(Duration.ZERO);
    }

    @Test
    void payouts_fill_the_deposit_up_to_its_target_and_not_a_cent_further() {
        owe("99.99", 7);
        owe("99.99", 7);
        owe("99.99", 7);
        assertThat(account().lacking()).isEqualTo(yuan("30.00"));
        after(Duration.ofDays(7));
        assertThat(payouts())
                .extracting(Payout::withheld, Payout::paid)
                .containsExactlyInAnyOrder(
                        tuple(yuan("30.00"), yuan("69.99")),
                        tuple(yuan("0.00"), yuan("99.99")),
                        tuple(yuan("0.00"), yuan("99.99")));
        assertThat(account().deposit().held()).isEqualTo(yuan("30.00"));
        assertThat(account().lacking()).isEqualTo(yuan("0.00"));
        assertThat(kinds()).containsExactly(Kind.WITHHELD);
        owe("9.00", 7);
        after(Duration.ofDays(7));
        assertThat(account().deposit().held()).isEqualTo(yuan("30.90"));
    }

    @Test
    void what_the_merchant_pays_in_is_not_kept_back_and_a_transfer_is_booked_once() {
        owe("500.00", 7);
        TopUpDeposit.Command transfer = new TopUpDeposit.Command(TEA_HOUSE, yuan("49.99"), "bank-4711");
        assertThat(core.credit().topUpDeposit().topUp(transfer)).isPresent();
        assertThat(core.credit().topUpDeposit().topUp(transfer)).isEmpty();
        assertThat(account().deposit().held()).isEqualTo(yuan("49.99"));
        after(Duration.ofDays(7));
        assertThat(payouts()).extracting(Payout::withheld).containsExactly(yuan("0.01"));
        assertThat(kinds()).containsExactly(Kind.WITHHELD, Kind.TOPPED_UP);
    }

    @Test
    void what_the_platform_paid_in_its_place_is_taken_once_told_and_filled_up_again() {
        owe("500.00", 7);
        core.credit().topUpDeposit().topUp(new TopUpDeposit.Command(TEA_HOUSE, yuan("50.00"), "bank-1"));
        assertThat(forfeit("50.01", "case-1"))
                .isEqualTo(new ForfeitDeposit.Refused(ForfeitDeposit.Refusal.MORE_THAN_HELD, yuan("50.00")));
        assertThat(forfeit("30.00", "case-1")).isInstanceOf(ForfeitDeposit.Forfeited.class);
        assertThat(forfeit("30.00", "case-1"))
                .isEqualTo(new ForfeitDeposit.Refused(ForfeitDeposit.Refusal.ALREADY_BOOKED, yuan("20.00")));
        assertThat(account().lacking()).isEqualTo(yuan("30.00"));
        assertThat(core.credit().findCredit().history(TEA_HOUSE, null, 1))
                .extracting(
                        line -> line.entry().kind(),
                        line -> line.entry().facts().get("reason"))
                .containsExactly(tuple(CreditEntry.Kind.DEPOSIT_FORFEITED, "undelivered orders"));
        after(Duration.ofDays(7));
        assertThat(account().deposit().held()).isEqualTo(yuan("50.00"));
        assertThat(kinds()).containsExactly(Kind.WITHHELD, Kind.FORFEITED, Kind.TOPPED_UP);
    }

    @Test
    void a_better_tier_brings_money_back_after_its_settlement_term() {
        for (int i = 0; i < 400; i++) {
            core.credit().recordEvidence().learn(TEA_HOUSE, good(i));
        }
        until("2027-02-01T01:00:00Z");
        assertThat(tier()).isEqualTo(CreditTier.B);
        until("2027-02-10T09:00:00Z");
        owe("1000.00", 2);
        until("2027-02-12T10:00:00Z");
        assertThat(account().deposit().held()).isEqualTo(yuan("100.00"));

        until("2027-03-01T12:00:00Z");
        assertThat(tier()).isEqualTo(CreditTier.A);
        until("2027-03-02T12:00:00Z");
        assertThat(account().excess()).isEqualTo(yuan("50.00"));
        assertThat(account().deposit().releaseAt())
                .isBetween(Instant.parse("2027-03-04T00:00:00Z"), Instant.parse("2027-03-05T23:00:00Z"));
        assertThat(account().deposit().held()).isEqualTo(yuan("100.00"));
        until("2027-03-06T00:00:00Z");
        assertThat(account().deposit().held()).isEqualTo(yuan("50.00"));
        assertThat(kinds()).containsExactly(Kind.RELEASED, Kind.WITHHELD);
    }

    @Test
    void nothing_goes_back_while_payouts_are_held() {
        core.credit().topUpDeposit().topUp(new TopUpDeposit.Command(TEA_HOUSE, yuan("80.00"), "bank-1"));
        core.credit().recordEvidence().learn(TEA_HOUSE, new Evidence.PolicyPoints("rule-1", day(), 15));
        days(20);
        assertThat(account().deposit().held()).isEqualTo(yuan("80.00"));
        days(20);
        assertThat(account().deposit().held()).isEqualTo(yuan("0.00"));
    }

    @Test
    void not_a_cent_is_lost_whatever_happens() {
        long seed = 20_261_126;
        Random random = new Random(seed);
        for (int step = 0; step < 120; step++) {
            switch (random.nextInt(5)) {
                case 0 -> owe(Money.ofMinor(YUAN, 1 + random.nextInt(99_999)), random.nextInt(9));
                case 1 ->
                    core.credit()
                            .topUpDeposit()
                            .topUp(new TopUpDeposit.Command(
                                    TEA_HOUSE,
                                    Money.ofMinor(YUAN, 1 + random.nextInt(9_999)),
                                    "t-" + random.nextInt(30)));
                case 2 -> forfeit("1." + (10 + random.nextInt(90)), "case-" + random.nextInt(30));
                default -> after(Duration.ofHours(random.nextInt(60)));
            }
            Money booked = Money.zero(YUAN);
            for (Deposits.Line line : lines()) {
                booked = booked.plus(line.entry().signed());
            }
            assertThat(held()).as("seed %d, step %d", seed, step).isEqualTo(booked);
        }
        assertThat(kinds()).contains(Kind.WITHHELD, Kind.TOPPED_UP, Kind.RELEASED, Kind.FORFEITED);
        for (Payout payout : payouts()) {
            assertThat(payout.paid().plus(payout.withheld())).isEqualTo(payout.amount());
            assertThat(withheldFrom(payout)).isEqualTo(payout.withheld());
        }
    }

    private ForfeitDeposit.Outcome forfeit(String amount, String reference) {
        return core.credit()
                .forfeitDeposit()
                .forfeit(new ForfeitDeposit.Command(TEA_HOUSE, yuan(amount), reference, "undelivered orders"));
    }

    @Test
    void an_account_is_saved_over_the_version_before_only_and_found_when_it_is_due() {
        Instant now = clock.instant();
        Deposit first = Deposit.empty(TEA_HOUSE, YUAN, now);
        DepositEntry entry = DepositEntry.toppedUp(first, yuan("5.00"), "bank-1", now);
        Deposit deposit = first.having(entry);
        store.transactions().run(() -> {
            store.credit().deposits().book(entry);
            store.credit().deposits().save(deposit);
        });
        assertThat(store.credit().deposits().find(TEA_HOUSE, YUAN)).contains(deposit);
        assertThat(store.credit().deposits().of(TEA_HOUSE)).containsExactly(deposit);
        assertThat(store.credit().deposits().find(TEA_HOUSE, CurrencyUnit.EUR)).isEmpty();
        assertThatThrownBy(() -> store.credit().deposits().save(deposit)).isInstanceOf(StaleVersionException.class);
        assertThat(store.credit().deposits().isBooked(TEA_HOUSE, YUAN, "bank-1"))
                .isTrue();
        assertThat(store.credit().deposits().isBooked(TEA_HOUSE, YUAN, "bank-2"))
                .isFalse();
        assertThat(lines()).extracting(Deposits.Line::entry).containsExactly(entry);
        assertThat(store.credit().deposits().entries(TEA_HOUSE, lines().get(0).number(), 9))
                .isEmpty();
        assertThat(store.credit().deposits().due(now, 9)).isEmpty();
        assertThat(store.credit().deposits().due(deposit.checkAt(), 9)).containsExactly(deposit);
    }

    @Test
    void a_payout_is_owed_once_and_never_changed_after_its_release() {
        Payout payout = owe("10.00", 1);
        store.credit()
                .payouts()
                .owe(Payout.owed(payout.order(), TEA_HOUSE, yuan("99.00"), payout.completedAt(), payout.dueAt()));
        assertThat(store.credit().payouts().find(payout.order())).contains(payout);
        Payout released = payout.released(yuan("1.00"), clock.instant());
        store.credit().payouts().save(released);
        assertThat(store.credit().payouts().find(payout.order())).contains(released);
        assertThatThrownBy(() -> store.credit().payouts().save(payout)).isInstanceOf(StaleVersionException.class);
        store.credit().payouts().owe(payout);
        assertThat(store.credit().payouts().find(payout.order())).contains(released);
    }

    private Payout owe(String amount, int days) {
        return owe(yuan(amount), days);
    }

    private Payout owe(Money amount, int days) {
        payouts++;
        Instant now = clock.instant();
        Payout payout = Payout.owed(order(payouts), TEA_HOUSE, amount, now, now.plus(Duration.ofDays(days)));
        store.credit().payouts().owe(payout);
        return payout;
    }

    private Evidence good(int n) {
        return new Evidence.OrderOutcome(
                "good-" + n, day(), day(), "kitchen", new Lane("*", "CN-Zhejiang"), Evidence.End.GOOD, Owner.MERCHANT);
    }

    private CreditTier tier() {
        return core.credit()
                .findCredit()
                .credit(TEA_HOUSE, null)
                .orElseThrow()
                .file()
                .tier();
    }

    private FindDeposit.Account account() {
        return core.credit().findDeposit().accounts(TEA_HOUSE).get(0);
    }

    private Money held() {
        return core.credit().findDeposit().accounts(TEA_HOUSE).stream()
                .map(account -> account.deposit().held())
                .findFirst()
                .orElseGet(() -> Money.zero(YUAN));
    }

    private List<Payout> payouts() {
        return core.credit().findCredit().payouts(TEA_HOUSE, null, 1_000);
    }

    private List<Deposits.Line> lines() {
        return core.credit().findDeposit().entries(TEA_HOUSE, null, 1_000);
    }

    private List<Kind> kinds() {
        return lines().stream().map(line -> line.entry().kind()).toList();
    }

    private Money withheldFrom(Payout payout) {
        return lines().stream()
                .map(Deposits.Line::entry)
                .filter(entry -> payout.order().equals(entry.order()))
                .map(DepositEntry::amount)
                .findFirst()
                .orElseGet(() -> Money.zero(YUAN));
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void days(int count) {
        for (int day = 0; day < count; day++) {
            after(Duration.ofDays(1));
        }
    }

    /** Day by day, as the timer would. */
    private void until(String instant) {
        Instant end = Instant.parse(instant);
        while (clock.instant().plus(Duration.ofDays(1)).isBefore(end)) {
            after(Duration.ofDays(1));
        }
        after(Duration.between(clock.instant(), end));
    }

    private void after(Duration passes) {
        clock.forward(passes);
        assertThat(core.credit().keepCredit().keep(1_000)).isNotNegative();
    }
}
