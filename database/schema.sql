-- Printed from the catalogs by `npm run gen`; change a migration, not this file.

set check_function_bodies = off;

create schema appraisal;
grant usage on schema appraisal to gongshui_app;

create schema auth;
grant usage on schema auth to gongshui_auth;

create schema backtests;
grant usage on schema backtests to gongshui_app;

create schema call_backs;
grant usage on schema call_backs to gongshui_app;

create schema duties;
grant usage on schema duties to gongshui_app;

create schema field;
grant usage on schema field to gongshui_app;

create schema identity;
grant usage on schema identity to gongshui_app;
grant usage on schema identity to gongshui_auth;

create schema imports;
grant usage on schema imports to gongshui_app;

create schema lists;
grant usage on schema lists to gongshui_app;

create schema notices;
grant usage on schema notices to gongshui_app;

create schema platform;
grant usage on schema platform to gongshui_app;

create schema progress;
grant usage on schema progress to gongshui_app;

create schema registers;
grant usage on schema registers to gongshui_app;

create schema regulations;
grant usage on schema regulations to gongshui_app;

create schema requests;
grant usage on schema requests to gongshui_app;

create schema rosters;
grant usage on schema rosters to gongshui_app;

create schema slips;
grant usage on schema slips to gongshui_app;

create schema work_orders;
grant usage on schema work_orders to gongshui_app;

CREATE OR REPLACE FUNCTION appraisal.keep_inspection()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'append-only: a sheet that was kept is not altered' using errcode = 'restrict_violation';
end
$function$;

