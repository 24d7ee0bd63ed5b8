-- What agencies said: each report and each correction an entry of its own, which nobody changes or removes.
create table inspection_entry (
  inspection_id uuid    not null references inspection (id),
  number        integer not null check (number >= 1),
  document      jsonb   not null,
  primary key (inspection_id, number)
);
insert into inspection_entry (inspection_id, number, document)
select id, 1, document->'report' || jsonb_build_object('number', 1, 'takenAt', coalesce(
         (select to_char(opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from rectification as r where r.id = i.id),
         document->'report'->>'inspectedAt'))
from inspection as i where document ? 'report';
update inspection set document = document - 'report' where document ? 'report';

create function inspection_entry_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'what an agency said is corrected by a new entry, never changed';
end $$;
create trigger inspection_entry_is_final before update or delete on inspection_entry
for each row execute function inspection_entry_is_final();

-- A case is opened by an entry, so that a correction can open one of its own.
alter table rectification rename column id to inspection_id;
alter table rectification
  add column entry integer not null default 1,
  add column outcome text collate "C",
  add column withdrawal_told_at timestamptz,
  drop constraint rectification_pkey,
  add primary key (inspection_id, entry);
update rectification set outcome = 'RECTIFIED' where closed_at is not null;
create index rectification_withdrawn on rectification (opened_at) where outcome = 'WITHDRAWN' and withdrawal_told_at is null;

alter table credit_evidence add column withdrawn boolean not null default false;
