\set sku random(1, :skus)
\set customer random(1, 1000000)
with taken as (update stock set available = available - 1 where sku = :sku and available >= 1 returning sku),
placed as (insert into orders (customer, status, total_cents, lines) select :customer, 'PLACED', 4297, :lines::jsonb from taken returning id),
told as (insert into outbox (order_id, type, payload) select id, 'OrderPlaced', :event::jsonb from placed)
select id from placed;
