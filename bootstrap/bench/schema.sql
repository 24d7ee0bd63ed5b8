-- What the database itself can do: the least that stores an order durably. An order is a row with its lines as JSON, an
-- outbox row and a guarded decrement of one of 10,000 stock rows.
create table stock (
  sku       int    primary key,
  available bigint not null check (available >= 0)
) with (fillfactor = 50);
insert into stock select sku, 1000000000 from generate_series(1, 10000) as sku;

create table orders (
  id          bigserial   primary key,
  customer    bigint      not null,
  status      text        not null,
  total_cents bigint      not null,
  lines       jsonb       not null,
  placed_at   timestamptz not null default now()
);

create table outbox (
  id       bigserial   primary key,
  order_id bigint      not null,
  type     text        not null,
  payload  jsonb       not null,
  at       timestamptz not null default now()
);
