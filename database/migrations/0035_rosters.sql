-- Rosters 排班: who is on duty when, whom a unit names for the hot line, who stands in, and how a shift is handed over.
create schema rosters;
grant usage on schema rosters to gongshui_app;

create table rosters.shift (
  utility_id int not null,
  shift_id bigint not null generated always as identity,
  department_id text not null,
  staff_id int not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  note text not null default '',
  planned_by int not null,
  planned_at timestamptz not null,
  -- taken out of the plan, and by whom; it stays to be seen
  removed_by int,
  removed_at timestamptz,
  primary key (utility_id, shift_id),
  foreign key (utility_id, department_id) references identity.department,
  foreign key (utility_id, staff_id) references identity.staff
);
create index shift_when on rosters.shift (utility_id, ends_at) where removed_at is null;
select platform.isolate('rosters.shift', 'select, insert, update');

-- 联络员 (one, reachable day and night) and 热线受理人员 of each unit, with their numbers.
create table rosters.listed (
  utility_id int not null,
  listed_id bigint not null generated always as identity,
  department_id text not null,
  duty text not null check (duty in ('liaison', 'handler')),
  staff_id int not null,
  phone text not null,
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (utility_id, listed_id),
  foreign key (utility_id, department_id) references identity.department,
  foreign key (utility_id, staff_id) references identity.staff
);
create unique index listed_liaison on rosters.listed (utility_id, department_id) where duty = 'liaison' and until_at is null;
create unique index listed_once on rosters.listed (utility_id, department_id, duty, staff_id) where until_at is null;
select platform.isolate('rosters.listed', 'select, insert, update');

-- Every change is a notice to the call centre, which files it 备案.
create table rosters.list_change (
  utility_id int not null,
  change_id bigint not null generated always as identity,
  department_id text not null,
  duty text not null,
  staff_id int not null,
  deed text not null check (deed in ('added', 'ended')),
  phone text not null,
  -- from when it holds, when it was reported, and by when it had to be
  at timestamptz not null,
  recorded_at timestamptz not null,
  due_at timestamptz not null,
  recorded_by int not null,
  reason text not null default '',
  primary key (utility_id, change_id)
);
select platform.isolate('rosters.list_change', 'select, insert');

create table rosters.filing (
  utility_id int not null,
  change_id bigint not null,
  filed_by int not null,
  filed_at timestamptz not null,
  primary key (utility_id, change_id),
  foreign key (utility_id, change_id) references rosters.list_change
);
select platform.isolate('rosters.filing', 'select, insert');

create table rosters.stand_in (
  utility_id int not null,
  stand_in_id bigint not null generated always as identity,
  absent_id int not null,
  deputy_id int not null check (deputy_id <> absent_id),
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  reason text not null,
  recorded_by int not null,
  recorded_at timestamptz not null,
  -- came back earlier
  ended_by int,
  ended_at timestamptz,
  primary key (utility_id, stand_in_id),
  foreign key (utility_id, absent_id) references identity.staff (utility_id, staff_id),
  foreign key (utility_id, deputy_id) references identity.staff (utility_id, staff_id)
);
create index stand_in_when on rosters.stand_in (utility_id, until_at) where ended_at is null;
select platform.isolate('rosters.stand_in', 'select, insert, update');

-- 交接班: signed by who gives when it is written, by who takes when he does; then it stands.
create table rosters.handover (
  utility_id int not null,
  handover_id bigint not null generated always as identity,
  department_id text not null,
  giver_id int not null,
  taker_id int not null check (taker_id <> giver_id),
  given_at timestamptz not null,
  note text not null,
  -- open orders as they stood: [{order, number, …}]; shown to whoever may see each of them
  matters jsonb not null,
  -- of what the giver signed
  sha256 bytea not null,
  taken_at timestamptz,
  taker_note text,
  primary key (utility_id, handover_id),
  foreign key (utility_id, department_id) references identity.department,
  foreign key (utility_id, giver_id) references identity.staff (utility_id, staff_id),
  foreign key (utility_id, taker_id) references identity.staff (utility_id, staff_id)
);
create index handover_of_unit on rosters.handover (utility_id, department_id, handover_id desc);
select platform.isolate('rosters.handover', 'select, insert, update');

create function rosters.keep_handover() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.taken_at is not null or new.taken_at is null
    or (to_jsonb(new) - 'taken_at' - 'taker_note') is distinct from (to_jsonb(old) - 'taken_at' - 'taker_note') then
    raise exception 'append-only: a handover that was signed is not altered' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger keep before update or delete on rosters.handover for each row execute function rosters.keep_handover();

create function rosters.tell_rosters() returns trigger language plpgsql as $$
begin
  insert into platform.change (utility_id, topic, facts) select distinct utility_id, 'rosters', 'true'::jsonb from now_there;
  return null;
end
$$;
do $$ declare t text; begin
  foreach t in array array['shift', 'listed', 'stand_in', 'handover', 'filing'] loop
    execute format('create trigger tell_added after insert on rosters.%I referencing new table as now_there for each statement execute function rosters.tell_rosters()', t);
    if t <> 'filing' then
      execute format('create trigger tell_changed after update on rosters.%I referencing new table as now_there for each statement execute function rosters.tell_rosters()', t);
    end if;
  end loop;
end $$;
