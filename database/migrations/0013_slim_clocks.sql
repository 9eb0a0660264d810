-- A clock row holds what lists, the sweep and the next reading need. Why it is due when it is follows from the order's log and
-- its rulebook, and is read from them when somebody asks. The table is made anew: nine tenths of it were explanations.
create table work_orders.clock_slim (
  utility_id int not null,
  run int not null,
  order_id bigint not null,
  -- 0: the order's own
  request_id bigint not null default 0,
  started_at timestamptz not null,
  due_at timestamptz,
  warn_at timestamptz,
  breach_at timestamptz,
  stopped_at timestamptz,
  -- recorded by the sweep or by a later fact
  warned_at timestamptz,
  breached_at timestamptz,
  breach_recorded_at timestamptz,
  withdrawn_at timestamptz,
  next_fire_at timestamptz,
  -- of the cases of its entry, the one it goes by; -1: there is but one
  case_index smallint not null,
  -- a deciding fact is unknown: it warns and does not breach
  provisional boolean not null default false,
  clock_id text not null,
  section text not null,
  state text not null,
  -- as the rulebook writes it: 48 h, none, before planned-stop 2 h
  limit_text text not null,
  -- milestone or plan it started from
  started_from text not null,
  -- unit held to it
  department_id text,
  -- what ended it without stopping it
  ended_by text,
  -- pauses that held it, in ms; null: none
  pauses jsonb
);
insert into work_orders.clock_slim
select utility_id, run, order_id, request_id, started_at, due_at, warn_at, breach_at, stopped_at, warned_at, breached_at,
  breach_recorded_at, withdrawn_at, next_fire_at, coalesce((reading ->> 'caseIndex')::smallint, -1),
  coalesce((reading ->> 'provisional')::boolean, false), clock_id, section, state, coalesce(reading ->> 'limit', 'none'),
  coalesce(reading ->> 'from', ''), department_id, reading ->> 'endedBy', nullif(reading -> 'pauses', '[]')
from work_orders.clock;
drop table work_orders.clock;
alter table work_orders.clock_slim rename to clock;
alter table work_orders.clock
  add primary key (utility_id, order_id, clock_id, request_id, run),
  add foreign key (utility_id, order_id) references work_orders.work_order;
select platform.isolate('work_orders.clock');
create index clock_to_fire on work_orders.clock (utility_id, next_fire_at) where next_fire_at is not null;
-- clocks that wait for a calendar: read again when one has been published
create index clock_waiting on work_orders.clock (utility_id, order_id) where state = 'waiting-calendar';
