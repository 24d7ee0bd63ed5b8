create table payment (
  purchase_id uuid   not null primary key,
  currency    text   not null collate "C",
  document    jsonb  not null,
  token       bytea,
  inquire_at  timestamptz,
  version     bigint not null
);
comment on column payment.token is 'encrypted';
create index payment_to_inquire on payment (inquire_at) where inquire_at is not null;

create table fulfilment (
  purchase_id     uuid     not null,
  order_number    smallint not null,
  number          integer  not null,
  stage           text     not null collate "C",
  units           jsonb    not null,
  carrier         text     collate "C",
  tracking_number text     collate "C",
  handed_over_at  timestamptz,
  delivered_at    timestamptz,
  version         bigint   not null,
  primary key (purchase_id, order_number, number)
);
