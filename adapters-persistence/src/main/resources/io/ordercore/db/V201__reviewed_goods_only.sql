-- Nothing unreviewed can be ordered, whoever writes: an offer is orderable only while a listing on sale has its SKU.
update offer set orderable = false, version = version + 1
  where orderable and not exists (select from listing_sku held where held.sku = offer.sku and held.on_sale);

create or replace function offer_needs_review() returns trigger language plpgsql as $$
begin
  if new.orderable and not exists (select from listing_sku held where held.sku = new.sku and held.on_sale) then
    raise exception 'no listing on sale has %', new.sku using errcode = 'OC001';
  end if;
  return new;
end
$$;
drop trigger offer_needs_review on offer;
create trigger offer_needs_review before insert or update of orderable, sku on offer
  for each row when (new.orderable) execute function offer_needs_review();

-- And the other way about: what leaves the sale takes its offer along.
create function offer_follows_listing() returns trigger language plpgsql as $$
begin
  update offer set orderable = false, version = version + 1 where sku = old.sku and orderable;
  return null;
end
$$;
create trigger offer_follows_listing after update of on_sale on listing_sku
  for each row when (old.on_sale and not new.on_sale) execute function offer_follows_listing();
create trigger offer_follows_deleted_listing after delete on listing_sku
  for each row when (old.on_sale) execute function offer_follows_listing();
