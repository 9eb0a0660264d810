-- Signing in: second factor 双因素, lock-out after failed tries, sessions that can be seen and ended, sign-in at a provider
-- of the utility's own (OpenID Connect 统一身份认证).

-- The tables of better-auth's two-factor plugin. Secret and recovery codes are encrypted by it.
alter table auth."user" add column two_factor_enabled boolean not null default false;
create table auth.two_factor (
  id text primary key,
  user_id text not null unique references auth."user" on delete cascade,
  secret text not null,
  backup_codes text not null,
  -- the first code was entered: from then on it is asked for
  verified boolean not null default false,
  failed_verification_count int not null default 0,
  locked_until timestamptz
);
alter table auth.session
  add column via text not null default 'password' check (via in ('password', 'oidc')),
  -- a second factor was given where the session was opened (by the provider); our own is known by user.two_factor_enabled
  add column second_factor boolean not null default false;

-- Tries to sign in since the last good one: by account (the name as typed, there or not) and by address. In the database, so
-- that several processes count together.
create table auth.attempt (
  kind text not null check (kind in ('account', 'address')),
  key text not null,
  failures int not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  primary key (kind, key)
);
create index attempt_by_time on auth.attempt (last_at);
grant select, insert, update, delete on auth.two_factor, auth.attempt to gongshui_auth;

alter table identity.staff
  -- a password somebody else has set
  add column must_change_password boolean not null default false,
  -- by which a provider may know him; also written in lower case
  add column email text;
create unique index staff_by_email on identity.staff (utility_id, lower(email)) where email is not null;

-- What a utility asks of those who sign in.
create table identity.sign_in_policy (
  utility_id int not null references identity.utility primary key,
  -- roles that may not work without a second factor
  second_factor_roles text[] not null default '{}',
  lock_after int not null default 5 check (lock_after between 3 and 20),
  lock_minutes int not null default 15 check (lock_minutes between 1 and 1440)
);
select platform.isolate('identity.sign_in_policy', 'select, insert, update');

create table identity.oidc_provider (
  utility_id int not null references identity.utility primary key,
  -- on the button
  name text not null,
  issuer text not null,
  client_id text not null,
  -- AES-256-GCM under a key made of GONGSHUI_SECRET, which is not in the database
  client_secret text,
  -- how somebody who comes for the first time is found among the staff: not at all (somebody links him), by an address the
  -- provider has verified, or by a claim that holds his username
  match text not null check (match in ('none', 'email', 'username')),
  username_claim text not null default 'preferred_username',
  -- the provider asks for a second factor itself
  second_factor boolean not null default false,
  enabled boolean not null default true
);
select platform.isolate('identity.oidc_provider');

create table identity.oidc_link (
  utility_id int not null references identity.utility,
  issuer text not null,
  subject text not null,
  staff_id int not null,
  linked_at timestamptz not null,
  primary key (utility_id, issuer, subject),
  unique (utility_id, issuer, staff_id),
  foreign key (utility_id, staff_id) references identity.staff
);
select platform.isolate('identity.oidc_link', 'select, insert, delete');

-- Before it is known whose utility is asking: what stands on the sign-in page, and what a wrong password counts against.
create function identity.sign_in_ways() returns table (utility_id int, utility_code text, utility_name text, provider text)
language sql stable security definer set search_path = pg_catalog as $$
  select u.utility_id, u.code, u.name, p.name from identity.oidc_provider p join identity.utility u using (utility_id)
  where p.enabled order by u.code
$$;
create function identity.staff_named(name text)
returns table (utility_id int, staff_id int, lock_after int, lock_minutes int)
language sql stable security definer set search_path = pg_catalog as $$
  select s.utility_id, s.staff_id, p.lock_after, p.lock_minutes
  from identity.staff s left join identity.sign_in_policy p using (utility_id) where s.username = lower(staff_named.name)
$$;

