-- Changes asked for after an order was placed. The document is encrypted: it says where goods go.
create table change_set (
  id           uuid        not null primary key,
  purchase_id  uuid        not null,
  order_number smallint    not null,
  status       text        not null collate "C",
  is_open      boolean     not null,
  requested_at timestamptz not null,
  until        timestamptz not null,
  currency     text        not null collate "C",
  document     bytea       not null,
  version      bigint      not null
);
comment on column change_set.document is 'encrypted';
-- One open change per order, whoever asks.
create unique index change_set_open on change_set (purchase_id, order_number) where is_open;
create index change_set_of_order on change_set (purchase_id, order_number, requested_at desc);
create index change_set_until on change_set (until) where is_open;
create index change_set_waiting on change_set (status, requested_at) where is_open;