CREATE OR REPLACE FUNCTION call_backs.asked_by(token bytea)
 RETURNS TABLE(utility_id integer, ask_id bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select a.utility_id, a.ask_id from call_backs.rating_ask a where a.token_sha256 = token
$function$;
revoke all on function call_backs.asked_by(bytea) from public;
grant execute on function call_backs.asked_by(bytea) to gongshui_app;

CREATE OR REPLACE FUNCTION field.keep_command()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'append-only: what became of a command is not altered' using errcode = 'restrict_violation';
end
$function$;

CREATE OR REPLACE FUNCTION field.wipe_due(device uuid, sha256 bytea, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with due as (
    update field.device d set wiped_at = coalesce(d.wiped_at, at)
    where d.device_id = device and d.secret_sha256 = sha256
      and (d.lost_at is not null
        or exists (select from identity.staff s where s.utility_id = d.utility_id and s.staff_id = d.staff_id and not s.active))
    returning 1)
  select exists (select from due)
$function$;
revoke all on function field.wipe_due(uuid,bytea,timestamp with time zone) from public;
grant execute on function field.wipe_due(uuid,bytea,timestamp with time zone) to gongshui_app;

CREATE OR REPLACE FUNCTION identity.begin_utility(id integer, sha256 text, at timestamp with time zone, code text, name text, region text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  delete from auth.verification where identifier = 'set-up' and value = sha256 and expires_at > at;
  if not found then return false; end if;
  insert into identity.utility (utility_id, code, name, region, setting_up, created_at)
    overriding system value values (id, code, name, region, true, at);
  return true;
end $function$;
revoke all on function identity.begin_utility(integer,text,timestamp with time zone,text,text,text) from public;
grant execute on function identity.begin_utility(integer,text,timestamp with time zone,text,text,text) to gongshui_app;

CREATE OR REPLACE FUNCTION identity.create_sign_in(id text, username text, name text, password_hash text, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  insert into auth."user" (id, name, email, username, created_at, updated_at)
  select create_sign_in.id, create_sign_in.name, create_sign_in.username || '@' || u.code || '.invalid',
    create_sign_in.username || '@' || u.code, at, at
  from identity.utility u where u.utility_id = platform.utility_id();
  insert into auth.account (id, account_id, provider_id, user_id, password, created_at, updated_at)
  values (create_sign_in.id, create_sign_in.id, 'credential', create_sign_in.id, password_hash, at, at);
$function$;
revoke all on function identity.create_sign_in(text,text,text,text,timestamp with time zone) from public;
grant execute on function identity.create_sign_in(text,text,text,text,timestamp with time zone) to gongshui_app;

CREATE OR REPLACE FUNCTION identity.end_sessions(staff integer, one text, keep text)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with gone as (
    delete from auth.session n using identity.staff s
    where s.utility_id = platform.utility_id() and s.staff_id = staff and n.user_id = s.auth_user_id
      and (one is null or n.id = one) and n.id is distinct from keep
    returning 1)
  select count(*)::int from gone
$function$;
revoke all on function identity.end_sessions(integer,text,text) from public;
grant execute on function identity.end_sessions(integer,text,text) to gongshui_app;

CREATE OR REPLACE FUNCTION identity.lock_outs(code text)
 RETURNS TABLE(lock_after integer, lock_minutes integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select p.lock_after, p.lock_minutes
  from identity.utility u left join identity.sign_in_policy p using (utility_id)
  where lock_outs.code is null or u.code = lock_outs.code order by u.utility_id
$function$;
revoke all on function identity.lock_outs(text) from public;
grant execute on function identity.lock_outs(text) to gongshui_app;

CREATE OR REPLACE FUNCTION identity.next_utility_id()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select nextval('identity.utility_utility_id_seq')::int $function$;
revoke all on function identity.next_utility_id() from public;
grant execute on function identity.next_utility_id() to gongshui_app;

CREATE OR REPLACE FUNCTION identity.offer_set_up(sha256 text, expires timestamp with time zone, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  delete from auth.verification where identifier = 'set-up';
  insert into auth.verification (id, identifier, value, expires_at, created_at, updated_at) values ('set-up', 'set-up', sha256, expires, at, at);
$function$;
revoke all on function identity.offer_set_up(text,timestamp with time zone,timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION identity.reset_second_factor(staff integer)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  delete from auth.two_factor t using identity.staff s
  where s.utility_id = platform.utility_id() and s.staff_id = staff and t.user_id = s.auth_user_id;
  update auth."user" u set two_factor_enabled = false from identity.staff s
  where s.utility_id = platform.utility_id() and s.staff_id = staff and u.id = s.auth_user_id;
$function$;
revoke all on function identity.reset_second_factor(integer) from public;
grant execute on function identity.reset_second_factor(integer) to gongshui_app;

CREATE OR REPLACE FUNCTION identity.sessions_of(staff integer)
 RETURNS TABLE(id text, created_at timestamp with time zone, expires_at timestamp with time zone, address text, agent text, via text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select n.id, n.created_at, n.expires_at, n.ip_address, n.user_agent, n.via
  from identity.staff s join auth.session n on n.user_id = s.auth_user_id
  where s.utility_id = platform.utility_id() and s.staff_id = staff order by n.created_at desc, n.id
$function$;
revoke all on function identity.sessions_of(integer) from public;
grant execute on function identity.sessions_of(integer) to gongshui_app;

CREATE OR REPLACE FUNCTION identity.set_password(staff integer, hash text, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  update auth.account a set password = hash, updated_at = at from identity.staff s
  where s.utility_id = platform.utility_id() and s.staff_id = staff and a.user_id = s.auth_user_id and a.provider_id = 'credential';
$function$;
revoke all on function identity.set_password(integer,text,timestamp with time zone) from public;
grant execute on function identity.set_password(integer,text,timestamp with time zone) to gongshui_app;

CREATE OR REPLACE FUNCTION identity.set_up_until(sha256 text, at timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select expires_at from auth.verification where identifier = 'set-up' and value = sha256 and expires_at > at
$function$;
revoke all on function identity.set_up_until(text,timestamp with time zone) from public;
grant execute on function identity.set_up_until(text,timestamp with time zone) to gongshui_app;

CREATE OR REPLACE FUNCTION identity.sign_in_names(called text, code text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select s.username || '@' || u.code from identity.staff s join identity.utility u using (utility_id)
  where s.username = called and (sign_in_names.code is null or u.code = sign_in_names.code)
$function$;
revoke all on function identity.sign_in_names(text,text) from public;
grant execute on function identity.sign_in_names(text,text) to gongshui_app;

CREATE OR REPLACE FUNCTION identity.sign_in_ways()
 RETURNS TABLE(utility_id integer, utility_code text, utility_name text, provider text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select u.utility_id, u.code, u.name, p.name from identity.oidc_provider p join identity.utility u using (utility_id)
  where p.enabled order by u.code
$function$;
revoke all on function identity.sign_in_ways() from public;
grant execute on function identity.sign_in_ways() to gongshui_app;

CREATE OR REPLACE FUNCTION identity.sign_ins()
 RETURNS TABLE(staff_id integer, second_factor boolean, failures integer, locked_until timestamp with time zone, signed_in_at timestamp with time zone, sessions integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select s.staff_id, u.two_factor_enabled, greatest(a.failures, f.failures, 0), greatest(a.locked_until, f.locked_until), n.latest, coalesce(n.many, 0)
  from identity.staff s join auth."user" u on u.id = s.auth_user_id
  left join auth.attempt a on a.kind = 'account' and a.key = u.username
  left join auth.attempt f on f.kind = 'second-factor' and f.key = u.id
  left join lateral (select max(created_at) as latest, count(*)::int as many from auth.session where user_id = u.id) n on true
  where s.utility_id = platform.utility_id()
$function$;
revoke all on function identity.sign_ins() from public;
grant execute on function identity.sign_ins() to gongshui_app;

CREATE OR REPLACE FUNCTION identity.staff_named(name text)
 RETURNS TABLE(utility_id integer, staff_id integer, lock_after integer, lock_minutes integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select s.utility_id, s.staff_id, p.lock_after, p.lock_minutes
  from identity.staff s join identity.utility u using (utility_id) left join identity.sign_in_policy p using (utility_id)
  where s.username || '@' || u.code = lower(staff_named.name)
$function$;
revoke all on function identity.staff_named(text) from public;
grant execute on function identity.staff_named(text) to gongshui_app;

CREATE OR REPLACE FUNCTION identity.staff_of(auth_user text)
 RETURNS TABLE(utility_id integer, utility_code text, utility_name text, staff_id integer, username text, name text, roles text[], department_id text, districts text[], second_factor boolean, asked_for_second_factor boolean, must_change_password boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select s.utility_id, u.code, u.name, s.staff_id, s.username, s.name, s.roles, s.department_id, s.districts,
    a.two_factor_enabled, coalesce(p.second_factor_roles && s.roles, false), s.must_change_password
  from identity.staff s join identity.utility u using (utility_id) join auth."user" a on a.id = s.auth_user_id
  left join identity.sign_in_policy p using (utility_id)
  where s.auth_user_id = auth_user and s.active
$function$;
revoke all on function identity.staff_of(text) from public;
grant execute on function identity.staff_of(text) to gongshui_app;
grant execute on function identity.staff_of(text) to gongshui_auth;

CREATE OR REPLACE FUNCTION identity.unlock_sign_in(staff integer)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  delete from auth.attempt a using identity.staff s join auth."user" u on u.id = s.auth_user_id
  where s.utility_id = platform.utility_id() and s.staff_id = staff
    and (a.kind = 'account' and a.key = u.username or a.kind = 'second-factor' and a.key = u.id);
$function$;
revoke all on function identity.unlock_sign_in(integer) from public;
grant execute on function identity.unlock_sign_in(integer) to gongshui_app;

CREATE OR REPLACE FUNCTION identity.utilities()
 RETURNS TABLE(code text, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select code, name from identity.utility order by utility_id $function$;
revoke all on function identity.utilities() from public;
grant execute on function identity.utilities() to gongshui_app;

CREATE OR REPLACE FUNCTION identity.utility_ids()
 RETURNS SETOF integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select utility_id from identity.utility order by 1 $function$;
revoke all on function identity.utility_ids() from public;
grant execute on function identity.utility_ids() to gongshui_app;

CREATE OR REPLACE FUNCTION notices.tell_inbox()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into platform.change (utility_id, topic, facts)
  select utility_id, 'inbox', case when count(distinct staff_id) > 500 then 'true' else jsonb_agg(distinct staff_id) end
  from now_there group by utility_id;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION platform.isolate(t regclass, rights text DEFAULT 'select, insert, update, delete'::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy by_utility on %s using (utility_id = platform.utility_id()) with check (utility_id = platform.utility_id())', t);
  execute format('grant %s on %s to gongshui_app', rights, t);
end
$function$;

CREATE OR REPLACE FUNCTION platform.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end
$function$;

CREATE OR REPLACE FUNCTION platform.staff_id()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.staff_id'::text, true), ''::text))::integer;

CREATE OR REPLACE FUNCTION platform.utility_id()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.utility_id'::text, true), ''::text))::integer;

CREATE OR REPLACE FUNCTION requests.sees_request(request_id bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE COST 1
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select from requests.request r where r.utility_id = platform.utility_id() and r.request_id = sees_request.request_id)
$function$;

CREATE OR REPLACE FUNCTION requests.tell_orders()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into platform.change (utility_id, topic, facts)
  select o.utility_id, 'orders', case when count(*) > 500 then 'true' else jsonb_agg(jsonb_build_array(o.order_id, null,
    o.department_id, o.department_id, o.district_id, o.district_id, o.handler_id, o.handler_id,
    o.sealed_to is not null, o.sealed_to is not null)) end
  from work_orders.work_order o join (
    select distinct n.utility_id, n.order_id from now_there n join there_before b using (utility_id, request_id)
    where n.order_id = b.order_id and (n.owner_id, n.owner_unit, n.reporter, n.phone) is distinct from (b.owner_id, b.owner_unit, b.reporter, b.phone)
  ) c on c.utility_id = o.utility_id and c.order_id = o.order_id
  group by o.utility_id;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION rosters.keep_handover()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or old.taken_at is not null or new.taken_at is null
    or (to_jsonb(new) - 'taken_at' - 'taker_note') is distinct from (to_jsonb(old) - 'taken_at' - 'taker_note') then
    raise exception 'append-only: a handover that was signed is not altered' using errcode = 'restrict_violation';
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION rosters.tell_rosters()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into platform.change (utility_id, topic, facts) select distinct utility_id, 'rosters', 'true'::jsonb from now_there;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION work_orders.may_see_sealed(staff integer, sealed_to text, concerned_unit text, concerned_person text, taken_by integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE COST 1
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select from identity.staff s
    join identity.department d on d.utility_id = s.utility_id and d.department_id = s.department_id
    where s.utility_id = platform.utility_id() and s.staff_id = staff and s.active
      and s.name is distinct from concerned_person
      and (s.department_id = sealed_to or s.staff_id = taken_by or (d.kind = 'managing' and 'manager' = any (s.roles)))
      and not exists (
        with recursive own as (
          select s.department_id as id, 1 as depth
          union all
          select p.parent_id, own.depth + 1 from own join identity.department p on p.department_id = own.id
          where p.utility_id = s.utility_id and p.parent_id is not null and own.depth < 20)
        select from own where own.id = concerned_unit))
$function$;

CREATE OR REPLACE FUNCTION work_orders.next_firings()
 RETURNS TABLE(utility_id integer, next_fire_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select u.utility_id, c.next_fire_at
  from identity.utility u cross join lateral (
    select c.next_fire_at from work_orders.clock c
    where c.utility_id = u.utility_id and c.next_fire_at is not null
    order by c.next_fire_at limit 1
  ) c
$function$;
revoke all on function work_orders.next_firings() from public;
grant execute on function work_orders.next_firings() to gongshui_app;

CREATE OR REPLACE FUNCTION work_orders.sees_order(order_id bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE COST 1
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select from work_orders.work_order o where o.utility_id = platform.utility_id() and o.order_id = sees_order.order_id)
$function$;

CREATE OR REPLACE FUNCTION work_orders.tell_orders()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into platform.change (utility_id, topic, facts)
    select n.utility_id, 'orders', case when count(*) > 500 then 'true' else jsonb_agg(jsonb_build_array(n.order_id, n.last_seq,
      n.department_id, n.department_id, n.district_id, n.district_id, n.handler_id, n.handler_id,
      n.sealed_to is not null, n.sealed_to is not null)) end
    from now_there n group by n.utility_id;
  else
    insert into platform.change (utility_id, topic, facts)
    select n.utility_id, 'orders', case when count(*) > 500 then 'true' else jsonb_agg(jsonb_build_array(n.order_id, n.last_seq,
      n.department_id, o.department_id, n.district_id, o.district_id, n.handler_id, o.handler_id,
      n.sealed_to is not null, o.sealed_to is not null)) end
    from now_there n join there_before o on o.utility_id = n.utility_id and o.order_id = n.order_id group by n.utility_id;
  end if;
  return null;
end
$function$;

create table appraisal.inspection (
  utility_id integer not null,
  inspection_id bigint generated always as identity not null,
  pack_hash text not null,
  kind text not null,
  place text not null,
  department_id text,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  staff_id integer not null,
  answers jsonb not null,
  note text default ''::text not null,
  not_met integer not null,
  wanting integer not null,
  to_look integer not null,
  items integer not null,
  constraint inspection_pkey PRIMARY KEY (utility_id, inspection_id),
  constraint inspection_place_check CHECK ((place <> ''::text))
);
CREATE INDEX inspection_when ON appraisal.inspection USING btree (utility_id, at DESC, inspection_id DESC);
alter table appraisal.inspection enable row level security;
alter table appraisal.inspection force row level security;
create policy by_utility on appraisal.inspection using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select on table appraisal.inspection to gongshui_app;

create table auth."user" (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean default false not null,
  image text,
  username text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  two_factor_enabled boolean default false not null,
  constraint user_pkey PRIMARY KEY (id),
  constraint user_email_key UNIQUE (email),
  constraint user_username_key UNIQUE (username)
);
grant delete, insert, select, update on table auth."user" to gongshui_auth;

create table auth.account (
  id text not null,
  account_id text not null,
  provider_id text not null,
  user_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (id)
);
CREATE INDEX account_of_user ON auth.account USING btree (user_id);
grant delete, insert, select, update on table auth.account to gongshui_auth;

create table auth.attempt (
  kind text not null,
  key text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint attempt_pkey PRIMARY KEY (kind, key),
  constraint attempt_kind_check CHECK ((kind = ANY (ARRAY['account'::text, 'second-factor'::text, 'address'::text])))
);
CREATE INDEX attempt_by_time ON auth.attempt USING btree (last_at);
grant delete, insert, select, update on table auth.attempt to gongshui_auth;

create table auth.session (
  id text not null,
  token text not null,
  user_id text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  via text default 'password'::text not null,
  second_factor boolean default false not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token),
  constraint session_via_check CHECK ((via = ANY (ARRAY['password'::text, 'oidc'::text])))
);
CREATE INDEX session_by_expiry ON auth.session USING btree (expires_at);
CREATE INDEX session_of_user ON auth.session USING btree (user_id);
grant delete, insert, select, update on table auth.session to gongshui_auth;

create table auth.two_factor (
  id text not null,
  user_id text not null,
  secret text not null,
  backup_codes text not null,
  verified boolean default false not null,
  failed_verification_count integer default 0 not null,
  locked_until timestamp with time zone,
  constraint two_factor_pkey PRIMARY KEY (id),
  constraint two_factor_user_id_key UNIQUE (user_id)
);
grant delete, insert, select, update on table auth.two_factor to gongshui_auth;

create table auth.used_code (
  user_id text not null,
  code text not null,
  used_at timestamp with time zone not null,
  constraint used_code_pkey PRIMARY KEY (user_id, code)
);
CREATE INDEX used_code_by_time ON auth.used_code USING btree (used_at);
grant delete, insert, select, update on table auth.used_code to gongshui_auth;

create table auth.verification (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_by_identifier ON auth.verification USING btree (identifier);
grant delete, insert, select, update on table auth.verification to gongshui_auth;

create table backtests.run (
  utility_id integer not null,
  run_id uuid not null,
  candidate text not null,
  baseline text,
  named jsonb not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  state text not null,
  created_at timestamp with time zone not null,
  created_by integer not null,
  finished_at timestamp with time zone,
  total integer,
  done integer default 0 not null,
  result jsonb,
  refusal jsonb,
  claimed_by uuid,
  claimed_until timestamp with time zone,
  attempts integer default 0 not null,
  constraint run_pkey PRIMARY KEY (utility_id, run_id),
  constraint run_check CHECK ((until_at > from_at)),
  constraint run_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])))
);
CREATE INDEX run_by_time ON backtests.run USING btree (utility_id, created_at DESC);
CREATE INDEX run_running ON backtests.run USING btree (utility_id, created_at) WHERE (state = 'running'::text);
alter table backtests.run enable row level security;
alter table backtests.run force row level security;
create policy by_utility on backtests.run using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table backtests.run to gongshui_app;

create table call_backs.claim (
  utility_id integer not null,
  order_id bigint not null,
  request_id bigint not null,
  staff_id integer not null,
  until timestamp with time zone not null,
  constraint claim_pkey PRIMARY KEY (utility_id, order_id, request_id)
);
alter table call_backs.claim enable row level security;
alter table call_backs.claim force row level security;
create policy by_utility on call_backs.claim using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table call_backs.claim to gongshui_app;

create table call_backs.follow_up (
  utility_id integer not null,
  follow_up_id bigint generated always as identity not null,
  order_id bigint not null,
  request_id bigint not null,
  round integer not null,
  rating text not null,
  words text default ''::text not null,
  department_id text,
  owner_id integer,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by integer,
  settlement text,
  reason text,
  constraint follow_up_pkey PRIMARY KEY (utility_id, follow_up_id),
  constraint follow_up_check CHECK (((settled_at IS NULL) = (settlement IS NULL))),
  constraint follow_up_settlement_check CHECK ((settlement = ANY (ARRAY['reopened'::text, 'explained'::text, 'better'::text])))
);
CREATE INDEX follow_up_due ON call_backs.follow_up USING btree (utility_id, due_at) WHERE (settled_at IS NULL);
CREATE UNIQUE INDEX follow_up_open ON call_backs.follow_up USING btree (utility_id, order_id, request_id) WHERE (settled_at IS NULL);
alter table call_backs.follow_up enable row level security;
alter table call_backs.follow_up force row level security;
create policy by_utility on call_backs.follow_up using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table call_backs.follow_up to gongshui_app;

create table call_backs.owed (
  utility_id integer not null,
  order_id bigint not null,
  request_id bigint not null,
  since timestamp with time zone not null,
  constraint owed_pkey PRIMARY KEY (utility_id, order_id, request_id)
);
alter table call_backs.owed enable row level security;
alter table call_backs.owed force row level security;
create policy by_utility on call_backs.owed using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table call_backs.owed to gongshui_app;

create table call_backs.rating_ask (
  utility_id integer not null,
  ask_id bigint generated always as identity not null,
  order_id bigint not null,
  request_id bigint not null,
  round integer not null,
  token_sha256 bytea not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  rating text,
  words text default ''::text not null,
  answered_at timestamp with time zone,
  open_until timestamp with time zone,
  constraint rating_ask_pkey PRIMARY KEY (utility_id, ask_id),
  constraint rating_ask_check CHECK (((rating IS NULL) = (answered_at IS NULL)))
);
CREATE UNIQUE INDEX rating_ask_once ON call_backs.rating_ask USING btree (utility_id, order_id, request_id, round);
CREATE UNIQUE INDEX rating_ask_token ON call_backs.rating_ask USING btree (token_sha256);
alter table call_backs.rating_ask enable row level security;
alter table call_backs.rating_ask force row level security;
create policy by_utility on call_backs.rating_ask using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table call_backs.rating_ask to gongshui_app;

create table call_backs.setting (
  utility_id integer not null,
  tries integer not null,
  spacing_minutes integer not null,
  quiet_from integer,
  quiet_until integer,
  low text[] not null,
  follow_up_hours integer not null,
  script text,
  channels text[] not null,
  link_days integer not null,
  change_hours integer not null,
  address text,
  changed_by integer not null,
  changed_at timestamp with time zone not null,
  constraint setting_pkey PRIMARY KEY (utility_id),
  constraint setting_change_hours_check CHECK (((change_hours >= 0) AND (change_hours <= 720))),
  constraint setting_check CHECK (((quiet_from IS NULL) = (quiet_until IS NULL))),
  constraint setting_follow_up_hours_check CHECK (((follow_up_hours >= 1) AND (follow_up_hours <= 720))),
  constraint setting_link_days_check CHECK (((link_days >= 1) AND (link_days <= 90))),
  constraint setting_quiet_from_check CHECK (((quiet_from >= 0) AND (quiet_from <= 1439))),
  constraint setting_quiet_until_check CHECK (((quiet_until >= 0) AND (quiet_until <= 1439))),
  constraint setting_spacing_minutes_check CHECK (((spacing_minutes >= 1) AND (spacing_minutes <= 10080))),
  constraint setting_tries_check CHECK (((tries >= 1) AND (tries <= 20)))
);
alter table call_backs.setting enable row level security;
alter table call_backs.setting force row level security;
create policy by_utility on call_backs.setting using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table call_backs.setting to gongshui_app;

create table duties.occurrence (
  utility_id integer not null,
  thing_id bigint not null,
  duty text not null,
  key text not null,
  order_id bigint not null,
  opens_at timestamp with time zone not null,
  due_at timestamp with time zone,
  made_at timestamp with time zone not null,
  pack_hash text not null,
  done_at timestamp with time zone,
  given_up_at timestamp with time zone,
  constraint occurrence_pkey PRIMARY KEY (utility_id, thing_id, duty, key)
);
CREATE INDEX occurrence_latest ON duties.occurrence USING btree (utility_id, thing_id, duty, made_at DESC);
CREATE UNIQUE INDEX occurrence_of_order ON duties.occurrence USING btree (utility_id, order_id);
CREATE INDEX occurrence_open ON duties.occurrence USING btree (utility_id, due_at) WHERE ((done_at IS NULL) AND (given_up_at IS NULL));
alter table duties.occurrence enable row level security;
alter table duties.occurrence force row level security;
create policy by_utility on duties.occurrence using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table duties.occurrence to gongshui_app;

create table duties.reading (
  utility_id integer not null,
  under text not null,
  constraint reading_pkey PRIMARY KEY (utility_id)
);
alter table duties.reading enable row level security;
alter table duties.reading force row level security;
create policy by_utility on duties.reading using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table duties.reading to gongshui_app;

create table field.command (
  utility_id integer not null,
  device_id uuid not null,
  command_id uuid not null,
  place bigint generated always as identity not null,
  staff_id integer not null,
  order_id bigint not null,
  command text not null,
  occurred_at timestamp with time zone not null,
  device_at timestamp with time zone not null,
  offset_ms bigint not null,
  received_at timestamp with time zone not null,
  contact integer not null,
  lon double precision,
  lat double precision,
  accuracy double precision,
  outcome text not null,
  refusal jsonb,
  flags text[] default '{}'::text[] not null,
  into_id bigint,
  into_number text,
  constraint command_pkey PRIMARY KEY (utility_id, device_id, command_id),
  constraint command_check CHECK (((outcome = 'listed'::text) = (refusal IS NOT NULL))),
  constraint command_check1 CHECK (((lon IS NULL) = (lat IS NULL))),
  constraint command_outcome_check CHECK ((outcome = ANY (ARRAY['applied'::text, 'listed'::text])))
);
CREATE INDEX command_latest ON field.command USING btree (utility_id, device_id, place DESC);
CREATE INDEX command_of_order ON field.command USING btree (utility_id, order_id, place);
alter table field.command enable row level security;
alter table field.command force row level security;
create policy by_utility on field.command using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select on table field.command to gongshui_app;

create table field.device (
  utility_id integer not null,
  device_id uuid not null,
  staff_id integer not null,
  name text not null,
  secret_sha256 bytea not null,
  session_id text,
  contact_at timestamp with time zone not null,
  offset_ms bigint not null,
  registered_at timestamp with time zone not null,
  contacts integer default 1 not null,
  shown bigint[] default '{}'::bigint[] not null,
  lost_at timestamp with time zone,
  lost_by integer,
  wiped_at timestamp with time zone,
  constraint device_pkey PRIMARY KEY (utility_id, device_id),
  constraint device_check CHECK (((lost_at IS NULL) = (lost_by IS NULL))),
  constraint device_secret_sha256_check CHECK ((length(secret_sha256) = 32))
);
CREATE INDEX device_anywhere ON field.device USING btree (device_id);
CREATE INDEX device_of_staff ON field.device USING btree (utility_id, staff_id);
alter table field.device enable row level security;
alter table field.device force row level security;
create policy by_utility on field.device using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table field.device to gongshui_app;

create table identity.audit (
  utility_id integer not null,
  audit_id bigint generated always as identity not null,
  at timestamp with time zone not null,
  staff_id integer,
  action text not null,
  object text not null,
  detail jsonb default '{}'::jsonb not null,
  constraint audit_pkey PRIMARY KEY (utility_id, audit_id)
);
CREATE INDEX audit_by_object ON identity.audit USING btree (utility_id, object, at, audit_id);
CREATE INDEX audit_by_staff ON identity.audit USING btree (utility_id, staff_id, at, audit_id);
CREATE INDEX audit_by_time ON identity.audit USING btree (utility_id, at, audit_id);
alter table identity.audit enable row level security;
alter table identity.audit force row level security;
create policy by_utility on identity.audit using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
create policy sealed on identity.audit as restrictive for select using (((platform.staff_id() IS NULL) OR
CASE split_part(object, ':'::text, 1)
    WHEN 'order'::text THEN work_orders.sees_order((split_part(object, ':'::text, 2))::bigint)
    WHEN 'request'::text THEN requests.sees_request((split_part(object, ':'::text, 2))::bigint)
    ELSE true
END));
grant insert, select on table identity.audit to gongshui_app;

create table identity.department (
  utility_id integer not null,
  department_id text not null,
  name text not null,
  organization_id text,
  parent_id text,
  kind text not null,
  constraint department_pkey PRIMARY KEY (utility_id, department_id),
  constraint department_kind_check CHECK ((kind = ANY (ARRAY['managing'::text, 'call-centre'::text, 'service'::text, 'discipline'::text])))
);
alter table identity.department enable row level security;
alter table identity.department force row level security;
create policy by_utility on identity.department using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table identity.department to gongshui_app;

create table identity.district (
  utility_id integer not null,
  district_id text not null,
  name text not null,
  constraint district_pkey PRIMARY KEY (utility_id, district_id)
);
alter table identity.district enable row level security;
alter table identity.district force row level security;
create policy by_utility on identity.district using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table identity.district to gongshui_app;

create table identity.oidc_link (
  utility_id integer not null,
  issuer text not null,
  subject text not null,
  staff_id integer not null,
  linked_at timestamp with time zone not null,
  constraint oidc_link_pkey PRIMARY KEY (utility_id, issuer, subject),
  constraint oidc_link_utility_id_issuer_staff_id_key UNIQUE (utility_id, issuer, staff_id)
);
alter table identity.oidc_link enable row level security;
alter table identity.oidc_link force row level security;
create policy by_utility on identity.oidc_link using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select on table identity.oidc_link to gongshui_app;

create table identity.oidc_provider (
  utility_id integer not null,
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret text,
  match text not null,
  username_claim text default 'preferred_username'::text not null,
  second_factor boolean default false not null,
  enabled boolean default true not null,
  constraint oidc_provider_pkey PRIMARY KEY (utility_id),
  constraint oidc_provider_match_check CHECK ((match = ANY (ARRAY['none'::text, 'email'::text, 'username'::text])))
);
alter table identity.oidc_provider enable row level security;
alter table identity.oidc_provider force row level security;
create policy by_utility on identity.oidc_provider using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table identity.oidc_provider to gongshui_app;

create table identity.sign_in_policy (
  utility_id integer not null,
  second_factor_roles text[] default '{}'::text[] not null,
  lock_after integer default 5 not null,
  lock_minutes integer default 15 not null,
  constraint sign_in_policy_pkey PRIMARY KEY (utility_id),
  constraint sign_in_policy_lock_after_check CHECK (((lock_after >= 3) AND (lock_after <= 20))),
  constraint sign_in_policy_lock_minutes_check CHECK (((lock_minutes >= 1) AND (lock_minutes <= 1440)))
);
alter table identity.sign_in_policy enable row level security;
alter table identity.sign_in_policy force row level security;
create policy by_utility on identity.sign_in_policy using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table identity.sign_in_policy to gongshui_app;

create table identity.staff (
  utility_id integer not null,
  staff_id integer generated always as identity not null,
  auth_user_id text,
  username text not null,
  name text not null,
  roles text[] not null,
  department_id text not null,
  districts text[] default '{}'::text[] not null,
  phone text,
  active boolean default true not null,
  must_change_password boolean default false not null,
  email text,
  password_at timestamp with time zone,
  constraint staff_pkey PRIMARY KEY (utility_id, staff_id),
  constraint staff_auth_user_id_key UNIQUE (auth_user_id),
  constraint staff_username_key UNIQUE (utility_id, username),
  constraint staff_roles_check CHECK ((roles <@ ARRAY['desk-agent'::text, 'dispatcher'::text, 'department-head'::text, 'crew-member'::text, 'reviewer'::text, 'supervisor'::text, 'manager'::text, 'administrator'::text, 'discipline-officer'::text]))
);
CREATE UNIQUE INDEX staff_by_email ON identity.staff USING btree (utility_id, lower(email)) WHERE (email IS NOT NULL);
alter table identity.staff enable row level security;
alter table identity.staff force row level security;
create policy by_utility on identity.staff using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table identity.staff to gongshui_app;

create table identity.utility (
  utility_id integer generated always as identity not null,
  code text not null,
  name text not null,
  created_at timestamp with time zone not null,
  region text default ''::text not null,
  setting_up boolean default false not null,
  constraint utility_pkey PRIMARY KEY (utility_id),
  constraint utility_code_key UNIQUE (code),
  constraint utility_code_check CHECK ((code ~ '^[a-z][a-z0-9-]{1,30}$'::text))
);
alter table identity.utility enable row level security;
alter table identity.utility force row level security;
create policy by_utility on identity.utility using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table identity.utility to gongshui_app;

create table imports."row" (
  utility_id integer not null,
  import_id uuid not null,
  line integer not null,
  outcome text not null,
  faults jsonb default '[]'::jsonb not null,
  became jsonb,
  constraint row_pkey PRIMARY KEY (utility_id, import_id, line)
);
CREATE INDEX row_by_outcome ON imports."row" USING btree (utility_id, import_id, outcome, line);
alter table imports."row" enable row level security;
alter table imports."row" force row level security;
create policy by_utility on imports."row" using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
create policy sealed on imports."row" as restrictive for select using (((platform.staff_id() IS NULL) OR ((became ->> 'requestId'::text) IS NULL) OR requests.sees_request(((became ->> 'requestId'::text))::bigint)));
grant delete, insert, select, update on table imports."row" to gongshui_app;

create table imports.import (
  utility_id integer not null,
  import_id uuid not null,
  kind text not null,
  file_name text not null,
  sha256 bytea not null,
  bytes bigint not null,
  lang text default 'zh'::text not null,
  setup jsonb not null,
  state text not null,
  dry boolean default false not null,
  created_at timestamp with time zone not null,
  created_by integer,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  line integer default 0 not null,
  progress real default 0 not null,
  counts jsonb default '{}'::jsonb not null,
  refusal jsonb,
  claimed_by uuid,
  claimed_until timestamp with time zone,
  attempts integer default 0 not null,
  constraint import_pkey PRIMARY KEY (utility_id, import_id),
  constraint import_lang_check CHECK ((lang = ANY (ARRAY['zh'::text, 'en'::text]))),
  constraint import_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])))
);
CREATE INDEX import_by_time ON imports.import USING btree (utility_id, created_at DESC, import_id DESC);
CREATE INDEX import_running ON imports.import USING btree (utility_id) WHERE (state = 'running'::text);
alter table imports.import enable row level security;
alter table imports.import force row level security;
create policy by_utility on imports.import using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table imports.import to gongshui_app;

create table imports.piece (
  utility_id integer not null,
  import_id uuid not null,
  file text not null,
  number integer not null,
  bytes bytea not null,
  constraint piece_pkey PRIMARY KEY (utility_id, import_id, file, number),
  constraint piece_file_check CHECK ((file = ANY (ARRAY['source'::text, 'errors'::text])))
);
alter table imports.piece enable row level security;
alter table imports.piece force row level security;
create policy by_utility on imports.piece using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table imports.piece to gongshui_app;

create table lists.export (
  utility_id integer not null,
  export_id uuid not null,
  list text not null,
  format text not null,
  lang text not null,
  query jsonb not null,
  sort text,
  columns text[] not null,
  people boolean default false not null,
  state text not null,
  created_at timestamp with time zone not null,
  created_by integer not null,
  finished_at timestamp with time zone,
  expires_at timestamp with time zone,
  chosen integer,
  written integer default 0 not null,
  bytes bigint,
  refusal jsonb,
  claimed_by uuid,
  claimed_until timestamp with time zone,
  attempts integer default 0 not null,
  rights text,
  constraint export_pkey PRIMARY KEY (utility_id, export_id),
  constraint export_format_check CHECK ((format = ANY (ARRAY['xlsx'::text, 'csv'::text]))),
  constraint export_lang_check CHECK ((lang = ANY (ARRAY['zh'::text, 'en'::text]))),
  constraint export_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'cancelled'::text, 'failed'::text, 'expired'::text])))
);
CREATE INDEX export_expiring ON lists.export USING btree (utility_id, expires_at) WHERE (state = 'done'::text);
CREATE INDEX export_of_staff ON lists.export USING btree (utility_id, created_by, created_at DESC);
CREATE INDEX export_running ON lists.export USING btree (utility_id, created_at) WHERE (state = 'running'::text);
alter table lists.export enable row level security;
alter table lists.export force row level security;
create policy by_utility on lists.export using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table lists.export to gongshui_app;

create table lists.filter (
  utility_id integer not null,
  filter_id bigint generated always as identity not null,
  list text not null,
  name text not null,
  staff_id integer not null,
  department_id text,
  query jsonb not null,
  sort text,
  changed_at timestamp with time zone not null,
  constraint filter_pkey PRIMARY KEY (utility_id, filter_id),
  constraint filter_name_check CHECK ((name <> ''::text))
);
CREATE UNIQUE INDEX filter_of_staff ON lists.filter USING btree (utility_id, list, staff_id, name);
CREATE INDEX filter_of_unit ON lists.filter USING btree (utility_id, list, department_id) WHERE (department_id IS NOT NULL);
alter table lists.filter enable row level security;
alter table lists.filter force row level security;
create policy by_utility on lists.filter using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table lists.filter to gongshui_app;

create table lists.layout (
  utility_id integer not null,
  staff_id integer not null,
  list text not null,
  columns jsonb not null,
  filter_id bigint,
  constraint layout_pkey PRIMARY KEY (utility_id, staff_id, list)
);
alter table lists.layout enable row level security;
alter table lists.layout force row level security;
create policy by_utility on lists.layout using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table lists.layout to gongshui_app;

create table lists.piece (
  utility_id integer not null,
  export_id uuid not null,
  part text not null,
  number integer not null,
  bytes bytea not null,
  constraint piece_pkey PRIMARY KEY (utility_id, export_id, part, number),
  constraint piece_part_check CHECK ((part = ANY (ARRAY['ids'::text, 'rows'::text, 'file'::text])))
);
alter table lists.piece enable row level security;
alter table lists.piece force row level security;
create policy by_utility on lists.piece using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table lists.piece to gongshui_app;

create table notices.fact (
  utility_id integer not null,
  fact_id bigint generated always as identity not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  kind text not null,
  order_id bigint,
  fact_key text not null,
  params jsonb default '{}'::jsonb not null,
  constraint fact_pkey PRIMARY KEY (utility_id, fact_id),
  constraint fact_utility_id_fact_key_key UNIQUE (utility_id, fact_key)
);
alter table notices.fact enable row level security;
alter table notices.fact force row level security;
create policy by_utility on notices.fact using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
create policy sealed on notices.fact as restrictive for select using (((order_id IS NULL) OR (platform.staff_id() IS NULL) OR work_orders.sees_order(order_id)));
grant delete, insert, select, update on table notices.fact to gongshui_app;

create table notices.gateway (
  utility_id integer not null,
  channel text not null,
  provider text not null,
  options jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by integer,
  constraint gateway_pkey PRIMARY KEY (utility_id, channel),
  constraint gateway_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'wechat'::text, 'email'::text])))
);
alter table notices.gateway enable row level security;
alter table notices.gateway force row level security;
create policy by_utility on notices.gateway using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table notices.gateway to gongshui_app;

create table notices.inbox (
  utility_id integer not null,
  staff_id integer not null,
  fact_id bigint not null,
  read_at timestamp with time zone,
  constraint inbox_pkey PRIMARY KEY (utility_id, staff_id, fact_id)
);
CREATE INDEX inbox_unread ON notices.inbox USING btree (utility_id, staff_id, fact_id) WHERE (read_at IS NULL);
alter table notices.inbox enable row level security;
alter table notices.inbox force row level security;
create policy by_utility on notices.inbox using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table notices.inbox to gongshui_app;

create table notices.notice (
  utility_id integer not null,
  notice_id bigint generated always as identity not null,
  telling_id bigint not null,
  recipient text not null,
  order_id bigint,
  request_id bigint,
  staff_id integer,
  name text,
  phone text,
  wechat text,
  email text,
  language text not null,
  urgent boolean not null,
  proof boolean not null,
  night boolean not null,
  state text not null,
  channels text[] not null,
  channel text,
  hop smallint default 1 not null,
  tries smallint default 0 not null,
  waits text,
  due_at timestamp with time zone not null,
  claimed_by uuid,
  claimed_until timestamp with time zone,
  refusal text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  delivered_at timestamp with time zone,
  read_at timestamp with time zone,
  proven_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (utility_id, notice_id),
  constraint notice_utility_id_telling_id_recipient_key UNIQUE (utility_id, telling_id, recipient),
  constraint notice_check CHECK (((channel IS NOT NULL) OR (state = ANY (ARRAY['dead'::text, 'served'::text, 'given-up'::text])))),
  constraint notice_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'read'::text, 'to-serve'::text, 'served'::text, 'unknown'::text, 'dead'::text, 'given-up'::text]))),
  constraint notice_waits_check CHECK ((waits = ANY (ARRAY['quiet'::text, 'again'::text])))
);
CREATE INDEX notice_at_desk ON notices.notice USING btree (utility_id, state, notice_id) WHERE (state = ANY (ARRAY['dead'::text, 'unknown'::text, 'to-serve'::text]));
CREATE INDEX notice_claimed ON notices.notice USING btree (utility_id, claimed_until) WHERE (state = 'sending'::text);
CREATE INDEX notice_due ON notices.notice USING btree (utility_id, due_at, notice_id) WHERE (state = 'queued'::text);
CREATE INDEX notice_of_order ON notices.notice USING btree (utility_id, order_id, notice_id) WHERE (order_id IS NOT NULL);
CREATE INDEX notice_unproven ON notices.notice USING btree (utility_id, notice_id) WHERE (proof AND (proven_at IS NULL));
alter table notices.notice enable row level security;
alter table notices.notice force row level security;
create policy by_utility on notices.notice using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
create policy sealed on notices.notice as restrictive for select using (((platform.staff_id() IS NULL) OR (((order_id IS NULL) OR work_orders.sees_order(order_id)) AND ((request_id IS NULL) OR requests.sees_request(request_id)))));
grant insert, select, update on table notices.notice to gongshui_app;

