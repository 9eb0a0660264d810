-- What changed, for those who are looking: open screens follow it and look again at what they show.
-- Written in the transaction of the change itself; kept for an hour or two. See docs/decisions/0039.

-- A reader remembers up to which snapshot it has read, not up to which number: a transaction that began earlier and ends later is
-- not missed, and nobody waits for anybody. Nobody is notified in here either: that would make all commits queue.
create table platform.change (
  utility_id int not null,
  xid xid8 not null default pg_current_xact_id(),
  change_id bigint not null generated always as identity,
  -- orders · inbox · presence · rosters
  topic text not null,
  -- ids and what decides who may be told of them, never what is personal; true: too many to name
  facts jsonb not null,
  primary key (utility_id, xid, change_id)
);
select platform.isolate('platform.change');

-- How far back changes are kept: everything older than the oldest mark may be gone.
create table platform.change_mark (
  utility_id int not null,
  at timestamptz not null,
  -- every transaction before it had ended by then
  ended_before xid8 not null default pg_snapshot_xmin(pg_current_snapshot()),
  primary key (utility_id, at)
);
select platform.isolate('platform.change_mark');

-- [order, last entry, unit, unit before, district, district before, handler, handler before, sealed, sealed before]
create function work_orders.tell_orders() returns trigger language plpgsql as $$
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
$$;
create trigger tell_added after insert on work_orders.work_order
  referencing new table as now_there for each statement execute function work_orders.tell_orders();
create trigger tell_changed after update on work_orders.work_order
  referencing old table as there_before new table as now_there for each statement execute function work_orders.tell_orders();

-- Who answers for a call, what is known of the caller: shown at the order.
create function requests.tell_orders() returns trigger language plpgsql as $$
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
$$;
create trigger tell_changed after update on requests.request
  referencing old table as there_before new table as now_there for each statement execute function requests.tell_orders();

-- Whose inbox changed: told something, or read it.
create function notices.tell_inbox() returns trigger language plpgsql as $$
begin
  insert into platform.change (utility_id, topic, facts)
  select utility_id, 'inbox', case when count(distinct staff_id) > 500 then 'true' else jsonb_agg(distinct staff_id) end
  from now_there group by utility_id;
  return null;
end
$$;
create trigger tell_added after insert on notices.inbox
  referencing new table as now_there for each statement execute function notices.tell_inbox();
create trigger tell_changed after update on notices.inbox
  referencing new table as now_there for each statement execute function notices.tell_inbox();

-- Who has an order open, and whether he only looks or is writing. Each open window says so again and again; what is not said
-- again lapses. Of no use after a crash, so no log is written ahead for it.
create unlogged table work_orders.presence (
  utility_id int not null,
  order_id bigint not null,
  staff_id int not null,
  -- the window, a random word of its own
  tab text not null,
  doing text not null check (doing in ('viewing', 'acting')),
  since timestamptz not null,
  until timestamptz not null,
  primary key (utility_id, order_id, staff_id, tab)
);
select platform.isolate('work_orders.presence');
create policy sealed on work_orders.presence as restrictive for select using (
  platform.staff_id() is null or work_orders.sees_order(order_id));
