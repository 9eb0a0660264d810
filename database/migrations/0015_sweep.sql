-- Due clocks are walked in the order of their time, from either end, and an order at one instant has its place.
drop index work_orders.clock_to_fire;
create index clock_to_fire on work_orders.clock (utility_id, next_fire_at, order_id) where next_fire_at is not null;

-- When each utility has its next clock to fire: the worker asks this before it works as each of them, or sleeps until then.
drop function work_orders.utilities_to_fire(timestamptz);
create function work_orders.next_firings() returns table (utility_id int, next_fire_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select u.utility_id, c.next_fire_at
  from identity.utility u cross join lateral (
    select c.next_fire_at from work_orders.clock c
    where c.utility_id = u.utility_id and c.next_fire_at is not null
    order by c.next_fire_at limit 1
  ) c
$$;
revoke all on function work_orders.next_firings() from public;
grant execute on function work_orders.next_firings() to gongshui_app;

-- An order is written again and again while it is open: room on its page keeps its indexes out of it.
alter table work_orders.work_order set (fillfactor = 85);

-- A flood of breaches writes several rows here for each: two indexes instead of three, and one key looked up instead of two
-- (whoever is staff of a utility is of a utility).
alter table notices.inbox drop constraint inbox_utility_id_fkey, drop constraint inbox_pkey;
drop index notices.inbox_of_staff;
alter table notices.inbox add primary key (utility_id, staff_id, inbox_id);
