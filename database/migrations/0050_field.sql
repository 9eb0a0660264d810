-- Field 现场: phones of crews, and every command they sent with what became of it.
create schema field;
grant usage on schema field to gongshui_app;

create table field.device (
  utility_id int not null references identity.utility,
  -- made on the phone, one for each person who signs in on it
  device_id uuid not null,
  staff_id int not null,
  name text not null,
  -- of the secret made on the phone: what it proves itself by when its session is gone
  secret_sha256 bytea not null check (length(secret_sha256) = 32),
  -- at last contact
  session_id text,
  contact_at timestamptz not null,
  -- milliseconds the server was ahead of the phone's clock
  offset_ms bigint not null,
  registered_at timestamptz not null,
  -- contacts so far: what was acknowledged before this one
  contacts int not null default 1,
  -- requests whose callers' names and numbers were put on it
  shown bigint[] not null default '{}',
  lost_at timestamptz,
  lost_by int,
  -- it was told to delete everything
  wiped_at timestamptz,
  primary key (utility_id, device_id),
  foreign key (utility_id, staff_id) references identity.staff,
  foreign key (utility_id, lost_by) references identity.staff,
  check ((lost_at is null) = (lost_by is null))
);
select platform.isolate('field.device', 'select, insert, update');
create index device_of_staff on field.device (utility_id, staff_id);
-- asked by phones without a session
create index device_anywhere on field.device (device_id);

create table field.command (
  utility_id int not null,
  device_id uuid not null,
  -- made on the phone: done once, however often it is sent
  command_id uuid not null,
  -- as they were dealt with
  place bigint not null generated always as identity,
  staff_id int not null,
  order_id bigint not null,
  command text not null,
  -- by the phone's clock, corrected by the offset it had; as its clock stood; and as the offset of this contact would have it
  occurred_at timestamptz not null,
  device_at timestamptz not null,
  offset_ms bigint not null,
  received_at timestamptz not null,
  contact int not null,
  lon double precision,
  lat double precision,
  -- metres
  accuracy double precision,
  outcome text not null check (outcome in ('applied', 'listed')),
  -- of what was listed: {code, message, article}, in the language of who sent it
  refusal jsonb,
  flags text[] not null default '{}',
  -- the order it was done on, where another had taken that one in
  into_id bigint,
  into_number text,
  primary key (utility_id, device_id, command_id),
  foreign key (utility_id, device_id) references field.device,
  foreign key (utility_id, staff_id) references identity.staff,
  check ((outcome = 'listed') = (refusal is not null)),
  check ((lon is null) = (lat is null))
);
select platform.isolate('field.command', 'select, insert');
create index command_latest on field.command (utility_id, device_id, place desc);
create index command_of_order on field.command (utility_id, order_id, place);

create function field.keep_command() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: what became of a command is not altered' using errcode = 'restrict_violation';
end
$$;
create trigger keep before update or delete on field.command for each row execute function field.keep_command();

-- Asked without a session: is everything on this phone to be deleted? Only the phone itself can ask.
create function field.wipe_due(device uuid, sha256 bytea, at timestamptz) returns boolean
language sql security definer set search_path = pg_catalog as $$
  with due as (
    update field.device d set wiped_at = coalesce(d.wiped_at, at)
    where d.device_id = device and d.secret_sha256 = sha256
      and (d.lost_at is not null
        or exists (select from identity.staff s where s.utility_id = d.utility_id and s.staff_id = d.staff_id and not s.active))
    returning 1)
  select exists (select from due)
$$;
revoke all on function field.wipe_due(uuid, bytea, timestamptz) from public;
grant execute on function field.wipe_due(uuid, bytea, timestamptz) to gongshui_app;
