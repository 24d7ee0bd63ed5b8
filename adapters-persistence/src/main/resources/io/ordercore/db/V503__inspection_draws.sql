-- Which lots were drawn for inspection; the seed proves it.
create table inspection_draw (
  id            uuid        not null primary key,
  merchant      text        not null collate "C",
  sku           text        not null collate "C",
  size          integer     not null,
  reason        text        not null collate "C",
  seed          text        not null collate "C",
  drawn_at      timestamptz not null,
  inspection_id uuid        references inspection (id)
);
create index inspection_draw_by_sku on inspection_draw (sku, drawn_at desc);
create index inspection_draw_of on inspection_draw (merchant, drawn_at desc);

alter table rectification add column buyers_told_at timestamptz, add column reminded_at timestamptz;
create index rectification_untold on rectification (opened_at) where buyers_told_at is null;
create index rectification_overdue on rectification (deadline) where closed_at is null and reminded_at is null;
