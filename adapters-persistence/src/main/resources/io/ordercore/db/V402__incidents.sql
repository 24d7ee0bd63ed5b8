create table incident_case (
  id           uuid        not null primary key,
  purchase_id  uuid        not null,
  order_number smallint    not null,
  number       integer     not null,
  kind         text        not null collate "C",
  evidence     text        not null,
  stage        text        not null collate "C",
  opened_at    timestamptz not null,
  due_at       timestamptz not null,
  next_at      timestamptz,
  escalations  integer     not null,
  claim        text,
  history      jsonb       not null,
  version      bigint      not null
);
create index incident_case_by_parcel on incident_case (purchase_id, order_number, number, opened_at);
create index incident_case_work on incident_case (due_at) where stage not in ('RESOLVED', 'CLOSED');
create index incident_case_due on incident_case ((least(due_at, coalesce(next_at, due_at)))) where stage <> 'CLOSED';
