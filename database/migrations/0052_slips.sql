-- Slips 通知单: what was written to be handed over or posted, printed, and served 送达.
create schema slips;
grant usage on schema slips to gongshui_app;

create table slips.slip (
  utility_id int not null,
  slip_id bigint generated always as identity,
  -- form of the rulebook it is, under the version it was written by
  kind text not null,
  pack_hash text not null,
  -- null: it is about no order
  order_id bigint,
  -- the caller it is for
  request_id bigint,
  name text not null default '',
  address text not null default '',
  fields jsonb not null default '{}',
  day date not null,
  written_at timestamptz not null,
  written_by int not null,
  -- the unit of who wrote it
  department_id text not null,
  printed_at timestamptz,
  printed_by int,
  served_at timestamptz,
  served_by int,
  manner text check (manner in ('handed', 'posted', 'left', 'mailed')),
  receiver text,
  attachment_id uuid,
  recorded_at timestamptz,
  -- what was recorded in the order when it was served
  milestone text,
  void_at timestamptz,
  void_by int,
  void_reason text,
  primary key (utility_id, slip_id),
  foreign key (utility_id, order_id) references work_orders.work_order,
  foreign key (utility_id, written_by) references identity.staff,
  foreign key (utility_id, department_id) references identity.department,
  check ((served_at is null) = (manner is null)),
  check (served_at is null or void_at is null)
);
create index slip_of_order on slips.slip (utility_id, order_id, slip_id) where order_id is not null;
create index slip_to_print on slips.slip (utility_id, slip_id) where printed_at is null and served_at is null and void_at is null;
create index slip_to_serve on slips.slip (utility_id, slip_id) where printed_at is not null and served_at is null and void_at is null;
create index slip_served on slips.slip (utility_id, served_at desc, slip_id desc) where served_at is not null;
select platform.isolate('slips.slip', 'select, insert, update');
create policy sealed on slips.slip as restrictive for select using (
  order_id is null or platform.staff_id() is null or work_orders.sees_order(order_id));
