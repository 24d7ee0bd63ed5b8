-- On which terms a merchant sells. taken is kept by the intake, under the row's lock, and only while there is a cap.
create table seller (
  merchant       text          not null collate "C" primary key,
  exposure       integer       not null check (exposure >= 0),
  orders_per_day integer       check (orders_per_day >= 0),
  new_listings   boolean       not null,
  taken          timestamptz[] not null default '{}'
);
create index seller_capped on seller (merchant) where orders_per_day is not null;
