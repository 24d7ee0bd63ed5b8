package io.ordercore.adapters.persistence.postgres;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.purchase;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.payment.HearOfDispute.Dispute;
import io.ordercore.application.payment.HearOfDispute.Stage;
import io.ordercore.application.payment.HearProvider;
import io.ordercore.application.payment.HearProvider.Heard;
import io.ordercore.application.payment.HearProvider.Message;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.testkit.Marketplace;
import io.ordercore.domain.order.Hold;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentRefusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class HearProviderTest {
    private static final byte[] OLD = "an-old-secret-of-24-bytes".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "a-new-secret-of-24-bytes!".getBytes(StandardCharsets.UTF_8);
    private static final long NOW = TUESDAY_MORNING.getEpochSecond();

    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    private final CountingBank bank = new CountingBank();

    @BeforeEach
    void a_kettle_is_ordered() {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 10).place(1, line("kettle", 1, "99.00"));
    }

    @Test
    void a_message_is_genuine_if_it_is_signed_unchanged_and_fresh() throws Exception {
        assertThat(provider().isGenuine(message("m-1", NOW, "{}", NEW))).isTrue();
        assertThat(provider().isGenuine(message("m-1", NOW, "{}", OLD)))
                .as("secrets change")
                .isTrue();
        assertThat(provider().isGenuine(message("m-1", NOW - 300, "{}", NEW))).isTrue();

        Message signed = message("m-1", NOW, "{}", NEW);
        assertThat(List.of(
                        message("m-1", NOW, "{}", "somebody-elses-secret-key".getBytes(StandardCharsets.UTF_8)),
                        message("m-1", NOW - 301, "{}", NEW),
                        message("m-1", NOW + 301, "{}", NEW),
                        new Message("bank", "m-2", signed.timestamp(), signed.signatures(), signed.body()),
                        new Message("bank", "m-1", "" + (NOW + 1), signed.signatures(), signed.body()),
                        new Message("bank", "m-1", signed.timestamp(), signed.signatures(), new byte[] {'['}),
                        new Message("bank", "m-1", signed.timestamp(), "", signed.body()),
                        new Message("bank", "m-1", signed.timestamp(), "v1,???", signed.body()),
                        new Message("bank", "m-1", "yesterday", signed.signatures(), signed.body()),
                        new Message("other", "m-1", signed.timestamp(), signed.signatures(), signed.body())))
                .noneMatch(provider()::isGenuine);
    }

    @Test
    void news_makes_us_ask_the_provider_and_never_believe_the_message() throws Exception {
        bank.buyerMustConfirm = true;
        pay();
        assertThat(provider().news(message("m-1", NOW, "{}", NEW), purchase(1))).isEqualTo(new Heard(false));
        assertThat(found().status()).isEqualTo(OrderStatus.PENDING_PAYMENT);

        bank.buyersConfirm();
        assertThat(provider().news(message("m-2", NOW, "{}", NEW), purchase(1))).isEqualTo(new Heard(false));
        assertThat(provider().news(message("m-2", NOW, "{}", NEW), purchase(1))).isEqualTo(new Heard(true));
        assertThat(found().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(bank.taken).hasSize(1);
        assertThat(provider().news(message("m-2", NOW, "{ }", NEW), purchase(1)))
                .isEqualTo(new HearProvider.OtherMessage());
    }

    @Test
    void a_dispute_holds_the_goods_until_it_is_won_and_is_heard_in_any_order() throws Exception {
        pay();
        assertThat(dispute("m-1", "60.00", Stage.OPENED)).isEqualTo(new Heard(false));
        assertThat(dispute("m-1", "60.00", Stage.OPENED)).isEqualTo(new Heard(true));
        assertThat(found().holds()).extracting(Hold::type).containsExactly(Hold.Type.RISK);
        assertThat(dispute("m-2", "60.00", Stage.WON)).isEqualTo(new Heard(false));
        assertThat(dispute("m-3", "60.00", Stage.LOST)).as("too late").isEqualTo(new Heard(false));

        assertThat(found().holds()).isEmpty();
        assertThat(payment().givenBack()).isEqualTo(yuan("0.00"));
    }

    @Test
    void a_dispute_above_what_is_left_is_refused_and_may_be_told_again() throws Exception {
        pay();
        assertThat(dispute("m-1", "99.01", Stage.OPENED))
                .isEqualTo(new HearProvider.Refused(Set.of(PaymentRefusal.ABOVE_CAPTURED)));
        assertThat(dispute("m-1", "99.01", Stage.OPENED)).isInstanceOf(HearProvider.Refused.class);
        assertThat(dispute("m-2", "99.00", Stage.LOST)).isEqualTo(new Heard(false));
        assertThat(payment().givenBack()).isEqualTo(yuan("99.00"));
    }

    private HearProvider.Outcome dispute(String id, String amount, Stage stage) throws Exception {
        Dispute dispute =
                new Dispute(purchase(1), payment().transactions().get(1).id(), "dp-1", yuan(amount), stage);
        return provider().dispute(message(id, NOW, "{}", NEW), dispute);
    }

    private void pay() {
        core().payments()
                .payPurchase()
                .pay(new PayPurchase.Command(purchase(1), "tok_ok", new CommandKey("li", "pay"), "f", LI_HERSELF));
    }

    private Order found() {
        return postgres.store().orders().find(order(1)).orElseThrow();
    }

    private PaymentIntent payment() {
        return postgres.store().payments().find(purchase(1)).orElseThrow();
    }

    private HearProvider provider() {
        return core().hearProvider();
    }

    private Ordercore core() {
        return Ordercore.on(postgres.store())
                .payments(bank)
                .providerSecrets(name -> name.equals("bank") ? List.of(NEW, OLD) : List.of())
                .clock(Clock.fixed(TUESDAY_MORNING, ZoneOffset.UTC))
                .build();
    }

    private static Message message(String id, long timestamp, String body, byte[] secret)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        byte[] signature = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
        return new Message(
                "bank",
                id,
                Long.toString(timestamp),
                "v1a,x v1," + Base64.getEncoder().encodeToString(signature),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
