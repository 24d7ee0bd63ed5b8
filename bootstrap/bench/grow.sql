-- :orders more orders of the last year, all over, each with an event and a command, as copies of one that was placed. Without
-- the indexes that are no keys, which are made again afterwards: kept up row by row they would take several times as long.
set maintenance_work_mem = '512MB';
set work_mem = '128MB';
create temporary table plain_index as
  select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
  where indrelid in ('orders'::regclass, 'order_event'::regclass, 'command'::regclass) and not indisprimary;
do $$ declare name text; begin for name in select plain_index.name from plain_index loop execute 'drop index ' || name; end loop; end $$;
insert into orders (purchase_id, number, buyer, merchant, status, placed_at, due_at, version, currency, content, recipient,
                    phone_index, history_head)
  select (lpad(to_hex((extract(epoch from now()) * 1000)::bigint - 31536000000 + n * (31536000000 / :orders)), 12, '0')
          || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid,
         1, 'buyer-' || n % 1000000, 'shop-' || n % 100, 'CLOSED', now() - interval '1 year' + n * (interval '1 year' / :orders), null,
         1, currency, content, recipient, decode(md5(n::text), 'hex'), history_head
  from (select * from orders limit 1) as model, generate_series(1, :orders) as n;
insert into order_event (purchase_id, number, sequence, type, actor, actor_role, actor_channel, at, facts, hash)
  select purchase_id, number, 1, 'PLACED', buyer, 'BUYER', 'SELF_SERVICE', placed_at, '{"total": "CNY 19.99"}', history_head
  from orders where status = 'CLOSED' and not exists (
    select from order_event e where (e.purchase_id, e.number) = (orders.purchase_id, orders.number));
insert into command (caller, key, fingerprint, answer, at)
  select buyer, purchase_id::text, encode(history_head, 'hex'), purchase_id || ' CNY shop-1:1999', now()
  from orders where status = 'CLOSED' order by buyer, purchase_id on conflict do nothing;
do $$ declare definition text; begin for definition in select plain_index.definition from plain_index loop execute definition; end loop; end $$;
-- Nobody is to be told of them.
update event_cursor set (tx, position) =
  (select tx, position from order_event order by order_event.tx desc, order_event.position desc limit 1);
vacuum analyze;
checkpoint;
