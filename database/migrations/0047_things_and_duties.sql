-- Things of the register 台账 (tanks, pumps, pipes, meters, certificates …), one table for every kind a rulebook names.
create table registers.thing (
  utility_id int not null,
  thing_id bigint not null,
  kind text not null,
  code text not null,
  name text not null,
  place text not null default '',
  -- the unit that answers for it
  department_id text,
  district_id text,
  -- whose it is: certificates
  staff_id int,
  -- values of facts the rulebook knows
  facts jsonb not null default '{}',
  -- from that day it is there; a certificate: it holds
  since date not null,
  -- what the register knows of the last time something was done to it
  last_done date,
  -- last day it holds
  expires_on date,
  -- out of use from that day
  ended_on date,
  registered_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by int,
  -- when its duties have to be looked at next, and up to when they have been
  look_at timestamptz not null,
  looked_at timestamptz,
  primary key (utility_id, thing_id),
  foreign key (utility_id, department_id) references identity.department,
  foreign key (utility_id, district_id) references identity.district,
  foreign key (utility_id, staff_id) references identity.staff
);
-- known again by kind and code; what belongs to a person by whose and what it is as well
create unique index thing_known on registers.thing
  (utility_id, kind, code, coalesce(staff_id, 0), (case when staff_id is null then '' else name end));
create index thing_look on registers.thing (utility_id, look_at);
create index thing_of_staff on registers.thing (utility_id, staff_id) where staff_id is not null;
create index thing_of_unit on registers.thing (utility_id, department_id, kind);
select platform.isolate('registers.thing', 'select, insert, update');

-- Duties 职责: each occurrence once, with the order it made.
create schema duties;
grant usage on schema duties to gongshui_app;

create table duties.occurrence (
  utility_id int not null,
  thing_id bigint not null,
  duty text not null,
  key text not null,
  order_id bigint not null,
  opens_at timestamptz not null,
  due_at timestamptz,
  made_at timestamptz not null,
  pack_hash text not null,
  done_at timestamptz,
  given_up_at timestamptz,
  primary key (utility_id, thing_id, duty, key),
  foreign key (utility_id, thing_id) references registers.thing,
  foreign key (utility_id, order_id) references work_orders.work_order
);
create unique index occurrence_of_order on duties.occurrence (utility_id, order_id);
create index occurrence_latest on duties.occurrence (utility_id, thing_id, duty, made_at desc);
create index occurrence_open on duties.occurrence (utility_id, due_at) where done_at is null and given_up_at is null;
select platform.isolate('duties.occurrence', 'select, insert, update');

-- Under which versions and calendars things were looked at last: another one, and they are looked at again.
create table duties.reading (
  utility_id int primary key,
  under text not null
);
select platform.isolate('duties.reading', 'select, insert, update');
