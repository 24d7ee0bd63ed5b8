-- What the load generator buys: SKU n belongs to merchant n modulo 100, at the price it has seen.
insert into listing (id, merchant, version)
  select 'bench-' || lpad(n::text, 6, '0'), 'shop-' || n % 100, 1 from generate_series(0, 9999) as n;
insert into listing_sku (sku, listing, on_sale) select id, id, true from listing where id like 'bench-%';
insert into offer (sku, merchant, title, attributes, currency, price, orderable, version)
  select 'bench-' || lpad(n::text, 6, '0'), 'shop-' || n % 100, 'Blue cotton T-shirt, size M',
         '{"colour": "blue", "size": "M"}', 'CNY', 1999, true, 1
  from generate_series(0, 9999) as n;
insert into stock (sku, merchant, on_hand, reserved, version)
  select sku, merchant, 1000000000, 0, 1 from offer where sku like 'bench-%';
vacuum analyze;
checkpoint;
