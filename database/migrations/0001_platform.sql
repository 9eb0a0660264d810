-- Row-level security from the first line: every business table is isolated by utility.
-- The server works as gongshui_app (no login, no bypass); app.utility_id is set for each transaction.
create schema platform;

do $$
begin
  if not exists (select from pg_roles where rolname = 'gongshui_app') then
    create role gongshui_app nologin;
  end if;
  execute format('grant gongshui_app to %I', current_user);
end
$$;
grant usage on schema platform to gongshui_app;

create function platform.utility_id() returns int language sql stable parallel safe
  return nullif(current_setting('app.utility_id', true), '')::int;

-- Called once for each business table after it is created.
create function platform.isolate(t regclass, rights text default 'select, insert, update, delete') returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy by_utility on %s using (utility_id = platform.utility_id()) with check (utility_id = platform.utility_id())', t);
  execute format('grant %s on %s to gongshui_app', rights, t);
end
$$;

-- Trigger of append-only tables.
create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end
$$;

-- Answers of writes by idempotency key: the same key gives the same answer, never a second effect.
create table platform.idempotency (
  utility_id int not null,
  staff_id int not null,
  key text not null check (length(key) between 8 and 200),
  route text not null,
  request_sha256 bytea not null,
  status int not null,
  body jsonb,
  created_at timestamptz not null,
  primary key (utility_id, staff_id, key)
);
select platform.isolate('platform.idempotency');
