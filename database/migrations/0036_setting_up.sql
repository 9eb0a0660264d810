-- An installation begins empty: whoever holds the link of the console makes a utility and its first administrator.
-- One installation serves several utilities, and each names its people as it likes.
alter table identity.utility add column region text not null default '';
-- its administrator is still arranging it
alter table identity.utility add column setting_up boolean not null default false;

-- Usernames are the utility's own; the sign-in behind one bears its code too.
alter table identity.staff drop constraint staff_username_key;
alter table identity.staff add constraint staff_username_key unique (utility_id, username);
-- since when somebody can sign in; null: no password was given yet
alter table identity.staff add column password_at timestamptz;
update identity.staff s set password_at = a.updated_at from auth.account a where a.user_id = s.auth_user_id and a.password is not null;
update auth."user" a set username = s.username || '@' || u.code, email = s.username || '@' || u.code || '.invalid'
from identity.staff s join identity.utility u using (utility_id) where a.id = s.auth_user_id;

drop function identity.create_sign_in(text, text, text, text, timestamptz);
create function identity.create_sign_in(id text, username text, name text, password_hash text, at timestamptz) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into auth."user" (id, name, email, username, created_at, updated_at)
  select create_sign_in.id, create_sign_in.name, create_sign_in.username || '@' || u.code || '.invalid',
    create_sign_in.username || '@' || u.code, at, at
  from identity.utility u where u.utility_id = platform.utility_id();
  insert into auth.account (id, account_id, provider_id, user_id, password, created_at, updated_at)
  values (create_sign_in.id, create_sign_in.id, 'credential', create_sign_in.id, password_hash, at, at);
$$;
revoke all on function identity.create_sign_in(text, text, text, text, timestamptz) from public;
grant execute on function identity.create_sign_in(text, text, text, text, timestamptz) to gongshui_app;

-- Tries to sign in count against the sign-in, not against everybody of that name.
update auth.attempt a set key = s.username || '@' || u.code
from identity.staff s join identity.utility u using (utility_id) where a.kind = 'account' and a.key = s.username;
create or replace function identity.staff_named(name text)
returns table (utility_id int, staff_id int, lock_after int, lock_minutes int)
language sql stable security definer set search_path = pg_catalog as $$
  select s.utility_id, s.staff_id, p.lock_after, p.lock_minutes
  from identity.staff s join identity.utility u using (utility_id) left join identity.sign_in_policy p using (utility_id)
  where s.username || '@' || u.code = lower(staff_named.name)
$$;
create or replace function identity.sign_ins()
returns table (staff_id int, second_factor boolean, failures int, locked_until timestamptz, signed_in_at timestamptz, sessions int)
language sql stable security definer set search_path = pg_catalog as $$
  select s.staff_id, u.two_factor_enabled, coalesce(a.failures, 0), greatest(a.locked_until, t.locked_until), n.latest, coalesce(n.many, 0)
  from identity.staff s join auth."user" u on u.id = s.auth_user_id
  left join auth.attempt a on a.kind = 'account' and a.key = u.username
  left join auth.two_factor t on t.user_id = u.id
  left join lateral (select max(created_at) as latest, count(*)::int as many from auth.session where user_id = u.id) n on true
  where s.utility_id = platform.utility_id()
$$;
create or replace function identity.unlock_sign_in(staff int) returns void
language sql security definer set search_path = pg_catalog as $$
  delete from auth.attempt a using identity.staff s join auth."user" u on u.id = s.auth_user_id
  where s.utility_id = platform.utility_id() and s.staff_id = staff and a.kind = 'account' and a.key = u.username;
  update auth.two_factor t set locked_until = null, failed_verification_count = 0 from identity.staff s
  where s.utility_id = platform.utility_id() and s.staff_id = staff and t.user_id = s.auth_user_id;
$$;

-- What a username stands for, in one utility or in all.
create function identity.sign_in_names(called text, code text) returns setof text
language sql stable security definer set search_path = pg_catalog as $$
  select s.username || '@' || u.code from identity.staff s join identity.utility u using (utility_id)
  where s.username = called and (sign_in_names.code is null or u.code = sign_in_names.code)
$$;
revoke all on function identity.sign_in_names(text, text) from public;
grant execute on function identity.sign_in_names(text, text) to gongshui_app;

-- What the sign-in page offers to choose from.
create function identity.utilities() returns table (code text, name text)
language sql stable security definer set search_path = pg_catalog as $$ select code, name from identity.utility order by utility_id $$;
revoke all on function identity.utilities() from public;
grant execute on function identity.utilities() to gongshui_app;

-- The link: one at a time, of which only the hash is kept. Offered by the owner of the database alone.
create function identity.offer_set_up(sha256 text, expires timestamptz, at timestamptz) returns void
language sql security definer set search_path = pg_catalog as $$
  delete from auth.verification where identifier = 'set-up';
  insert into auth.verification (id, identifier, value, expires_at, created_at, updated_at) values ('set-up', 'set-up', sha256, expires, at, at);
$$;
revoke all on function identity.offer_set_up(text, timestamptz, timestamptz) from public;

create function identity.set_up_until(sha256 text, at timestamptz) returns timestamptz
language sql stable security definer set search_path = pg_catalog as $$
  select expires_at from auth.verification where identifier = 'set-up' and value = sha256 and expires_at > at
$$;
revoke all on function identity.set_up_until(text, timestamptz) from public;
grant execute on function identity.set_up_until(text, timestamptz) to gongshui_app;

create function identity.next_utility_id() returns int
language sql security definer set search_path = pg_catalog as $$ select nextval('identity.utility_utility_id_seq')::int $$;
revoke all on function identity.next_utility_id() from public;
grant execute on function identity.next_utility_id() to gongshui_app;

-- The link is used up in the transaction in which the utility begins. False: it was none.
create function identity.begin_utility(id int, sha256 text, at timestamptz, code text, name text, region text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from auth.verification where identifier = 'set-up' and value = sha256 and expires_at > at;
  if not found then return false; end if;
  insert into identity.utility (utility_id, code, name, region, setting_up, created_at)
    overriding system value values (id, code, name, region, true, at);
  return true;
end $$;
revoke all on function identity.begin_utility(int, text, timestamptz, text, text, text) from public;
grant execute on function identity.begin_utility(int, text, timestamptz, text, text, text) to gongshui_app;
