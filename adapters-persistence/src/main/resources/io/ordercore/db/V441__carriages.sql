create table carriage (
  purchase_id  uuid        not null,
  order_number smallint    not null,
  number       integer     not null,
  carrier      text        not null collate "C",
  status       text        not null collate "C",
  requested_at timestamptz not null,
  next_at      timestamptz,
  document     bytea       not null,
  version      bigint      not null,
  primary key (purchase_id, order_number, number)
);
comment on table carriage is 'the carrier booked for a fulfilment: one label each';
comment on column carriage.document is 'encrypted: from where, in which boxes, and what the carrier gave';
create index carriage_due on carriage (next_at) where next_at is not null;
