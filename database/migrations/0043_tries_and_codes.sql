-- Wrong codes of a second factor count like wrong passwords, as the utility chose, and a code serves once.
alter table auth.attempt drop constraint attempt_kind_check;
alter table auth.attempt add constraint attempt_kind_check check (kind in ('account', 'second-factor', 'address'));

-- Codes of the authenticator app that have opened something, for as long as they would do so again (RFC 6238 §5.2).
create table auth.used_code (
  user_id text not null references auth."user" on delete cascade,
  code text not null,
  used_at timestamptz not null,
  primary key (user_id, code)
);
create index used_code_by_time on auth.used_code (used_at);
grant select, insert, update, delete on auth.used_code to gongshui_auth;

-- What a wrong password may count against where the name is nobody's: of the utility named, or of any.
create function identity.lock_outs(code text) returns table (lock_after int, lock_minutes int)
language sql stable security definer set search_path = pg_catalog as $$
  select p.lock_after, p.lock_minutes
  from identity.utility u left join identity.sign_in_policy p using (utility_id)
  where lock_outs.code is null or u.code = lock_outs.code order by u.utility_id
$$;
revoke all on function identity.lock_outs(text) from public;
grant execute on function identity.lock_outs(text) to gongshui_app;

create or replace function identity.sign_ins()
returns table (staff_id int, second_factor boolean, failures int, locked_until timestamptz, signed_in_at timestamptz, sessions int)
language sql stable security definer set search_path = pg_catalog as $$
  select s.staff_id, u.two_factor_enabled, greatest(a.failures, f.failures, 0), greatest(a.locked_until, f.locked_until), n.latest, coalesce(n.many, 0)
  from identity.staff s join auth."user" u on u.id = s.auth_user_id
  left join auth.attempt a on a.kind = 'account' and a.key = u.username
  left join auth.attempt f on f.kind = 'second-factor' and f.key = u.id
  left join lateral (select max(created_at) as latest, count(*)::int as many from auth.session where user_id = u.id) n on true
  where s.utility_id = platform.utility_id()
$$;
create or replace function identity.unlock_sign_in(staff int) returns void
language sql security definer set search_path = pg_catalog as $$
  delete from auth.attempt a using identity.staff s join auth."user" u on u.id = s.auth_user_id
  where s.utility_id = platform.utility_id() and s.staff_id = staff
    and (a.kind = 'account' and a.key = u.username or a.kind = 'second-factor' and a.key = u.id);
$$;
