-- Signing in: the tables of better-auth (its user, session, account, verification), which know no utility.
-- Only role gongshui_auth reads them; the rest of the server reaches a sign-in by the functions below.
create schema auth;

do $$
begin
  if not exists (select from pg_roles where rolname = 'gongshui_auth') then
    create role gongshui_auth nologin;
  end if;
  execute format('grant gongshui_auth to %I', current_user);
end
$$;
grant usage on schema auth to gongshui_auth;

create table auth."user" (
  id text primary key,
  name text not null,
  -- better-auth wants one; ours are username@staff.invalid and never written to
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  username text unique,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table auth.session (
  id text primary key,
  token text not null unique,
  user_id text not null references auth."user" on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_of_user on auth.session (user_id);
create index session_by_expiry on auth.session (expires_at);

create table auth.account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth."user" on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  -- argon2id
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index account_of_user on auth.account (user_id);

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_by_identifier on auth.verification (identifier);

grant select, insert, update, delete on all tables in schema auth to gongshui_auth;

-- The sign-in question of 0002, asked by the part that signs people in.
grant usage on schema identity to gongshui_auth;
grant execute on function identity.staff_of(text) to gongshui_auth;

-- A sign-in for a member of staff about to be created.
create function identity.create_sign_in(id text, username text, name text, password_hash text, at timestamptz) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into auth."user" (id, name, email, username, created_at, updated_at)
  values (create_sign_in.id, create_sign_in.name, create_sign_in.username || '@staff.invalid', create_sign_in.username, at, at);
  insert into auth.account (id, account_id, provider_id, user_id, password, created_at, updated_at)
  values (create_sign_in.id, create_sign_in.id, 'credential', create_sign_in.id, password_hash, at, at);
$$;
revoke all on function identity.create_sign_in(text, text, text, text, timestamptz) from public;
grant execute on function identity.create_sign_in(text, text, text, text, timestamptz) to gongshui_app;
