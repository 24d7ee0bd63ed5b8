create table inspection (
  id         uuid        not null primary key,
  merchant   text        not null collate "C",
  sku        text        not null collate "C",
  document   jsonb       not null,
  ordered_at timestamptz not null,
  version    bigint      not null
);
create index inspection_by_sku on inspection (sku, ordered_at);
create index inspection_by_merchant on inspection (merchant, ordered_at desc, id desc);

create table rectification (
  id        uuid        not null primary key references inspection (id),
  merchant  text        not null collate "C",
  sku       text        not null collate "C",
  severity  text        not null collate "C",
  opened_at timestamptz not null,
  deadline  timestamptz not null,
  closed_at timestamptz
);
create unique index rectification_one_open on rectification (sku) where closed_at is null;
create index rectification_by_sku on rectification (sku, opened_at);
