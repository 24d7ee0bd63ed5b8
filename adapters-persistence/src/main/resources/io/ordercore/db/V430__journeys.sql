create table journey (
  purchase_id    uuid        not null,
  order_number   smallint    not null,
  number         integer     not null,
  merchant       text        not null collate "C",
  origin         text        not null collate "C",
  region         text        not null collate "C",
  zone           text        not null collate "C",
  bought_at      timestamptz not null,
  handed_over_at timestamptz,
  delivered_at   timestamptz,
  primary key (purchase_id, order_number, number)
);
comment on table journey is 'how long parcels took: what arrival estimates are learned from';
comment on column journey.zone is 'the first two characters of the postal code: finer than the region, and nobody''s address';
create index journey_lately on journey (bought_at desc);
