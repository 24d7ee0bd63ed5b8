alter table parcel add column promised_at timestamptz;
alter table parcel add column endangered_at timestamptz;
comment on column parcel.endangered_at is 'since when less time is left until promised_at than such parcels need; null when the journey is over';
create index parcel_endangered on parcel (endangered_at) where endangered_at is not null;

create table arrival_promise (
  purchase_id  uuid        not null,
  order_number smallint    not null,
  lines        smallint    not null,
  expected     timestamptz not null,
  promised     timestamptz not null,
  said_at      timestamptz not null,
  primary key (purchase_id, order_number)
);
comment on table arrival_promise is 'what buyers were told first, before their goods were handed over';
comment on column arrival_promise.lines is 'the highest line number there was then';
