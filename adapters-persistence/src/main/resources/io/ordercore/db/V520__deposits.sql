alter table payout add column withheld bigint not null default 0;
alter table payout add constraint payout_withheld_of_amount check (withheld between 0 and amount);
comment on column payout.withheld is 'what of it went into the deposit, in the smallest unit of the currency';

create table deposit (
  merchant   text        not null collate "C",
  currency   text        not null collate "C",
  held       bigint      not null check (held >= 0),
  release_at timestamptz,
  check_at   timestamptz not null,
  version    bigint      not null,
  primary key (merchant, currency)
);
create index deposit_due on deposit (check_at);

-- held is what the entries of the account add up to.
create table deposit_entry (
  number       bigint      not null generated always as identity primary key,
  merchant     text        not null collate "C",
  currency     text        not null collate "C",
  at           timestamptz not null,
  kind         text        not null collate "C",
  amount       bigint      not null check (amount > 0),
  held         bigint      not null check (held >= 0),
  purchase_id  uuid,
  order_number smallint,
  reference    text
);
create index deposit_entry_of on deposit_entry (merchant, number desc);
create unique index deposit_entry_payout on deposit_entry (purchase_id, order_number) where purchase_id is not null;
create unique index deposit_entry_transfer on deposit_entry (merchant, currency, reference) where reference is not null;

create function deposit_entry_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'what was booked is never changed';
end $$;
create trigger deposit_entry_is_final before update or delete on deposit_entry
for each row execute function deposit_entry_is_final();
