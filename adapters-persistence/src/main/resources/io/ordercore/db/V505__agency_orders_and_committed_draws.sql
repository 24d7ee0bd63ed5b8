-- Inspections on their way to agencies; asked for again until there is an answer.
create table agency_order (
  inspection_id uuid    not null primary key references inspection (id),
  agency        text    not null collate "C",
  state         text    not null collate "C",
  attempts      integer not null,
  next_at       timestamptz,
  reference     text,
  problem       text,
  version       bigint  not null
);
create index agency_order_due on agency_order (next_at) where next_at is not null;

-- A draw begins with its seed, recorded before its lot is counted.
alter table inspection_draw
  add column committed_at timestamptz,
  add column due_at timestamptz,
  add column risk jsonb,
  alter column size drop not null,
  alter column reason drop not null,
  alter column drawn_at drop not null;
-- Of draws made before there were commitments, the risk is not known any more.
update inspection_draw set committed_at = drawn_at, due_at = drawn_at,
  risk = '{"category": "other", "complaintsPerTenThousand": 0, "agencies": []}';
alter table inspection_draw alter column committed_at set not null, alter column due_at set not null;
create unique index inspection_draw_open on inspection_draw (sku) where drawn_at is null;
create index inspection_draw_due on inspection_draw (due_at) where drawn_at is null;
create index inspection_draw_inspection on inspection_draw (inspection_id) where inspection_id is not null;
create index inspection_draw_latest on inspection_draw (committed_at desc, id desc);
drop index inspection_draw_of;
create index inspection_draw_of on inspection_draw (merchant, committed_at desc, id desc);
