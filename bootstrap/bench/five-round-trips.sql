\set sku random(1, :skus)
\set customer random(1, 1000000)
begin;
update stock set available = available - 1 where sku = :sku and available >= 1;
insert into orders (customer, status, total_cents, lines) values (:customer, 'PLACED', 4297, :lines::jsonb) returning id \gset
insert into outbox (order_id, type, payload) values (:id, 'OrderPlaced', :event::jsonb);
commit;
