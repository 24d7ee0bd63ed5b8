-- What was done about the cause of a discontinued inspection, and who approved it.
create table corrective_action (
  sku         text        not null collate "C",
  number      integer     not null check (number >= 1),
  merchant    text        not null collate "C",
  description text        not null,
  recorded_by jsonb       not null,
  recorded_at timestamptz not null,
  state       text        not null collate "C",
  decided_by  jsonb,
  decided_at  timestamptz,
  version     bigint      not null,
  primary key (sku, number),
  check (decided_by is null or decided_by->>'actor' <> recorded_by->>'actor')
);
create unique index corrective_action_open on corrective_action (sku) where state = 'RECORDED';

-- So far an accepted lot was the approval; what it allowed stays allowed.
insert into corrective_action
select sku, row_number() over (partition by sku order by closed_at, inspection_id, entry), merchant,
       'a lot submitted again was accepted',
       '{"actor": "quality-inspection", "role": "SYSTEM", "channel": "SYSTEM"}', closed_at, 'APPROVED',
       '{"actor": "before-approvals", "role": "SYSTEM", "channel": "SYSTEM"}', closed_at, 2
from rectification where outcome = 'RECTIFIED';
