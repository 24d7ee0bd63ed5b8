-- Listings by revision. Buyers see the live one; at most one more is open, and the database says so.
create table listing (
  id          text   not null collate "C" primary key,
  merchant    text   not null collate "C",
  live_number int,
  open_number int,
  version     bigint not null
);
create index listing_of_merchant on listing (merchant, id);

create table listing_revision (
  listing text  not null collate "C" references listing,
  number  int   not null,
  status  text  not null collate "C",
  content jsonb not null,
  primary key (listing, number)
);
create unique index one_open_revision on listing_revision (listing)
  where status in ('DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED');
create unique index one_live_revision on listing_revision (listing) where status in ('PUBLISHED', 'SUSPENDED');

-- Which SKU belongs to which listing, and whether it is on sale.
create table listing_sku (
  sku      text    not null collate "C" primary key,
  listing  text    not null collate "C" references listing,
  on_sale  boolean not null
);
create index listing_sku_of_listing on listing_sku (listing);

-- Nothing unreviewed can be ordered, whoever writes the offer.
create function offer_needs_review() returns trigger language plpgsql as $$
begin
  if new.orderable and (tg_op = 'INSERT' or not old.orderable)
     and exists (select from listing_sku held where held.sku = new.sku and not held.on_sale) then
    raise exception 'the listing of % is not on sale', new.sku using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger offer_needs_review before insert or update of orderable on offer
  for each row execute function offer_needs_review();

-- What is live, by the keys under which duplicates find each other.
create table listing_live (
  listing  text  not null collate "C" primary key references listing,
  merchant text  not null collate "C",
  title    text  not null,
  brand    text  not null,
  gtin     text  not null,
  pictures jsonb not null
);
create table listing_key (
  key     bigint   not null,
  listing text     not null collate "C",
  kind    smallint not null,
  primary key (key, listing, kind)
);
create index listing_key_of_listing on listing_key (listing);

-- What goods cost, counted, and in how many live titles a word stands.
create table listing_price (
  currency     text   not null collate "C",
  sub_category text   not null collate "C",
  category     text   not null collate "C",
  brand        text   not null collate "C",
  price        bigint not null,
  variants     bigint not null,
  primary key (currency, sub_category, category, brand, price)
);
create table listing_word (
  word   text   not null collate "C" primary key,
  titles bigint not null
);

create table review_task (
  listing       text        not null collate "C" primary key references listing,
  merchant      text        not null collate "C",
  revision      int         not null,
  submitted     timestamptz not null,
  due           timestamptz not null,
  claimed_by    text collate "C",
  claimed_until timestamptz
);
create index review_task_by_due on review_task (due, listing);

create table rule_set (
  version text    not null collate "C" primary key,
  content text    not null
);
create table rule_set_in_force (
  only_row boolean not null primary key default true check (only_row),
  version  text    not null collate "C"
);
