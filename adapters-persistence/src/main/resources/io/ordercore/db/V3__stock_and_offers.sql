-- One row decides whether a purchase fits, whoever writes. Room is left in the pages, for it changes with every order.
create table stock (
  sku      text   not null collate "C" primary key,
  merchant text   not null collate "C",
  on_hand  bigint not null,
  reserved bigint not null,
  version  bigint not null,
  check (0 <= reserved and reserved <= on_hand)
) with (fillfactor = 50);

create table offer (
  sku        text    not null collate "C" primary key,
  merchant   text    not null collate "C",
  title      text    not null,
  attributes jsonb   not null,
  currency   text    not null collate "C",
  price      bigint  not null,
  orderable  boolean not null,
  version    bigint  not null
);
comment on column offer.price is 'in the smallest unit of the currency';
create index offer_of_merchant on offer (merchant, sku);
