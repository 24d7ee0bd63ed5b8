-- An order's document is carried, never searched: as text it is shorter than taken apart, and nobody has to take it apart. A row from
-- before keeps its own until it is written again, so nothing is rewritten here.
alter table orders
  add column content text,
  alter column document drop not null,
  alter content set statistics 0;
comment on column orders.content is 'as JSON; if null, it is in document';
