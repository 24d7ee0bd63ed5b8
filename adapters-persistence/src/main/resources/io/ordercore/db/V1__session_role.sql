-- The server's sessions run as ordercore_app, which may read and write but neither alter tables nor touch history.
-- Where roles cannot be made, everything works without it; the triggers below still guard the history.
do $$
begin
  if not exists (select from pg_roles where rolname = 'ordercore_app') then
    create role ordercore_app nologin;
  end if;
  execute format('grant ordercore_app to %I', current_user);
  execute format('grant usage on schema %I to ordercore_app', current_schema);
  execute format(
      'alter default privileges in schema %I grant select, insert, update, delete on tables to ordercore_app', current_schema);
  execute format('alter default privileges in schema %I grant usage on sequences to ordercore_app', current_schema);
exception
  when insufficient_privilege or duplicate_object or unique_violation then
    raise warning 'no session role of its own: %', sqlerrm;
end
$$;
