-- Every change of an offer, every count of stock, and when goods sell out or come back: told in the order of (tx, position).
create table offer_change (
  tx        xid8        not null default pg_current_xact_id(),
  position  bigint      not null generated always as identity,
  kind      text        not null collate "C" check (kind in ('OFFER', 'STOCK')),
  sku       text        not null collate "C",
  merchant  text        not null collate "C",
  currency  text        collate "C",
  price     bigint,
  orderable boolean,
  available bigint,
  version   bigint      not null,
  at        timestamptz not null default clock_timestamp(),
  primary key (tx, position)
);
create index offer_change_of_sku on offer_change (sku, kind, tx, position);

-- A transaction that began to write before the last change of the SKU must not tell the next, or readers would see them the wrong
-- way round. It is told to repeat itself (a stale version), and comes later then.
create function offer_change_in_order() returns trigger language plpgsql as $$
begin
  if exists (select from offer_change last
             where last.sku = new.sku and last.kind = new.kind and last.tx > pg_current_xact_id()) then
    raise exception '% was changed by a later transaction', new.sku using errcode = 'serialization_failure';
  end if;
  return new;
end
$$;
create trigger offer_change_in_order before insert on offer_change
  for each row execute function offer_change_in_order();

create function tell_offer_change() returns trigger language plpgsql as $$
begin
  insert into offer_change (kind, sku, merchant, currency, price, orderable, version)
    values ('OFFER', new.sku, new.merchant, new.currency, new.price, new.orderable, new.version);
  return null;
end
$$;
create trigger tell_offer_change after insert or update on offer
  for each row execute function tell_offer_change();

create function tell_stock_change() returns trigger language plpgsql as $$
begin
  insert into offer_change (kind, sku, merchant, available, version)
    values ('STOCK', new.sku, new.merchant, new.on_hand - new.reserved, new.version);
  return null;
end
$$;
create trigger tell_first_count after insert on stock
  for each row execute function tell_stock_change();
-- Orders are placed far more often than stock is counted: of theirs only selling out and coming back is told.
create trigger tell_stock_change after update on stock
  for each row
  when (old.version <> new.version or (old.on_hand = old.reserved) <> (new.on_hand = new.reserved))
  execute function tell_stock_change();
