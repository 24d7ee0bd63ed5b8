-- Whom inspections are ordered from. The document holds keys, categories and the endpoint with its secret, encrypted.
create table inspection_agency (
  name     text    not null collate "C" primary key,
  document bytea   not null,
  version  bigint  not null
);

create table inspection_agency_change (
  agency  text        not null collate "C" references inspection_agency (name),
  version bigint      not null,
  kind    text        not null collate "C",
  by      jsonb       not null,
  at      timestamptz not null,
  facts   jsonb       not null,
  primary key (agency, version)
);
