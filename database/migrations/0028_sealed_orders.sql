-- 保密: complaints about the conduct of staff are sealed to the unit that looks into them, and hidden from the unit concerned,
-- whatever the role of its people. Decided here, once, for every statement of every module; see docs/decisions/0034.

-- On whose behalf a transaction reads; null: the system, which sees all.
create function platform.staff_id() returns int language sql stable parallel safe
  return nullif(current_setting('app.staff_id', true), '')::int;

alter table identity.staff drop constraint staff_roles_check;
alter table identity.staff add constraint staff_roles_check check (roles <@ array['desk-agent','dispatcher','department-head',
  'crew-member','reviewer','supervisor','manager','administrator','discipline-officer']);

alter table work_orders.work_order
  -- unit it is sealed to; null: it is not sealed
  add column sealed_to text,
  -- unit complained about, and the person, if known
  add column concerned_unit text,
  add column concerned_person text,
  -- who took it, until it is handed over
  add column taken_by int;
create index order_sealed on work_orders.work_order (utility_id, sealed_to, sort_at, order_id) where sealed_to is not null;

-- The unit it is sealed to, who took it, managers of the managing unit; never the person or anybody of the unit concerned or of a
-- unit below it. The search path keeps it from being inlined: it is asked for the few rows that are sealed.
create function work_orders.may_see_sealed(staff int, sealed_to text, concerned_unit text, concerned_person text, taken_by int)
returns boolean language sql stable cost 1 set search_path = pg_catalog as $$
  select exists (
    select from identity.staff s
    join identity.department d on d.utility_id = s.utility_id and d.department_id = s.department_id
    where s.utility_id = platform.utility_id() and s.staff_id = staff and s.active
      and s.name is distinct from concerned_person
      and (s.department_id = sealed_to or s.staff_id = taken_by or (d.kind = 'managing' and 'manager' = any (s.roles)))
      and not exists (
        with recursive own as (
          select s.department_id as id, 1 as depth
          union all
          select p.parent_id, own.depth + 1 from own join identity.department p on p.department_id = own.id
          where p.utility_id = s.utility_id and p.parent_id is not null and own.depth < 20)
        select from own where own.id = concerned_unit))
$$;

create policy sealed on work_orders.work_order as restrictive for select using (
  sealed_to is null or platform.staff_id() is null
  or work_orders.may_see_sealed(platform.staff_id(), sealed_to, concerned_unit, concerned_person, taken_by));

-- What belongs to an order is seen by whoever sees the order.
create function work_orders.sees_order(order_id bigint) returns boolean
language sql stable cost 1 set search_path = pg_catalog as $$
  select exists (
    select from work_orders.work_order o where o.utility_id = platform.utility_id() and o.order_id = sees_order.order_id)
$$;
create policy sealed on work_orders.attachment as restrictive for select using (
  platform.staff_id() is null or work_orders.sees_order(order_id));
create policy sealed on work_orders.ask as restrictive for select using (
  platform.staff_id() is null or work_orders.sees_order(order_id));
create policy sealed on notices.fact as restrictive for select using (
  order_id is null or platform.staff_id() is null or work_orders.sees_order(order_id));

-- Its order is sealed: kept here so that searching a million requests asks about none of the others.
alter table requests.request add column sealed boolean not null default false;
create policy sealed on requests.request as restrictive for select using (
  not sealed or platform.staff_id() is null or work_orders.sees_order(order_id));

create function requests.sees_request(request_id bigint) returns boolean
language sql stable cost 1 set search_path = pg_catalog as $$
  select exists (
    select from requests.request r where r.utility_id = platform.utility_id() and r.request_id = sees_request.request_id)
$$;
create policy sealed on imports.row as restrictive for select using (
  platform.staff_id() is null or became ->> 'requestId' is null or requests.sees_request((became ->> 'requestId')::bigint));

-- Who looked at whose number names the order.
create policy sealed on identity.audit as restrictive for select using (
  platform.staff_id() is null
  or case split_part(object, ':', 1)
    when 'order' then work_orders.sees_order(split_part(object, ':', 2)::bigint)
    when 'request' then requests.sees_request(split_part(object, ':', 2)::bigint)
    else true end);
