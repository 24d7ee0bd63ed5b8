-- Prices that jumped: the last one of each SKU, and whether it still waits for a reviewer.
create table price_review (
  sku      text        not null collate "C" primary key,
  merchant text        not null collate "C",
  status   text        not null collate "C",
  due      timestamptz not null,
  overdue  boolean     not null default false,
  version  bigint      not null,
  content  jsonb       not null
);
comment on column price_review.overdue is 'told to be';
create index price_review_waiting on price_review (due, sku) where status = 'WAITING';
create index price_review_waiting_of on price_review (merchant, due, sku) where status = 'WAITING';

-- A task of the reviewers' that lies too long is told once.
alter table review_task add column overdue boolean not null default false;
comment on column review_task.overdue is 'told to be';
create index review_task_untold on review_task (due, listing) where not overdue;
