create schema identity;
grant usage on schema identity to gongshui_app;

create table identity.utility (
  utility_id int generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z][a-z0-9-]{1,30}$'),
  name text not null,
  created_at timestamptz not null
);
select platform.isolate('identity.utility', 'select, insert, update');

-- 部门 / 单位. organization_id is the id in the rulebook's `organization`.
create table identity.department (
  utility_id int not null references identity.utility,
  department_id text not null,
  name text not null,
  organization_id text,
  parent_id text,
  -- managing 管理部门 (grants returns, extensions, pauses) · call-centre 热线 · service 责任单位
  kind text not null check (kind in ('managing', 'call-centre', 'service', 'discipline')),
  primary key (utility_id, department_id)
);
select platform.isolate('identity.department');

-- 片区
create table identity.district (
  utility_id int not null references identity.utility,
  district_id text not null,
  name text not null,
  primary key (utility_id, district_id)
);
select platform.isolate('identity.district');

create table identity.staff (
  utility_id int not null references identity.utility,
  staff_id int not null generated always as identity,
  auth_user_id text unique,
  username text not null unique,
  name text not null,
  roles text[] not null check (roles <@ array['desk-agent','dispatcher','department-head','crew-member','reviewer','supervisor','manager','administrator']),
  department_id text not null,
  -- empty: every district
  districts text[] not null default '{}',
  phone text,
  active boolean not null default true,
  primary key (utility_id, staff_id),
  foreign key (utility_id, department_id) references identity.department
);
select platform.isolate('identity.staff');

-- Who saw and did what. Append-only.
create table identity.audit (
  utility_id int not null references identity.utility,
  audit_id bigint not null generated always as identity,
  at timestamptz not null,
  staff_id int,
  action text not null,
  object text not null,
  detail jsonb not null default '{}',
  primary key (utility_id, audit_id)
);
select platform.isolate('identity.audit', 'select, insert');
create trigger append_only before update or delete on identity.audit
  for each row execute function platform.refuse_change();

-- Before a sign-in is known to belong to a utility nothing can be read; this one question is allowed.
create function identity.staff_of(auth_user text)
returns table (utility_id int, utility_code text, utility_name text, staff_id int, username text, name text, roles text[], department_id text, districts text[])
language sql stable security definer set search_path = pg_catalog as $$
  select s.utility_id, u.code, u.name, s.staff_id, s.username, s.name, s.roles, s.department_id, s.districts
  from identity.staff s join identity.utility u using (utility_id)
  where s.auth_user_id = auth_user and s.active
$$;
revoke all on function identity.staff_of(text) from public;
grant execute on function identity.staff_of(text) to gongshui_app;

create function identity.utility_ids() returns setof int
language sql stable security definer set search_path = pg_catalog as $$ select utility_id from identity.utility order by 1 $$;
revoke all on function identity.utility_ids() from public;
grant execute on function identity.utility_ids() to gongshui_app;