create table notices.preference (
  utility_id integer not null,
  recipient text not null,
  first text,
  refused text[] not null,
  language text,
  night boolean not null,
  changed_at timestamp with time zone not null,
  changed_by integer,
  constraint preference_pkey PRIMARY KEY (utility_id, recipient),
  constraint preference_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])))
);
alter table notices.preference enable row level security;
alter table notices.preference force row level security;
create policy by_utility on notices.preference using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table notices.preference to gongshui_app;

create table notices.simulated (
  utility_id integer not null,
  serial bigint generated always as identity not null,
  channel text not null,
  message_id text not null,
  address text not null,
  subject text not null,
  body text not null,
  at timestamp with time zone not null,
  constraint simulated_pkey PRIMARY KEY (utility_id, serial)
);
CREATE INDEX simulated_by_time ON notices.simulated USING btree (utility_id, at);
CREATE INDEX simulated_message ON notices.simulated USING btree (utility_id, channel, message_id);
alter table notices.simulated enable row level security;
alter table notices.simulated force row level security;
create policy by_utility on notices.simulated using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select on table notices.simulated to gongshui_app;

create table notices.simulated_receipt (
  utility_id integer not null,
  receipt_id bigint generated always as identity not null,
  channel text not null,
  message_id text not null,
  kind text not null,
  occurred_at timestamp with time zone not null,
  report_at timestamp with time zone not null,
  constraint simulated_receipt_pkey PRIMARY KEY (utility_id, receipt_id),
  constraint simulated_receipt_kind_check CHECK ((kind = ANY (ARRAY['delivered'::text, 'read'::text, 'failed'::text])))
);
CREATE INDEX simulated_receipt_due ON notices.simulated_receipt USING btree (utility_id, channel, report_at);
alter table notices.simulated_receipt enable row level security;
alter table notices.simulated_receipt force row level security;
create policy by_utility on notices.simulated_receipt using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select on table notices.simulated_receipt to gongshui_app;

