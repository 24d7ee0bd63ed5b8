create table notice (
  id             uuid        not null primary key,
  recipient_kind text        not null collate "C",
  recipient      text        not null collate "C",
  key            text        not null collate "C",
  code           text        not null collate "C",
  subject        text        not null collate "C",
  facts          jsonb       not null,
  at             timestamptz not null,
  unique (recipient_kind, recipient, key)
);
create index notice_inbox on notice (recipient_kind, recipient, id desc);
