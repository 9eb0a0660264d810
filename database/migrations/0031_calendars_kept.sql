-- Holiday calendars 放假安排 kept by content, like rulebooks: an order names the one it counts on.
create table regulations.calendar_year (
  utility_id int not null references identity.utility,
  calendar text not null,
  -- sha256 of the years it was first kept with; years published later are added to every calendar of that name
  hash text not null,
  year int not null,
  -- {"off": ["2026-01-01"], "work": ["2026-01-04"]}
  days jsonb not null,
  added_at timestamptz not null,
  primary key (utility_id, calendar, hash, year)
);
select platform.isolate('regulations.calendar_year', 'select, insert');
create trigger append_only before update or delete on regulations.calendar_year
  for each row execute function platform.refuse_change();

-- One counts for all orders opened now; another takes its place by a re-dating.
create table regulations.calendar_in_force (
  utility_id int not null references identity.utility,
  calendar text not null,
  hash text not null,
  -- the one kept first: orders that name none count on it
  first_hash text not null,
  since timestamptz not null,
  primary key (utility_id, calendar)
);
select platform.isolate('regulations.calendar_in_force', 'select, insert, update');

-- null: the one kept first, or none needed
alter table work_orders.work_order add column calendar_hash text;
-- null: the re-dating was to a version of the rulebook
alter table work_orders.redating_order add column old_calendar_hash text, add column new_calendar_hash text;
