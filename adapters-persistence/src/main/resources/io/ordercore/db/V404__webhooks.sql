create table webhook_endpoint (
  id         uuid        not null primary key,
  merchant   text        collate "C",
  enabled    boolean     not null,
  held_until timestamptz,
  document   bytea       not null,
  version    bigint      not null
);
comment on column webhook_endpoint.document is 'encrypted: it holds the secrets that messages are signed with';

create table webhook_message (
  id       uuid        not null primary key,
  key      text        not null collate "C" unique,
  merchant text        collate "C",
  type     text        not null collate "C",
  data     jsonb       not null,
  at       timestamptz not null
);
create index webhook_message_by_age on webhook_message (at);

create table webhook_delivery (
  endpoint uuid        not null references webhook_endpoint on delete cascade,
  message  uuid        not null references webhook_message on delete cascade,
  status   text        not null collate "C",
  next_at  timestamptz,
  attempts jsonb       not null,
  primary key (endpoint, message)
);
create index webhook_delivery_due on webhook_delivery (endpoint, next_at) where next_at is not null;
create index webhook_delivery_of_message on webhook_delivery (message);

-- What was told before there were webhooks is nobody's to be told again.
alter table notice add column forwarded boolean not null default true;
alter table notice alter column forwarded set default false;
create index notice_to_forward on notice (id) where not forwarded;
