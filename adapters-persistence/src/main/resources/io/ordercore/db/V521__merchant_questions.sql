-- What merchants have to decide, from the question to whoever measures how long it took.
create table merchant_question (
  id        text        not null collate "C" primary key,
  merchant  text        not null collate "C",
  asked_at  timestamptz not null,
  closed_at timestamptz,
  state     text        not null collate "C",
  settled   boolean     not null default false,
  check ((closed_at is null) = (state = 'OPEN'))
);
create index merchant_question_unsettled on merchant_question (asked_at) where not settled;
create index merchant_question_closed on merchant_question (closed_at) where not settled and closed_at is not null;