create table notices.step (
  utility_id integer not null,
  notice_id bigint not null,
  step_id bigint generated always as identity not null,
  at timestamp with time zone not null,
  kind text not null,
  channel text,
  hop smallint not null,
  staff_id integer,
  detail jsonb,
  constraint step_pkey PRIMARY KEY (utility_id, notice_id, step_id)
);
alter table notices.step enable row level security;
alter table notices.step force row level security;
create policy by_utility on notices.step using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
create policy sealed on notices.step as restrictive for select using (((platform.staff_id() IS NULL) OR (EXISTS ( SELECT
   FROM notices.notice n
  WHERE ((n.utility_id = step.utility_id) AND (n.notice_id = step.notice_id))))));
grant insert, select on table notices.step to gongshui_app;

create table notices.tally (
  utility_id integer not null,
  outcome text not null,
  counted bigint not null,
  constraint tally_pkey PRIMARY KEY (utility_id, outcome)
);
alter table notices.tally enable row level security;
alter table notices.tally force row level security;
create policy by_utility on notices.tally using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table notices.tally to gongshui_app;

create table notices.telling (
  utility_id integer not null,
  telling_id bigint generated always as identity not null,
  event text not null,
  key text not null,
  wording jsonb not null,
  variables jsonb not null,
  clauses text[] not null,
  order_id bigint,
  request_id bigint,
  urgent boolean not null,
  proof boolean not null,
  told_at timestamp with time zone not null,
  constraint telling_pkey PRIMARY KEY (utility_id, telling_id),
  constraint telling_utility_id_event_key_key UNIQUE (utility_id, event, key)
);
alter table notices.telling enable row level security;
alter table notices.telling force row level security;
create policy by_utility on notices.telling using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
create policy sealed on notices.telling as restrictive for select using (((platform.staff_id() IS NULL) OR (((order_id IS NULL) OR work_orders.sees_order(order_id)) AND ((request_id IS NULL) OR requests.sees_request(request_id)))));
grant insert, select, update on table notices.telling to gongshui_app;

create table notices.template (
  utility_id integer not null,
  event text not null,
  channel text not null,
  language text not null,
  version integer not null,
  subject text not null,
  body text not null,
  saved_at timestamp with time zone not null,
  saved_by integer not null,
  constraint template_pkey PRIMARY KEY (utility_id, event, channel, language, version),
  constraint template_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])))
);
alter table notices.template enable row level security;
alter table notices.template force row level security;
create policy by_utility on notices.template using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select on table notices.template to gongshui_app;

create table platform.change (
  utility_id integer not null,
  xid xid8 default pg_current_xact_id() not null,
  change_id bigint generated always as identity not null,
  topic text not null,
  facts jsonb not null,
  constraint change_pkey PRIMARY KEY (utility_id, xid, change_id)
);
alter table platform.change enable row level security;
alter table platform.change force row level security;
create policy by_utility on platform.change using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table platform.change to gongshui_app;

create table platform.change_mark (
  utility_id integer not null,
  at timestamp with time zone not null,
  ended_before xid8 default pg_snapshot_xmin(pg_current_snapshot()) not null,
  constraint change_mark_pkey PRIMARY KEY (utility_id, at)
);
alter table platform.change_mark enable row level security;
alter table platform.change_mark force row level security;
create policy by_utility on platform.change_mark using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table platform.change_mark to gongshui_app;

create table platform.idempotency (
  utility_id integer not null,
  staff_id integer not null,
  key text not null,
  route text not null,
  request_sha256 bytea not null,
  status integer not null,
  body text,
  created_at timestamp with time zone not null,
  constraint idempotency_pkey PRIMARY KEY (utility_id, staff_id, key),
  constraint idempotency_key_check CHECK (((length(key) >= 8) AND (length(key) <= 200)))
);
alter table platform.idempotency enable row level security;
alter table platform.idempotency force row level security;
create policy by_utility on platform.idempotency using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table platform.idempotency to gongshui_app;

create table platform.migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null,
  constraint migration_pkey PRIMARY KEY (name)
);

create table progress.asked (
  utility_id integer not null,
  order_id bigint not null,
  notice text not null,
  request_id bigint not null,
  notice_id bigint not null,
  asked_by integer not null,
  asked_at timestamp with time zone not null,
  recorded_at timestamp with time zone,
  refusal text,
  constraint asked_pkey PRIMARY KEY (utility_id, order_id, notice, request_id)
);
CREATE INDEX asked_open ON progress.asked USING btree (utility_id, asked_at) WHERE ((recorded_at IS NULL) AND (refusal IS NULL));
alter table progress.asked enable row level security;
alter table progress.asked force row level security;
create policy by_utility on progress.asked using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
create policy sealed on progress.asked as restrictive for select using (((platform.staff_id() IS NULL) OR work_orders.sees_order(order_id)));
grant insert, select, update on table progress.asked to gongshui_app;

create table progress.choice (
  utility_id integer not null,
  fact text not null,
  told boolean not null,
  changed_by integer not null,
  changed_at timestamp with time zone not null,
  constraint choice_pkey PRIMARY KEY (utility_id, fact)
);
alter table progress.choice enable row level security;
alter table progress.choice force row level security;
create policy by_utility on progress.choice using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table progress.choice to gongshui_app;

create table progress.untold (
  utility_id integer not null,
  order_id bigint not null,
  request_id bigint not null,
  fact text not null,
  key text not null,
  at timestamp with time zone not null,
  constraint untold_pkey PRIMARY KEY (utility_id, request_id, key)
);
CREATE INDEX untold_latest ON progress.untold USING btree (utility_id, at DESC);
alter table progress.untold enable row level security;
alter table progress.untold force row level security;
create policy by_utility on progress.untold using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
create policy sealed on progress.untold as restrictive for select using (((platform.staff_id() IS NULL) OR work_orders.sees_order(order_id)));
grant insert, select on table progress.untold to gongshui_app;

