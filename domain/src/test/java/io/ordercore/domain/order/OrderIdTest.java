package io.ordercore.domain.order;

import static io.ordercore.domain.testkit.Fixtures.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ordercore.domain.logistics.FulfilmentId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderIdTest {
    @Test
    void ids_are_read_as_they_are_written() {
        OrderId id = new OrderId(purchase(7), 12);
        FulfilmentId fulfilment = new FulfilmentId(id, 3);

        assertThat(OrderId.parse(id.toString())).isEqualTo(id);
        assertThat(FulfilmentId.parse(fulfilment.toString())).isEqualTo(fulfilment);
        assertThat(id.toString()).startsWith(purchase(7).toString()).endsWith("-12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "01990000-0000-7000-8000-000000000001",
                "01990000-0000-7000-8000-000000000001-",
                "01990000-0000-7000-8000-000000000001-0",
                "01990000-0000-7000-8000-000000000001-x",
                "01990000-0000-7000-8000-000000000001-1000",
                "01990000-0000-7000-8000-000000000001-01",
                "01990000-0000-7000-8000-000000000001-+1",
                "01990000-0000-7000-8000-000000000001-\u0661",
                "01990000-0000-7000-8000-000000000001-1-+1",
                "01990000-0000-7000-8000-000000000001-1-01",
                "01990000-0000-7000-8000-00000000000z-1",
                "'; drop table orders; --"
            })
    void anything_else_is_no_order_id(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OrderId.parse(text));
        assertThatIllegalArgumentException().isThrownBy(() -> FulfilmentId.parse(text));
    }

    @Test
    void a_purchase_has_up_to_999_orders_and_an_order_up_to_999999_parcels() {
        OrderId last = new OrderId(purchase(7), 999);
        assertThat(OrderId.parse(last.toString())).isEqualTo(last);
        assertThat(OrderId.parse(purchase(7) + "-1")).isEqualTo(new OrderId(purchase(7), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderId(purchase(7), 1_000));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderId(purchase(7), 0));

        FulfilmentId parcel = new FulfilmentId(last, 999_999);
        assertThat(FulfilmentId.parse(parcel.toString())).isEqualTo(parcel);
        assertThatIllegalArgumentException().isThrownBy(() -> FulfilmentId.parse(last + "-1000000"));
        assertThatIllegalArgumentException().isThrownBy(() -> new FulfilmentId(last, 0));
    }
}
