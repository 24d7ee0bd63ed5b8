create table carrier_calls (
  carrier      text        not null collate "C",
  account      text        not null collate "C",
  second_at    timestamptz not null,
  in_second    integer     not null,
  day_at       timestamptz not null,
  in_day       integer     not null,
  paused_until timestamptz not null,
  primary key (carrier, account)
);
comment on table carrier_calls is 'calls made by all nodes for an account in the running second and day (UTC)';