create table registers.alias (
  utility_id integer not null,
  kind text not null,
  place_id integer not null,
  alias text not null,
  constraint alias_pkey PRIMARY KEY (utility_id, kind, place_id, alias),
  constraint alias_kind_check CHECK ((kind = ANY (ARRAY['community'::text, 'road'::text, 'building'::text])))
);
alter table registers.alias enable row level security;
alter table registers.alias force row level security;
create policy by_utility on registers.alias using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table registers.alias to gongshui_app;

create table registers.building (
  utility_id integer not null,
  building_id integer not null,
  community_id integer not null,
  name text not null,
  key text not null,
  lon double precision,
  lat double precision,
  cell bigint generated always as ((((floor((lat * (500)::double precision)))::bigint * 1000000) + (floor((lon * (500)::double precision)))::bigint)) stored,
  constraint building_pkey PRIMARY KEY (utility_id, building_id),
  constraint building_utility_id_community_id_name_key UNIQUE (utility_id, community_id, name)
);
CREATE INDEX building_by_cell ON registers.building USING btree (utility_id, cell) WHERE (cell IS NOT NULL);
CREATE INDEX building_by_key ON registers.building USING btree (utility_id, key, community_id);
alter table registers.building enable row level security;
alter table registers.building force row level security;
create policy by_utility on registers.building using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table registers.building to gongshui_app;

create table registers.community (
  utility_id integer not null,
  community_id integer not null,
  name text not null,
  road text not null,
  district_id text not null,
  lon double precision,
  lat double precision,
  constraint community_pkey PRIMARY KEY (utility_id, community_id)
);
CREATE INDEX community_by_name ON registers.community USING btree (utility_id, name);
alter table registers.community enable row level security;
alter table registers.community force row level security;
create policy by_utility on registers.community using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table registers.community to gongshui_app;

create table registers.place_key (
  utility_id integer not null,
  form text not null,
  key text not null,
  kind text not null,
  place_id integer not null,
  called text not null,
  alias boolean not null,
  constraint place_key_pkey PRIMARY KEY (utility_id, form, key, kind, place_id),
  constraint place_key_form_check CHECK ((form = ANY (ARRAY['name'::text, 'short'::text, 'tail'::text, 'near'::text, 'address'::text, 'pinyin'::text, 'pinyin-tail'::text, 'initials'::text, 'initials-tail'::text]))),
  constraint place_key_kind_check CHECK ((kind = ANY (ARRAY['community'::text, 'road'::text, 'building'::text])))
);
CREATE INDEX key_of_place ON registers.place_key USING btree (utility_id, kind, place_id);
alter table registers.place_key enable row level security;
alter table registers.place_key force row level security;
create policy by_utility on registers.place_key using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table registers.place_key to gongshui_app;

create table registers.premises (
  utility_id integer not null,
  premises_id bigint not null,
  account_number text not null,
  community_id integer not null,
  building text not null,
  room text not null,
  address text not null,
  customer_name text not null,
  customer_phone text,
  phone_ending text generated always as ("right"(customer_phone, 4)) stored,
  customer_kind text not null,
  meter_dn integer not null,
  supply text not null,
  lon double precision,
  lat double precision,
  cell bigint generated always as ((((floor((lat * (500)::double precision)))::bigint * 1000000) + (floor((lon * (500)::double precision)))::bigint)) stored,
  address_key text not null,
  constraint premises_pkey PRIMARY KEY (utility_id, premises_id),
  constraint premises_utility_id_account_number_key UNIQUE (utility_id, account_number),
  constraint premises_customer_kind_check CHECK ((customer_kind = ANY (ARRAY['resident'::text, 'organisation'::text]))),
  constraint premises_meter_dn_check CHECK ((meter_dn > 0)),
  constraint premises_supply_check CHECK ((supply = ANY (ARRAY['direct'::text, 'secondary'::text])))
);
CREATE INDEX premises_by_account ON registers.premises USING btree (utility_id, account_number COLLATE "C");
CREATE INDEX premises_by_address ON registers.premises USING btree (utility_id, address_key);
CREATE INDEX premises_by_building ON registers.premises USING btree (utility_id, community_id, building);
CREATE INDEX premises_by_cell ON registers.premises USING btree (utility_id, cell) WHERE (cell IS NOT NULL);
CREATE INDEX premises_by_customer ON registers.premises USING btree (utility_id, customer_name);
CREATE INDEX premises_by_phone ON registers.premises USING btree (utility_id, customer_phone COLLATE "C");
CREATE INDEX premises_by_phone_ending ON registers.premises USING btree (utility_id, phone_ending);
alter table registers.premises enable row level security;
alter table registers.premises force row level security;
create policy by_utility on registers.premises using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table registers.premises to gongshui_app;

create table registers.road (
  utility_id integer not null,
  road_id integer not null,
  name text not null,
  district_id text not null,
  line double precision[] default '{}'::double precision[] not null,
  constraint road_pkey PRIMARY KEY (utility_id, road_id),
  constraint road_utility_id_name_district_id_key UNIQUE (utility_id, name, district_id),
  constraint road_line_check CHECK ((((cardinality(line) % 2) = 0) AND (cardinality(line) <> 2)))
);
alter table registers.road enable row level security;
alter table registers.road force row level security;
create policy by_utility on registers.road using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table registers.road to gongshui_app;

create table registers.thing (
  utility_id integer not null,
  thing_id bigint not null,
  kind text not null,
  code text not null,
  name text not null,
  place text default ''::text not null,
  department_id text,
  district_id text,
  staff_id integer,
  facts jsonb default '{}'::jsonb not null,
  since date not null,
  last_done date,
  expires_on date,
  ended_on date,
  registered_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  changed_by integer,
  look_at timestamp with time zone not null,
  looked_at timestamp with time zone,
  constraint thing_pkey PRIMARY KEY (utility_id, thing_id)
);
CREATE UNIQUE INDEX thing_known ON registers.thing USING btree (utility_id, kind, code, COALESCE(staff_id, 0), (
CASE
    WHEN (staff_id IS NULL) THEN ''::text
    ELSE name
END));
CREATE INDEX thing_look ON registers.thing USING btree (utility_id, look_at);
CREATE INDEX thing_of_staff ON registers.thing USING btree (utility_id, staff_id) WHERE (staff_id IS NOT NULL);
CREATE INDEX thing_of_unit ON registers.thing USING btree (utility_id, department_id, kind);
alter table registers.thing enable row level security;
alter table registers.thing force row level security;
create policy by_utility on registers.thing using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table registers.thing to gongshui_app;

create table regulations.adoption (
  utility_id integer not null,
  pack text not null,
  version text not null,
  files jsonb,
  answers jsonb default '{}'::jsonb not null,
  hours jsonb,
  updated_at timestamp with time zone not null,
  constraint adoption_pkey PRIMARY KEY (utility_id)
);
alter table regulations.adoption enable row level security;
alter table regulations.adoption force row level security;
create policy by_utility on regulations.adoption using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table regulations.adoption to gongshui_app;

create table regulations.calendar_in_force (
  utility_id integer not null,
  calendar text not null,
  hash text not null,
  first_hash text not null,
  since timestamp with time zone not null,
  constraint calendar_in_force_pkey PRIMARY KEY (utility_id, calendar)
);
alter table regulations.calendar_in_force enable row level security;
alter table regulations.calendar_in_force force row level security;
create policy by_utility on regulations.calendar_in_force using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table regulations.calendar_in_force to gongshui_app;

create table regulations.calendar_year (
  utility_id integer not null,
  calendar text not null,
  hash text not null,
  year integer not null,
  days jsonb not null,
  added_at timestamp with time zone not null,
  constraint calendar_year_pkey PRIMARY KEY (utility_id, calendar, hash, year)
);
alter table regulations.calendar_year enable row level security;
alter table regulations.calendar_year force row level security;
create policy by_utility on regulations.calendar_year using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select on table regulations.calendar_year to gongshui_app;

create table regulations.draft (
  utility_id integer not null,
  draft_id bigint generated by default as identity not null,
  title text not null,
  base_hash text not null,
  pack text not null,
  version text not null,
  files jsonb not null,
  revision integer default 1 not null,
  state text default 'drafting'::text not null,
  authors integer[] not null,
  changed_by integer not null,
  changed_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  submitted_by integer,
  submitted_at timestamp with time zone,
  reason text,
  decided_by integer,
  decided_at timestamp with time zone,
  note text,
  hash text,
  from_day date,
  constraint draft_pkey PRIMARY KEY (utility_id, draft_id),
  constraint draft_authors_check CHECK ((cardinality(authors) > 0)),
  constraint draft_check CHECK (((state <> 'approved'::text) OR ((hash IS NOT NULL) AND (from_day IS NOT NULL) AND (decided_by IS NOT NULL)))),
  constraint draft_check1 CHECK ((decided_by <> ALL (authors))),
  constraint draft_state_check CHECK ((state = ANY (ARRAY['drafting'::text, 'submitted'::text, 'returned'::text, 'approved'::text, 'withdrawn'::text])))
);
CREATE INDEX draft_by_state ON regulations.draft USING btree (utility_id, state, changed_at DESC);
alter table regulations.draft enable row level security;
alter table regulations.draft force row level security;
create policy by_utility on regulations.draft using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table regulations.draft to gongshui_app;

create table regulations.in_force (
  utility_id integer not null,
  from_day date not null,
  hash text not null,
  constraint in_force_pkey PRIMARY KEY (utility_id, from_day)
);
alter table regulations.in_force enable row level security;
alter table regulations.in_force force row level security;
create policy by_utility on regulations.in_force using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table regulations.in_force to gongshui_app;

create table regulations.pack_version (
  utility_id integer not null,
  hash text not null,
  pack text not null,
  version text not null,
  effective date not null,
  body jsonb not null,
  loaded_at timestamp with time zone not null,
  constraint pack_version_pkey PRIMARY KEY (utility_id, hash)
);
alter table regulations.pack_version enable row level security;
alter table regulations.pack_version force row level security;
create policy by_utility on regulations.pack_version using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select on table regulations.pack_version to gongshui_app;

create table regulations.version_text (
  utility_id integer not null,
  hash text not null,
  path text not null,
  own boolean not null,
  text text not null,
  constraint version_text_pkey PRIMARY KEY (utility_id, hash, path)
);
alter table regulations.version_text enable row level security;
alter table regulations.version_text force row level security;
create policy by_utility on regulations.version_text using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select on table regulations.version_text to gongshui_app;

create table requests.hand_over (
  utility_id integer not null,
  request_id bigint not null,
  hand_over_id bigint generated always as identity not null,
  at timestamp with time zone not null,
  by_id integer not null,
  from_id integer,
  from_unit text,
  to_id integer,
  to_unit text,
  reason text not null,
  constraint hand_over_pkey PRIMARY KEY (utility_id, request_id, hand_over_id),
  constraint hand_over_check CHECK ((num_nonnulls(to_id, to_unit) = 1)),
  constraint hand_over_reason_check CHECK ((reason <> ''::text))
);
alter table requests.hand_over enable row level security;
alter table requests.hand_over force row level security;
create policy by_utility on requests.hand_over using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select on table requests.hand_over to gongshui_app;

create table requests.request (
  utility_id integer not null,
  request_id bigint generated by default as identity not null,
  source text,
  source_ref text,
  channel text not null,
  received_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by integer,
  reporter text,
  phone text,
  contact_left boolean not null,
  contact_times text,
  place text default ''::text not null,
  premises_id bigint,
  content text not null,
  event text,
  urgent boolean default false not null,
  facts jsonb default '{}'::jsonb not null,
  outcome text not null,
  order_id bigint,
  declined_reason text,
  explanation text,
  handed_to text,
  declined_at timestamp with time zone,
  declined_by integer,
  lon double precision,
  lat double precision,
  road_ids integer[] default '{}'::integer[] not null,
  owner_id integer,
  owner_unit text,
  told_at timestamp with time zone,
  registered_at timestamp with time zone,
  registered_by integer,
  earlier integer default 0 not null,
  repeat_of bigint,
  caller text generated always as (
CASE
    WHEN ((phone !~ '[*]'::text) AND (length(regexp_replace(phone, '[^0-9]'::text, ''::text, 'g'::text)) >= 7)) THEN regexp_replace(regexp_replace(phone, '[^0-9]'::text, ''::text, 'g'::text), '^(0086|86)(?=1[0-9]{10}$)'::text, ''::text)
    ELSE NULL::text
END) stored,
  sealed boolean default false not null,
  constraint request_pkey PRIMARY KEY (utility_id, request_id),
  constraint request_utility_id_source_source_ref_key UNIQUE (utility_id, source, source_ref),
  constraint request_check CHECK (((owner_id IS NULL) OR (owner_unit IS NULL))),
  constraint request_declined_reason_check CHECK ((declined_reason = ANY (ARRAY['irrelevant'::text, 'outside-duty'::text]))),
  constraint request_outcome_check CHECK ((outcome = ANY (ARRAY['draft'::text, 'open'::text, 'declined'::text, 'registered'::text]))),
  constraint request_pin CHECK (((lon IS NULL) = (lat IS NULL)))
);
CREATE INDEX request_by_caller ON requests.request USING btree (utility_id, caller, received_at DESC) WHERE (caller IS NOT NULL);
CREATE INDEX request_by_phone ON requests.request USING btree (utility_id, phone);
CREATE INDEX request_by_received ON requests.request USING btree (utility_id, received_at DESC, request_id DESC);
CREATE INDEX request_of_order ON requests.request USING btree (utility_id, order_id);
CREATE INDEX request_of_owner ON requests.request USING btree (utility_id, owner_id, order_id) INCLUDE (sealed) WHERE (owner_id IS NOT NULL);
CREATE INDEX request_of_premises ON requests.request USING btree (utility_id, premises_id, received_at DESC);
CREATE INDEX request_of_unit ON requests.request USING btree (utility_id, owner_unit, order_id) INCLUDE (sealed) WHERE (owner_unit IS NOT NULL);
CREATE INDEX request_of_voice ON requests.request USING btree (utility_id, split_part(event, '.'::text, 1), received_at DESC);
CREATE INDEX request_repeated ON requests.request USING btree (utility_id, order_id) WHERE (repeat_of IS NOT NULL);
alter table requests.request enable row level security;
alter table requests.request force row level security;
create policy by_utility on requests.request using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
create policy sealed on requests.request as restrictive for select using (((NOT sealed) OR (platform.staff_id() IS NULL) OR work_orders.sees_order(order_id)));
grant delete, insert, select, update on table requests.request to gongshui_app;

