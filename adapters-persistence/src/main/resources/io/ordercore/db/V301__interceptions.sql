-- Parcels that were to be stopped or turned. The document is encrypted: it may say where goods go.
create table interception (
  id                uuid        not null primary key,
  purchase_id       uuid        not null,
  order_number      smallint    not null,
  fulfilment_number integer     not null,
  status            text        not null collate "C",
  is_open           boolean     not null,
  requested_at      timestamptz not null,
  next_at           timestamptz,
  currency          text        not null collate "C",
  document          bytea       not null,
  version           bigint      not null
);
comment on column interception.document is 'encrypted';
create unique index interception_open on interception (purchase_id, order_number, fulfilment_number) where is_open;
create index interception_of_order on interception (purchase_id, order_number, requested_at desc);
create index interception_next on interception (next_at) where next_at is not null;
