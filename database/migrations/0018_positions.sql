-- Where an order is, and who says so: the register (of the premises, community or road that was chosen) or a person,
-- who set a pin on the map. A road or a junction is a place without any premises.
alter table work_orders.work_order
  add column position_by text check (position_by in ('register', 'person')),
  add column road_ids int[] not null default '{}';
update work_orders.work_order set position_by = 'register' where lon is not null and lat is not null;
alter table work_orders.work_order
  add constraint work_order_position check ((lon is null) = (lat is null) and (lon is null) = (position_by is null));

-- the pin as it was set for this caller; null: nobody set one
alter table requests.request
  add column lon double precision,
  add column lat double precision,
  add column road_ids int[] not null default '{}',
  add constraint request_pin check ((lon is null) = (lat is null));