create table requests.suggestion (
  utility_id integer not null,
  request_id bigint not null,
  decided_at timestamp with time zone not null,
  decided_by integer,
  events text[] not null,
  second text,
  urgent boolean not null,
  relevant boolean not null,
  outside_duty boolean not null,
  place_suggested boolean not null,
  place_agrees boolean,
  event_rank integer,
  confirmed_event text,
  confirmed_urgent boolean not null,
  confirmed_outcome text not null,
  constraint suggestion_pkey PRIMARY KEY (utility_id, request_id),
  constraint suggestion_confirmed_outcome_check CHECK ((confirmed_outcome = ANY (ARRAY['open'::text, 'irrelevant'::text, 'outside-duty'::text]))),
  constraint suggestion_event_rank_check CHECK (((event_rank >= 0) AND (event_rank <= 3)))
);
alter table requests.suggestion enable row level security;
alter table requests.suggestion force row level security;
create policy by_utility on requests.suggestion using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select on table requests.suggestion to gongshui_app;

create table rosters.filing (
  utility_id integer not null,
  change_id bigint not null,
  filed_by integer not null,
  filed_at timestamp with time zone not null,
  constraint filing_pkey PRIMARY KEY (utility_id, change_id)
);
alter table rosters.filing enable row level security;
alter table rosters.filing force row level security;
create policy by_utility on rosters.filing using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select on table rosters.filing to gongshui_app;

create table rosters.handover (
  utility_id integer not null,
  handover_id bigint generated always as identity not null,
  department_id text not null,
  giver_id integer not null,
  taker_id integer not null,
  given_at timestamp with time zone not null,
  note text not null,
  matters jsonb not null,
  sha256 bytea not null,
  taken_at timestamp with time zone,
  taker_note text,
  constraint handover_pkey PRIMARY KEY (utility_id, handover_id),
  constraint handover_check CHECK ((taker_id <> giver_id))
);
CREATE INDEX handover_of_unit ON rosters.handover USING btree (utility_id, department_id, handover_id DESC);
alter table rosters.handover enable row level security;
alter table rosters.handover force row level security;
create policy by_utility on rosters.handover using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table rosters.handover to gongshui_app;

create table rosters.list_change (
  utility_id integer not null,
  change_id bigint generated always as identity not null,
  department_id text not null,
  duty text not null,
  staff_id integer not null,
  deed text not null,
  phone text not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  recorded_by integer not null,
  reason text default ''::text not null,
  constraint list_change_pkey PRIMARY KEY (utility_id, change_id),
  constraint list_change_deed_check CHECK ((deed = ANY (ARRAY['added'::text, 'ended'::text])))
);
alter table rosters.list_change enable row level security;
alter table rosters.list_change force row level security;
create policy by_utility on rosters.list_change using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select on table rosters.list_change to gongshui_app;

create table rosters.listed (
  utility_id integer not null,
  listed_id bigint generated always as identity not null,
  department_id text not null,
  duty text not null,
  staff_id integer not null,
  phone text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  constraint listed_pkey PRIMARY KEY (utility_id, listed_id),
  constraint listed_duty_check CHECK ((duty = ANY (ARRAY['liaison'::text, 'handler'::text])))
);
CREATE UNIQUE INDEX listed_liaison ON rosters.listed USING btree (utility_id, department_id) WHERE ((duty = 'liaison'::text) AND (until_at IS NULL));
CREATE UNIQUE INDEX listed_once ON rosters.listed USING btree (utility_id, department_id, duty, staff_id) WHERE (until_at IS NULL);
alter table rosters.listed enable row level security;
alter table rosters.listed force row level security;
create policy by_utility on rosters.listed using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table rosters.listed to gongshui_app;

create table rosters.shift (
  utility_id integer not null,
  shift_id bigint generated always as identity not null,
  department_id text not null,
  staff_id integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  note text default ''::text not null,
  planned_by integer not null,
  planned_at timestamp with time zone not null,
  removed_by integer,
  removed_at timestamp with time zone,
  constraint shift_pkey PRIMARY KEY (utility_id, shift_id),
  constraint shift_check CHECK ((ends_at > starts_at))
);
CREATE INDEX shift_when ON rosters.shift USING btree (utility_id, ends_at) WHERE (removed_at IS NULL);
alter table rosters.shift enable row level security;
alter table rosters.shift force row level security;
create policy by_utility on rosters.shift using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table rosters.shift to gongshui_app;

create table rosters.stand_in (
  utility_id integer not null,
  stand_in_id bigint generated always as identity not null,
  absent_id integer not null,
  deputy_id integer not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  reason text not null,
  recorded_by integer not null,
  recorded_at timestamp with time zone not null,
  ended_by integer,
  ended_at timestamp with time zone,
  constraint stand_in_pkey PRIMARY KEY (utility_id, stand_in_id),
  constraint stand_in_check CHECK ((deputy_id <> absent_id)),
  constraint stand_in_check1 CHECK ((until_at > from_at))
);
CREATE INDEX stand_in_when ON rosters.stand_in USING btree (utility_id, until_at) WHERE (ended_at IS NULL);
alter table rosters.stand_in enable row level security;
alter table rosters.stand_in force row level security;
create policy by_utility on rosters.stand_in using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table rosters.stand_in to gongshui_app;

create table slips.slip (
  utility_id integer not null,
  slip_id bigint generated always as identity not null,
  kind text not null,
  pack_hash text not null,
  order_id bigint,
  request_id bigint,
  name text default ''::text not null,
  address text default ''::text not null,
  fields jsonb default '{}'::jsonb not null,
  day date not null,
  written_at timestamp with time zone not null,
  written_by integer not null,
  department_id text not null,
  printed_at timestamp with time zone,
  printed_by integer,
  served_at timestamp with time zone,
  served_by integer,
  manner text,
  receiver text,
  attachment_id uuid,
  recorded_at timestamp with time zone,
  milestone text,
  void_at timestamp with time zone,
  void_by integer,
  void_reason text,
  constraint slip_pkey PRIMARY KEY (utility_id, slip_id),
  constraint slip_check CHECK (((served_at IS NULL) = (manner IS NULL))),
  constraint slip_check1 CHECK (((served_at IS NULL) OR (void_at IS NULL))),
  constraint slip_manner_check CHECK ((manner = ANY (ARRAY['handed'::text, 'posted'::text, 'left'::text, 'mailed'::text])))
);
CREATE INDEX slip_of_order ON slips.slip USING btree (utility_id, order_id, slip_id) WHERE (order_id IS NOT NULL);
CREATE INDEX slip_served ON slips.slip USING btree (utility_id, served_at DESC, slip_id DESC) WHERE (served_at IS NOT NULL);
CREATE INDEX slip_to_print ON slips.slip USING btree (utility_id, slip_id) WHERE ((printed_at IS NULL) AND (served_at IS NULL) AND (void_at IS NULL));
CREATE INDEX slip_to_serve ON slips.slip USING btree (utility_id, slip_id) WHERE ((printed_at IS NOT NULL) AND (served_at IS NULL) AND (void_at IS NULL));
alter table slips.slip enable row level security;
alter table slips.slip force row level security;
create policy by_utility on slips.slip using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
create policy sealed on slips.slip as restrictive for select using (((order_id IS NULL) OR (platform.staff_id() IS NULL) OR work_orders.sees_order(order_id)));
grant insert, select, update on table slips.slip to gongshui_app;

