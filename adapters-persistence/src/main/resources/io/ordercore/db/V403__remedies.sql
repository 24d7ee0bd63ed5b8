create table voucher (
  code       text        not null collate "C" primary key,
  buyer      text        not null collate "C",
  order_id   text        not null collate "C",
  for_what   text        not null collate "C" unique,
  amount     bigint      not null,
  currency   text        not null collate "C",
  issued_at  timestamptz not null,
  expires_at timestamptz not null
);
comment on column voucher.amount is 'in the smallest unit of its currency';
create index voucher_of_buyer on voucher (buyer, issued_at desc, code desc);

create table parcel_lane (
  purchase_id    uuid        not null,
  order_number   smallint    not null,
  number         integer     not null,
  carrier        text        not null collate "C",
  lane           text        not null collate "C",
  handed_over_at timestamptz not null,
  primary key (purchase_id, order_number, number)
);
comment on table parcel_lane is 'how many parcels a carrier took to where: what incident rates are shares of';
create index parcel_lane_lately on parcel_lane (handed_over_at);
