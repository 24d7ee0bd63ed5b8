-- What the history was when a digest was signed: all events of the transactions from from_tx (inclusive) to to_tx (exclusive),
-- linked to the digest before. Only ever added to, like the history itself.
create table history_digest (
  number    bigint      not null primary key,
  from_tx   xid8        not null,
  to_tx     xid8        not null,
  events    bigint      not null,
  hash      bytea       not null,
  signature bytea       not null,
  at        timestamptz not null
);
create trigger history_digest_is_append_only before update or delete or truncate on history_digest
  for each statement execute function refuse_rewriting_history();

do $$
begin
  if exists (select from pg_roles where rolname = 'ordercore_app') then
    revoke update, delete, truncate on history_digest from ordercore_app;
  end if;
end
$$;
