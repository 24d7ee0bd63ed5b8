-- Goods that come back, and goods that are claimed for without coming back.
create table goods_return (
  id           uuid        not null primary key,
  purchase_id  uuid        not null,
  order_number smallint    not null,
  status       text        not null collate "C",
  requested_at timestamptz not null,
  until        timestamptz not null,
  currency     text        not null collate "C",
  document     jsonb       not null,
  version      bigint      not null
);
create index goods_return_of_order on goods_return (purchase_id, order_number, requested_at desc);
create index goods_return_until on goods_return (until) where status in ('REQUESTED', 'APPROVED');

create table goods_claim (
  id           uuid        not null primary key,
  purchase_id  uuid        not null,
  order_number smallint    not null,
  status       text        not null collate "C",
  requested_at timestamptz not null,
  document     jsonb       not null,
  version      bigint      not null
);
create index goods_claim_of_order on goods_claim (purchase_id, order_number, requested_at desc);
