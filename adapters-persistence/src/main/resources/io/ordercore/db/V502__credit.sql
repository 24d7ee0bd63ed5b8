-- A merchant's credit as it stands is one document; what is asked for by time stands beside it.
create table credit_file (
  merchant     text        not null collate "C" primary key,
  evaluated_on date        not null,
  next_end     timestamptz,
  document     jsonb       not null,
  version      bigint      not null
);
create index credit_file_by_evaluation on credit_file (evaluated_on, merchant);
create index credit_file_ending on credit_file (next_end) where next_end is not null;

-- Evidence is only added to; given_to takes a piece from the merchant after an accepted appeal.
create table credit_evidence (
  merchant text        not null collate "C",
  id       text        not null collate "C",
  kind     text        not null collate "C",
  day      date        not null,
  known_on date        not null,
  document jsonb       not null,
  told_at  timestamptz not null,
  given_to text        collate "C",
  position bigint      not null generated always as identity,
  primary key (merchant, id)
);
create index credit_evidence_latest on credit_evidence (merchant, position desc);

create table credit_norms (
  reference date  not null primary key,
  document  jsonb not null
);

create table credit_evaluation (
  day date not null primary key
);

create table credit_history (
  number   bigint      not null generated always as identity primary key,
  merchant text        not null collate "C",
  at       timestamptz not null,
  kind     text        not null collate "C",
  facts    jsonb       not null
);
create index credit_history_of on credit_history (merchant, number desc);

create table credit_order (
  purchase_id uuid        not null,
  number      smallint    not null,
  due_at      timestamptz,
  document    jsonb       not null,
  version     bigint      not null,
  primary key (purchase_id, number)
);
create index credit_order_due on credit_order (due_at) where due_at is not null;

create table credit_appeal (
  id        uuid        not null primary key,
  merchant  text        not null collate "C",
  evidence  text        not null collate "C",
  opened_at timestamptz not null,
  open      boolean     not null,
  document  jsonb       not null,
  unique (merchant, evidence)
);
create index credit_appeal_open on credit_appeal (opened_at, id) where open;

create table payout (
  purchase_id  uuid        not null,
  number       smallint    not null,
  merchant     text        not null collate "C",
  currency     text        not null collate "C",
  amount       bigint      not null,
  completed_at timestamptz not null,
  due_at       timestamptz not null,
  released_at  timestamptz,
  primary key (purchase_id, number)
);
comment on column payout.amount is 'in the smallest unit of the currency';
create index payout_due on payout (due_at) where released_at is null;
create index payout_of on payout (merchant, completed_at desc);
