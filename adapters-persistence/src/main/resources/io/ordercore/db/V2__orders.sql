-- An order's id is its purchase and a number, so a purchase's orders lie side by side. What is queried is typed; the rest is
-- one document, so that reading an order is one key look-up. recipient is encrypted, phone_index a keyed hash.
create table orders (
  purchase_id  uuid        not null,
  number       smallint    not null,
  buyer        text        not null collate "C",
  merchant     text        not null collate "C",
  status       text        not null collate "C",
  placed_at    timestamptz not null,
  due_at       timestamptz,
  version      bigint      not null,
  currency     text        not null collate "C",
  document     jsonb       not null,
  recipient    bytea       not null,
  phone_index  bytea       not null,
  history_head bytea       not null,
  -- The transaction of the last event: one that began to write before it must not add the next (see PostgresOrders).
  history_tx   xid8        not null default pg_current_xact_id(),
  primary key (purchase_id, number)
) with (fillfactor = 80);
create index orders_of_buyer on orders (buyer, purchase_id desc, number desc);
create index orders_of_merchant on orders (merchant, purchase_id desc, number desc);
create index orders_by_phone on orders (phone_index);
create index orders_due on orders (due_at) where due_at is not null;

-- History and outbox in one: rows are only ever added. (tx, position) is the order in which consumers are given them.
create table order_event (
  purchase_id   uuid        not null,
  number        smallint    not null,
  sequence      bigint      not null,
  type          text        not null collate "C",
  actor         text        not null collate "C",
  actor_role    text        not null collate "C",
  actor_channel text        not null collate "C",
  reason        text,
  at            timestamptz not null,
  facts         jsonb       not null,
  hash          bytea       not null,
  tx            xid8        not null default pg_current_xact_id(),
  position      bigint      not null generated always as identity,
  primary key (purchase_id, number, sequence)
);
create index order_event_feed on order_event (tx, position);

create function refuse_rewriting_history() returns trigger language plpgsql as $$
begin
  raise exception 'history is only added to' using errcode = 'insufficient_privilege';
end
$$;
create trigger order_event_is_append_only before update or delete or truncate on order_event
  for each statement execute function refuse_rewriting_history();

do $$
begin
  if exists (select from pg_roles where rolname = 'ordercore_app') then
    revoke update, delete, truncate on order_event from ordercore_app;
  end if;
end
$$;

-- How far each consumer has read.
create table event_cursor (
  consumer text   not null collate "C" primary key,
  tx       xid8   not null,
  position bigint not null
) with (fillfactor = 50);

-- Commands that were executed, and what was answered.
create table command (
  caller      text        not null collate "C",
  key         text        not null collate "C",
  fingerprint text        not null collate "C",
  answer      text        not null,
  at          timestamptz not null,
  primary key (caller, key)
);
create index command_by_age on command using brin (at);
