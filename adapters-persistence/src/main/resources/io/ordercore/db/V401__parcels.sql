create table parcel (
  purchase_id    uuid        not null,
  order_number   smallint    not null,
  number         integer     not null,
  carrier        text        not null collate "C",
  tracking       text        not null collate "C",
  status         text        not null collate "C",
  handed_over_at timestamptz not null,
  observed_at    timestamptz,
  poll_at        timestamptz,
  silent_at      timestamptz,
  document       bytea       not null,
  version        bigint      not null,
  primary key (purchase_id, order_number, number)
);
comment on column parcel.document is 'encrypted: what carriers say may name couriers';
create index parcel_by_number on parcel (carrier, tracking, handed_over_at desc);
create index parcel_to_poll on parcel (poll_at) where poll_at is not null;
create index parcel_silent on parcel (silent_at) where silent_at is not null;

create table carrier_push (
  digest      text        not null collate "C" primary key,
  carrier     text        not null collate "C",
  content     bytea       not null,
  received_at timestamptz not null,
  processed   boolean     not null default false,
  failure     text
);
comment on column carrier_push.content is 'encrypted: headers and body as received';
comment on column carrier_push.digest is 'SHA-256 of carrier and body: the same bytes again are nothing new';
create index carrier_push_waiting on carrier_push (received_at) where not processed;

create table carrier_push_refused (
  carrier text        not null collate "C",
  at      timestamptz not null
);
create index carrier_push_refused_lately on carrier_push_refused (carrier, at);