create table work_orders.ask (
  utility_id integer not null,
  order_id bigint not null,
  ask_id integer not null,
  kind text not null,
  entry text,
  steps text[] default '{}'::text[] not null,
  steps_done integer default 0 not null,
  reason text not null,
  basis text default ''::text not null,
  from_at timestamp with time zone,
  until_at timestamp with time zone,
  asked_at timestamp with time zone not null,
  asked_by integer,
  decided_at timestamp with time zone,
  decided_by integer,
  decision text,
  note text,
  constraint ask_pkey PRIMARY KEY (utility_id, order_id, ask_id),
  constraint ask_decision_check CHECK ((decision = ANY (ARRAY['granted'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint ask_kind_check CHECK ((kind = ANY (ARRAY['return'::text, 'extension'::text, 'pause'::text])))
);
CREATE INDEX ask_open ON work_orders.ask USING btree (utility_id, asked_at) WHERE (decided_at IS NULL);
alter table work_orders.ask enable row level security;
alter table work_orders.ask force row level security;
create policy by_utility on work_orders.ask using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
create policy sealed on work_orders.ask as restrictive for select using (((platform.staff_id() IS NULL) OR work_orders.sees_order(order_id)));
grant delete, insert, select, update on table work_orders.ask to gongshui_app;

create table work_orders.attachment (
  utility_id integer not null,
  attachment_id uuid not null,
  order_id bigint not null,
  name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 bytea not null,
  taken_at timestamp with time zone,
  recorded_at timestamp with time zone not null,
  staff_id integer not null,
  constraint attachment_pkey PRIMARY KEY (utility_id, attachment_id),
  constraint attachment_bytes_check CHECK ((bytes > 0))
);
CREATE INDEX attachment_of_order ON work_orders.attachment USING btree (utility_id, order_id);
alter table work_orders.attachment enable row level security;
alter table work_orders.attachment force row level security;
create policy by_utility on work_orders.attachment using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
create policy sealed on work_orders.attachment as restrictive for select using (((platform.staff_id() IS NULL) OR work_orders.sees_order(order_id)));
grant delete, insert, select, update on table work_orders.attachment to gongshui_app;

create table work_orders.clock (
  utility_id integer not null,
  run integer not null,
  order_id bigint not null,
  request_id bigint default 0 not null,
  started_at timestamp with time zone not null,
  due_at timestamp with time zone,
  warn_at timestamp with time zone,
  breach_at timestamp with time zone,
  stopped_at timestamp with time zone,
  warned_at timestamp with time zone,
  breached_at timestamp with time zone,
  breach_recorded_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  next_fire_at timestamp with time zone,
  case_index smallint not null,
  provisional boolean default false not null,
  clock_id text not null,
  section text not null,
  state text not null,
  limit_text text not null,
  started_from text not null,
  department_id text,
  ended_by text,
  pauses jsonb,
  constraint clock_pkey PRIMARY KEY (utility_id, order_id, clock_id, request_id, run)
);
CREATE INDEX clock_to_fire ON work_orders.clock USING btree (utility_id, next_fire_at, order_id) WHERE (next_fire_at IS NOT NULL);
CREATE INDEX clock_waiting ON work_orders.clock USING btree (utility_id, order_id) WHERE (state = 'waiting-calendar'::text);
alter table work_orders.clock enable row level security;
alter table work_orders.clock force row level security;
create policy by_utility on work_orders.clock using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table work_orders.clock to gongshui_app;

create table work_orders.day_counter (
  utility_id integer not null,
  day date not null,
  last integer not null,
  constraint day_counter_pkey PRIMARY KEY (utility_id, day)
);
alter table work_orders.day_counter enable row level security;
alter table work_orders.day_counter force row level security;
create policy by_utility on work_orders.day_counter using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table work_orders.day_counter to gongshui_app;

create table work_orders.event (
  utility_id integer not null,
  order_id bigint not null,
  seq integer not null,
  kind text not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  staff_id integer,
  department_id text,
  via text not null,
  request_id bigint,
  command text,
  version integer not null,
  data jsonb default '{}'::jsonb not null,
  constraint event_pkey PRIMARY KEY (utility_id, order_id, seq),
  constraint event_seq_check CHECK ((seq > 0))
);
CREATE INDEX event_by_staff ON work_orders.event USING btree (utility_id, staff_id, recorded_at, order_id, seq) WHERE (staff_id IS NOT NULL);
CREATE INDEX event_by_time ON work_orders.event USING btree (utility_id, recorded_at, order_id, seq) WHERE (staff_id IS NOT NULL);
alter table work_orders.event enable row level security;
alter table work_orders.event force row level security;
create policy by_utility on work_orders.event using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select on table work_orders.event to gongshui_app;

create unlogged table work_orders.presence (
  utility_id integer not null,
  order_id bigint not null,
  staff_id integer not null,
  tab text not null,
  doing text not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  constraint presence_pkey PRIMARY KEY (utility_id, order_id, staff_id, tab),
  constraint presence_doing_check CHECK ((doing = ANY (ARRAY['viewing'::text, 'acting'::text])))
);
alter table work_orders.presence enable row level security;
alter table work_orders.presence force row level security;
create policy by_utility on work_orders.presence using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
create policy sealed on work_orders.presence as restrictive for select using (((platform.staff_id() IS NULL) OR work_orders.sees_order(order_id)));
grant delete, insert, select, update on table work_orders.presence to gongshui_app;

create table work_orders.redating (
  utility_id integer not null,
  redating_id bigint generated by default as identity not null,
  kind text not null,
  calendar text,
  from_hashes text[] default '{}'::text[] not null,
  to_hash text not null,
  digest text not null,
  preview jsonb not null,
  reason text not null,
  asked_by integer not null,
  asked_at timestamp with time zone not null,
  decided_by integer,
  decided_at timestamp with time zone,
  decision text,
  note text,
  applied_at timestamp with time zone,
  as_previewed boolean,
  counts jsonb,
  reverted_by integer,
  reverted_at timestamp with time zone,
  revert_counts jsonb,
  constraint redating_pkey PRIMARY KEY (utility_id, redating_id),
  constraint redating_check CHECK ((decided_by <> asked_by)),
  constraint redating_decision_check CHECK ((decision = ANY (ARRAY['granted'::text, 'refused'::text]))),
  constraint redating_kind_check CHECK ((kind = ANY (ARRAY['pack'::text, 'calendar'::text])))
);
CREATE UNIQUE INDEX redating_undecided ON work_orders.redating USING btree (utility_id, kind, to_hash) WHERE (decided_at IS NULL);
alter table work_orders.redating enable row level security;
alter table work_orders.redating force row level security;
create policy by_utility on work_orders.redating using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select, update on table work_orders.redating to gongshui_app;

create table work_orders.redating_order (
  utility_id integer not null,
  redating_id bigint not null,
  order_id bigint not null,
  old_pack_hash text not null,
  new_pack_hash text not null,
  old_calendar_hash text,
  new_calendar_hash text,
  constraint redating_order_pkey PRIMARY KEY (utility_id, redating_id, order_id)
);
alter table work_orders.redating_order enable row level security;
alter table work_orders.redating_order force row level security;
create policy by_utility on work_orders.redating_order using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant insert, select on table work_orders.redating_order to gongshui_app;

create table work_orders.search (
  utility_id integer not null,
  order_id bigint not null,
  received_at timestamp with time zone not null,
  premises_id bigint,
  community_id integer,
  road text,
  cell bigint,
  tokens integer[] not null,
  constraint search_pkey PRIMARY KEY (utility_id, order_id)
);
CREATE INDEX search_by_cell ON work_orders.search USING btree (utility_id, cell, received_at DESC) WHERE (cell IS NOT NULL);
CREATE INDEX search_by_community ON work_orders.search USING btree (utility_id, community_id, received_at DESC) WHERE (community_id IS NOT NULL);
CREATE INDEX search_by_premises ON work_orders.search USING btree (utility_id, premises_id, received_at DESC) WHERE (premises_id IS NOT NULL);
CREATE INDEX search_by_road ON work_orders.search USING btree (utility_id, road, received_at DESC) WHERE (road IS NOT NULL);
CREATE INDEX search_by_token ON work_orders.search USING gin (tokens) WITH (fastupdate=off);
alter table work_orders.search enable row level security;
alter table work_orders.search force row level security;
create policy by_utility on work_orders.search using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
grant delete, insert, select, update on table work_orders.search to gongshui_app;

create table work_orders.work_order (
  utility_id integer not null,
  order_id bigint generated by default as identity not null,
  number text not null,
  event text not null,
  channel text not null,
  state text not null,
  round integer default 1 not null,
  summary text not null,
  place text default ''::text not null,
  premises_id bigint,
  community_id integer,
  district_id text,
  lon double precision,
  lat double precision,
  department_id text,
  handler_id integer,
  urgent boolean default false not null,
  pack_hash text not null,
  facts jsonb default '{}'::jsonb not null,
  received_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  supervised_at timestamp with time zone,
  last_seq integer not null,
  version integer not null,
  due_at timestamp with time zone,
  due_clock text,
  due_state text,
  due_start_at timestamp with time zone,
  due_warn_at timestamp with time zone,
  sort_at timestamp with time zone default 'infinity'::timestamp with time zone not null,
  late_count integer default 0 not null,
  position_by text,
  road_ids integer[] default '{}'::integer[] not null,
  merged_into bigint,
  callers integer default 0 not null,
  road text,
  sealed_to text,
  concerned_unit text,
  concerned_person text,
  taken_by integer,
  calendar_hash text,
  constraint work_order_pkey PRIMARY KEY (utility_id, order_id),
  constraint work_order_utility_id_number_key UNIQUE (utility_id, number),
  constraint work_order_position CHECK ((((lon IS NULL) = (lat IS NULL)) AND ((lon IS NULL) = (position_by IS NULL)))),
  constraint work_order_position_by_check CHECK ((position_by = ANY (ARRAY['register'::text, 'person'::text])))
);
CREATE INDEX order_by_department ON work_orders.work_order USING btree (utility_id, department_id, sort_at, order_id) WHERE (closed_at IS NULL);
CREATE INDEX order_by_due ON work_orders.work_order USING btree (utility_id, sort_at, order_id) WHERE (closed_at IS NULL);
CREATE INDEX order_by_handler ON work_orders.work_order USING btree (utility_id, handler_id) WHERE ((closed_at IS NULL) AND (handler_id IS NOT NULL));
CREATE INDEX order_by_received ON work_orders.work_order USING btree (utility_id, received_at DESC, order_id DESC);
CREATE INDEX order_by_state ON work_orders.work_order USING btree (utility_id, state, sort_at, order_id) WHERE (closed_at IS NULL);
CREATE INDEX order_closed ON work_orders.work_order USING btree (utility_id, received_at DESC, order_id DESC) WHERE (closed_at IS NOT NULL);
CREATE INDEX order_merged_into ON work_orders.work_order USING btree (utility_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX order_sealed ON work_orders.work_order USING btree (utility_id, sealed_to, sort_at, order_id) WHERE (sealed_to IS NOT NULL);
CREATE INDEX order_warned ON work_orders.work_order USING btree (utility_id, sort_at, order_id) WHERE ((closed_at IS NULL) AND (due_state = 'warned'::text));
alter table work_orders.work_order enable row level security;
alter table work_orders.work_order force row level security;
create policy by_utility on work_orders.work_order using ((utility_id = platform.utility_id())) with check ((utility_id = platform.utility_id()));
create policy sealed on work_orders.work_order as restrictive for select using (((sealed_to IS NULL) OR (platform.staff_id() IS NULL) OR work_orders.may_see_sealed(platform.staff_id(), sealed_to, concerned_unit, concerned_person, taken_by)));
grant delete, insert, select, update on table work_orders.work_order to gongshui_app;

create view work_orders.findable as
 SELECT utility_id,
    order_id,
    received_at,
    premises_id,
    tokens
   FROM work_orders.search
  WHERE (utility_id = platform.utility_id());
grant select on table work_orders.findable to gongshui_app;

alter table appraisal.inspection add constraint inspection_utility_id_department_id_fkey FOREIGN KEY (utility_id, department_id) REFERENCES identity.department(utility_id, department_id);
alter table appraisal.inspection add constraint inspection_utility_id_staff_id_fkey FOREIGN KEY (utility_id, staff_id) REFERENCES identity.staff(utility_id, staff_id);
alter table auth.account add constraint account_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;
alter table auth.session add constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;
alter table auth.two_factor add constraint two_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;
alter table auth.used_code add constraint used_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE;
alter table backtests.run add constraint run_utility_id_created_by_fkey FOREIGN KEY (utility_id, created_by) REFERENCES identity.staff(utility_id, staff_id);
alter table backtests.run add constraint run_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table call_backs.claim add constraint claim_utility_id_order_id_fkey FOREIGN KEY (utility_id, order_id) REFERENCES work_orders.work_order(utility_id, order_id);
alter table call_backs.follow_up add constraint follow_up_utility_id_order_id_fkey FOREIGN KEY (utility_id, order_id) REFERENCES work_orders.work_order(utility_id, order_id);
alter table call_backs.follow_up add constraint follow_up_utility_id_owner_id_fkey FOREIGN KEY (utility_id, owner_id) REFERENCES identity.staff(utility_id, staff_id);
alter table call_backs.owed add constraint owed_utility_id_order_id_fkey FOREIGN KEY (utility_id, order_id) REFERENCES work_orders.work_order(utility_id, order_id);
alter table call_backs.rating_ask add constraint rating_ask_utility_id_order_id_fkey FOREIGN KEY (utility_id, order_id) REFERENCES work_orders.work_order(utility_id, order_id);
alter table call_backs.setting add constraint setting_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table duties.occurrence add constraint occurrence_utility_id_order_id_fkey FOREIGN KEY (utility_id, order_id) REFERENCES work_orders.work_order(utility_id, order_id);
alter table duties.occurrence add constraint occurrence_utility_id_thing_id_fkey FOREIGN KEY (utility_id, thing_id) REFERENCES registers.thing(utility_id, thing_id);
alter table field.command add constraint command_utility_id_device_id_fkey FOREIGN KEY (utility_id, device_id) REFERENCES field.device(utility_id, device_id);
alter table field.command add constraint command_utility_id_staff_id_fkey FOREIGN KEY (utility_id, staff_id) REFERENCES identity.staff(utility_id, staff_id);
alter table field.device add constraint device_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table field.device add constraint device_utility_id_lost_by_fkey FOREIGN KEY (utility_id, lost_by) REFERENCES identity.staff(utility_id, staff_id);
alter table field.device add constraint device_utility_id_staff_id_fkey FOREIGN KEY (utility_id, staff_id) REFERENCES identity.staff(utility_id, staff_id);
alter table identity.audit add constraint audit_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table identity.department add constraint department_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table identity.district add constraint district_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table identity.oidc_link add constraint oidc_link_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table identity.oidc_link add constraint oidc_link_utility_id_staff_id_fkey FOREIGN KEY (utility_id, staff_id) REFERENCES identity.staff(utility_id, staff_id);
alter table identity.oidc_provider add constraint oidc_provider_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table identity.sign_in_policy add constraint sign_in_policy_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table identity.staff add constraint staff_utility_id_department_id_fkey FOREIGN KEY (utility_id, department_id) REFERENCES identity.department(utility_id, department_id);
alter table identity.staff add constraint staff_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table imports."row" add constraint row_utility_id_import_id_fkey FOREIGN KEY (utility_id, import_id) REFERENCES imports.import(utility_id, import_id) ON DELETE CASCADE;
alter table imports.import add constraint import_utility_id_created_by_fkey FOREIGN KEY (utility_id, created_by) REFERENCES identity.staff(utility_id, staff_id);
alter table imports.import add constraint import_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table imports.piece add constraint piece_utility_id_import_id_fkey FOREIGN KEY (utility_id, import_id) REFERENCES imports.import(utility_id, import_id) ON DELETE CASCADE;
alter table lists.export add constraint export_utility_id_created_by_fkey FOREIGN KEY (utility_id, created_by) REFERENCES identity.staff(utility_id, staff_id);
alter table lists.export add constraint export_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table lists.filter add constraint filter_utility_id_department_id_fkey FOREIGN KEY (utility_id, department_id) REFERENCES identity.department(utility_id, department_id);
alter table lists.filter add constraint filter_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table lists.filter add constraint filter_utility_id_staff_id_fkey FOREIGN KEY (utility_id, staff_id) REFERENCES identity.staff(utility_id, staff_id);
alter table lists.layout add constraint layout_utility_id_filter_id_fkey FOREIGN KEY (utility_id, filter_id) REFERENCES lists.filter(utility_id, filter_id) ON DELETE SET NULL (filter_id);
alter table lists.layout add constraint layout_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table lists.layout add constraint layout_utility_id_staff_id_fkey FOREIGN KEY (utility_id, staff_id) REFERENCES identity.staff(utility_id, staff_id);
alter table lists.piece add constraint piece_utility_id_export_id_fkey FOREIGN KEY (utility_id, export_id) REFERENCES lists.export(utility_id, export_id) ON DELETE CASCADE;
alter table notices.gateway add constraint gateway_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table notices.notice add constraint notice_utility_id_telling_id_fkey FOREIGN KEY (utility_id, telling_id) REFERENCES notices.telling(utility_id, telling_id);
alter table notices.preference add constraint preference_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table notices.simulated add constraint simulated_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table notices.tally add constraint tally_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table notices.telling add constraint telling_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table notices.template add constraint template_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table notices.template add constraint template_utility_id_saved_by_fkey FOREIGN KEY (utility_id, saved_by) REFERENCES identity.staff(utility_id, staff_id);
alter table progress.asked add constraint asked_utility_id_asked_by_fkey FOREIGN KEY (utility_id, asked_by) REFERENCES identity.staff(utility_id, staff_id);
alter table progress.asked add constraint asked_utility_id_notice_id_fkey FOREIGN KEY (utility_id, notice_id) REFERENCES notices.notice(utility_id, notice_id);
alter table progress.asked add constraint asked_utility_id_order_id_fkey FOREIGN KEY (utility_id, order_id) REFERENCES work_orders.work_order(utility_id, order_id);
alter table progress.choice add constraint choice_utility_id_changed_by_fkey FOREIGN KEY (utility_id, changed_by) REFERENCES identity.staff(utility_id, staff_id);
alter table progress.choice add constraint choice_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table progress.untold add constraint untold_utility_id_order_id_fkey FOREIGN KEY (utility_id, order_id) REFERENCES work_orders.work_order(utility_id, order_id);
alter table registers.alias add constraint alias_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table registers.building add constraint building_utility_id_community_id_fkey FOREIGN KEY (utility_id, community_id) REFERENCES registers.community(utility_id, community_id);
alter table registers.community add constraint community_utility_id_district_id_fkey FOREIGN KEY (utility_id, district_id) REFERENCES identity.district(utility_id, district_id);
alter table registers.community add constraint community_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table registers.place_key add constraint place_key_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table registers.premises add constraint premises_utility_id_community_id_building_fkey FOREIGN KEY (utility_id, community_id, building) REFERENCES registers.building(utility_id, community_id, name);
alter table registers.premises add constraint premises_utility_id_community_id_fkey FOREIGN KEY (utility_id, community_id) REFERENCES registers.community(utility_id, community_id);
alter table registers.premises add constraint premises_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table registers.road add constraint road_utility_id_district_id_fkey FOREIGN KEY (utility_id, district_id) REFERENCES identity.district(utility_id, district_id);
alter table registers.road add constraint road_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table registers.thing add constraint thing_utility_id_department_id_fkey FOREIGN KEY (utility_id, department_id) REFERENCES identity.department(utility_id, department_id);
alter table registers.thing add constraint thing_utility_id_district_id_fkey FOREIGN KEY (utility_id, district_id) REFERENCES identity.district(utility_id, district_id);
alter table registers.thing add constraint thing_utility_id_staff_id_fkey FOREIGN KEY (utility_id, staff_id) REFERENCES identity.staff(utility_id, staff_id);
alter table regulations.adoption add constraint adoption_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table regulations.calendar_in_force add constraint calendar_in_force_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table regulations.calendar_year add constraint calendar_year_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table regulations.draft add constraint draft_utility_id_changed_by_fkey FOREIGN KEY (utility_id, changed_by) REFERENCES identity.staff(utility_id, staff_id);
alter table regulations.draft add constraint draft_utility_id_decided_by_fkey FOREIGN KEY (utility_id, decided_by) REFERENCES identity.staff(utility_id, staff_id);
alter table regulations.draft add constraint draft_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table regulations.draft add constraint draft_utility_id_hash_fkey FOREIGN KEY (utility_id, hash) REFERENCES regulations.pack_version(utility_id, hash);
alter table regulations.draft add constraint draft_utility_id_submitted_by_fkey FOREIGN KEY (utility_id, submitted_by) REFERENCES identity.staff(utility_id, staff_id);
alter table regulations.in_force add constraint in_force_utility_id_hash_fkey FOREIGN KEY (utility_id, hash) REFERENCES regulations.pack_version(utility_id, hash);
alter table regulations.pack_version add constraint pack_version_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table regulations.version_text add constraint version_text_utility_id_hash_fkey FOREIGN KEY (utility_id, hash) REFERENCES regulations.pack_version(utility_id, hash);
alter table requests.hand_over add constraint hand_over_utility_id_by_id_fkey FOREIGN KEY (utility_id, by_id) REFERENCES identity.staff(utility_id, staff_id);
alter table requests.hand_over add constraint hand_over_utility_id_request_id_fkey FOREIGN KEY (utility_id, request_id) REFERENCES requests.request(utility_id, request_id);
alter table requests.hand_over add constraint hand_over_utility_id_to_id_fkey FOREIGN KEY (utility_id, to_id) REFERENCES identity.staff(utility_id, staff_id);
alter table requests.hand_over add constraint hand_over_utility_id_to_unit_fkey FOREIGN KEY (utility_id, to_unit) REFERENCES identity.department(utility_id, department_id);
alter table requests.request add constraint request_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table requests.request add constraint request_utility_id_order_id_fkey FOREIGN KEY (utility_id, order_id) REFERENCES work_orders.work_order(utility_id, order_id);
alter table requests.request add constraint request_utility_id_owner_id_fkey FOREIGN KEY (utility_id, owner_id) REFERENCES identity.staff(utility_id, staff_id);
alter table requests.request add constraint request_utility_id_owner_unit_fkey FOREIGN KEY (utility_id, owner_unit) REFERENCES identity.department(utility_id, department_id);
alter table requests.suggestion add constraint suggestion_utility_id_request_id_fkey FOREIGN KEY (utility_id, request_id) REFERENCES requests.request(utility_id, request_id);
alter table rosters.filing add constraint filing_utility_id_change_id_fkey FOREIGN KEY (utility_id, change_id) REFERENCES rosters.list_change(utility_id, change_id);
alter table rosters.handover add constraint handover_utility_id_department_id_fkey FOREIGN KEY (utility_id, department_id) REFERENCES identity.department(utility_id, department_id);
alter table rosters.handover add constraint handover_utility_id_giver_id_fkey FOREIGN KEY (utility_id, giver_id) REFERENCES identity.staff(utility_id, staff_id);
alter table rosters.handover add constraint handover_utility_id_taker_id_fkey FOREIGN KEY (utility_id, taker_id) REFERENCES identity.staff(utility_id, staff_id);
alter table rosters.listed add constraint listed_utility_id_department_id_fkey FOREIGN KEY (utility_id, department_id) REFERENCES identity.department(utility_id, department_id);
alter table rosters.listed add constraint listed_utility_id_staff_id_fkey FOREIGN KEY (utility_id, staff_id) REFERENCES identity.staff(utility_id, staff_id);
alter table rosters.shift add constraint shift_utility_id_department_id_fkey FOREIGN KEY (utility_id, department_id) REFERENCES identity.department(utility_id, department_id);
alter table rosters.shift add constraint shift_utility_id_staff_id_fkey FOREIGN KEY (utility_id, staff_id) REFERENCES identity.staff(utility_id, staff_id);
alter table rosters.stand_in add constraint stand_in_utility_id_absent_id_fkey FOREIGN KEY (utility_id, absent_id) REFERENCES identity.staff(utility_id, staff_id);
alter table rosters.stand_in add constraint stand_in_utility_id_deputy_id_fkey FOREIGN KEY (utility_id, deputy_id) REFERENCES identity.staff(utility_id, staff_id);
alter table slips.slip add constraint slip_utility_id_department_id_fkey FOREIGN KEY (utility_id, department_id) REFERENCES identity.department(utility_id, department_id);
alter table slips.slip add constraint slip_utility_id_order_id_fkey FOREIGN KEY (utility_id, order_id) REFERENCES work_orders.work_order(utility_id, order_id);
alter table slips.slip add constraint slip_utility_id_written_by_fkey FOREIGN KEY (utility_id, written_by) REFERENCES identity.staff(utility_id, staff_id);
alter table work_orders.ask add constraint ask_utility_id_order_id_fkey FOREIGN KEY (utility_id, order_id) REFERENCES work_orders.work_order(utility_id, order_id);
alter table work_orders.attachment add constraint attachment_utility_id_order_id_fkey FOREIGN KEY (utility_id, order_id) REFERENCES work_orders.work_order(utility_id, order_id);
alter table work_orders.clock add constraint clock_utility_id_order_id_fkey FOREIGN KEY (utility_id, order_id) REFERENCES work_orders.work_order(utility_id, order_id);
alter table work_orders.day_counter add constraint day_counter_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table work_orders.event add constraint event_utility_id_order_id_fkey FOREIGN KEY (utility_id, order_id) REFERENCES work_orders.work_order(utility_id, order_id);
alter table work_orders.redating add constraint redating_utility_id_asked_by_fkey FOREIGN KEY (utility_id, asked_by) REFERENCES identity.staff(utility_id, staff_id);
alter table work_orders.redating add constraint redating_utility_id_decided_by_fkey FOREIGN KEY (utility_id, decided_by) REFERENCES identity.staff(utility_id, staff_id);
alter table work_orders.redating add constraint redating_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table work_orders.redating add constraint redating_utility_id_reverted_by_fkey FOREIGN KEY (utility_id, reverted_by) REFERENCES identity.staff(utility_id, staff_id);
alter table work_orders.search add constraint search_utility_id_order_id_fkey FOREIGN KEY (utility_id, order_id) REFERENCES work_orders.work_order(utility_id, order_id) ON DELETE CASCADE;
alter table work_orders.work_order add constraint work_order_utility_id_department_id_fkey FOREIGN KEY (utility_id, department_id) REFERENCES identity.department(utility_id, department_id);
alter table work_orders.work_order add constraint work_order_utility_id_fkey FOREIGN KEY (utility_id) REFERENCES identity.utility(utility_id);
alter table work_orders.work_order add constraint work_order_utility_id_handler_id_fkey FOREIGN KEY (utility_id, handler_id) REFERENCES identity.staff(utility_id, staff_id);
alter table work_orders.work_order add constraint work_order_utility_id_merged_into_fkey FOREIGN KEY (utility_id, merged_into) REFERENCES work_orders.work_order(utility_id, order_id);
alter table work_orders.work_order add constraint work_order_utility_id_pack_hash_fkey FOREIGN KEY (utility_id, pack_hash) REFERENCES regulations.pack_version(utility_id, hash);

CREATE TRIGGER keep BEFORE DELETE OR UPDATE ON appraisal.inspection FOR EACH ROW EXECUTE FUNCTION appraisal.keep_inspection();
CREATE TRIGGER keep BEFORE DELETE OR UPDATE ON field.command FOR EACH ROW EXECUTE FUNCTION field.keep_command();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON identity.audit FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER tell_added AFTER INSERT ON notices.inbox REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION notices.tell_inbox();
CREATE TRIGGER tell_changed AFTER UPDATE ON notices.inbox REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION notices.tell_inbox();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON notices.step FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON notices.template FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON regulations.calendar_year FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON regulations.pack_version FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON regulations.version_text FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON requests.hand_over FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER tell_changed AFTER UPDATE ON requests.request REFERENCING OLD TABLE AS there_before NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION requests.tell_orders();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON requests.suggestion FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER tell_added AFTER INSERT ON rosters.filing REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION rosters.tell_rosters();
CREATE TRIGGER keep BEFORE DELETE OR UPDATE ON rosters.handover FOR EACH ROW EXECUTE FUNCTION rosters.keep_handover();
CREATE TRIGGER tell_added AFTER INSERT ON rosters.handover REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION rosters.tell_rosters();
CREATE TRIGGER tell_changed AFTER UPDATE ON rosters.handover REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION rosters.tell_rosters();
CREATE TRIGGER tell_added AFTER INSERT ON rosters.listed REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION rosters.tell_rosters();
CREATE TRIGGER tell_changed AFTER UPDATE ON rosters.listed REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION rosters.tell_rosters();
CREATE TRIGGER tell_added AFTER INSERT ON rosters.shift REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION rosters.tell_rosters();
CREATE TRIGGER tell_changed AFTER UPDATE ON rosters.shift REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION rosters.tell_rosters();
CREATE TRIGGER tell_added AFTER INSERT ON rosters.stand_in REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION rosters.tell_rosters();
CREATE TRIGGER tell_changed AFTER UPDATE ON rosters.stand_in REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION rosters.tell_rosters();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON work_orders.event FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON work_orders.redating_order FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER tell_added AFTER INSERT ON work_orders.work_order REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION work_orders.tell_orders();
CREATE TRIGGER tell_changed AFTER UPDATE ON work_orders.work_order REFERENCING OLD TABLE AS there_before NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION work_orders.tell_orders();