drop function identity.staff_of(text);
create function identity.staff_of(auth_user text)
returns table (utility_id int, utility_code text, utility_name text, staff_id int, username text, name text, roles text[],
  department_id text, districts text[], second_factor boolean, asked_for_second_factor boolean, must_change_password boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select s.utility_id, u.code, u.name, s.staff_id, s.username, s.name, s.roles, s.department_id, s.districts,
    a.two_factor_enabled, coalesce(p.second_factor_roles && s.roles, false), s.must_change_password
  from identity.staff s join identity.utility u using (utility_id) join auth."user" a on a.id = s.auth_user_id
  left join identity.sign_in_policy p using (utility_id)
  where s.auth_user_id = auth_user and s.active
$$;

-- What administrators do with the sign-ins of their own utility, and everybody with his own.
create function identity.sign_ins()
returns table (staff_id int, second_factor boolean, failures int, locked_until timestamptz, signed_in_at timestamptz, sessions int)
language sql stable security definer set search_path = pg_catalog as $$
  select s.staff_id, u.two_factor_enabled, coalesce(a.failures, 0), greatest(a.locked_until, t.locked_until), n.latest, coalesce(n.many, 0)
  from identity.staff s join auth."user" u on u.id = s.auth_user_id
  left join auth.attempt a on a.kind = 'account' and a.key = s.username
  left join auth.two_factor t on t.user_id = u.id
  left join lateral (select max(created_at) as latest, count(*)::int as many from auth.session where user_id = u.id) n on true
  where s.utility_id = platform.utility_id()
$$;
create function identity.sessions_of(staff int)
returns table (id text, created_at timestamptz, expires_at timestamptz, address text, agent text, via text)
language sql stable security definer set search_path = pg_catalog as $$
  select n.id, n.created_at, n.expires_at, n.ip_address, n.user_agent, n.via
  from identity.staff s join auth.session n on n.user_id = s.auth_user_id
  where s.utility_id = platform.utility_id() and s.staff_id = staff order by n.created_at desc, n.id
$$;
-- `one` of them, or all but `keep`.
create function identity.end_sessions(staff int, one text, keep text) returns int
language sql security definer set search_path = pg_catalog as $$
  with gone as (
    delete from auth.session n using identity.staff s
    where s.utility_id = platform.utility_id() and s.staff_id = staff and n.user_id = s.auth_user_id
      and (one is null or n.id = one) and n.id is distinct from keep
    returning 1)
  select count(*)::int from gone
$$;
create function identity.unlock_sign_in(staff int) returns void
language sql security definer set search_path = pg_catalog as $$
  delete from auth.attempt a using identity.staff s
  where s.utility_id = platform.utility_id() and s.staff_id = staff and a.kind = 'account' and a.key = s.username;
  update auth.two_factor t set locked_until = null, failed_verification_count = 0 from identity.staff s
  where s.utility_id = platform.utility_id() and s.staff_id = staff and t.user_id = s.auth_user_id;
$$;
create function identity.reset_second_factor(staff int) returns void
language sql security definer set search_path = pg_catalog as $$
  delete from auth.two_factor t using identity.staff s
  where s.utility_id = platform.utility_id() and s.staff_id = staff and t.user_id = s.auth_user_id;
  update auth."user" u set two_factor_enabled = false from identity.staff s
  where s.utility_id = platform.utility_id() and s.staff_id = staff and u.id = s.auth_user_id;
$$;
create function identity.set_password(staff int, hash text, at timestamptz) returns void
language sql security definer set search_path = pg_catalog as $$
  update auth.account a set password = hash, updated_at = at from identity.staff s
  where s.utility_id = platform.utility_id() and s.staff_id = staff and a.user_id = s.auth_user_id and a.provider_id = 'credential';
$$;
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'identity'::regnamespace and p.prosecdef loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to gongshui_app', f);
  end loop;
end
$$;
grant execute on function identity.staff_of(text) to gongshui_auth;
