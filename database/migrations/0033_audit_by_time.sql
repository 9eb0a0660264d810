-- The audit page: who did what when, by person, by thing, by time, page by page. What was done to orders stands in their log.
create index audit_by_time on identity.audit (utility_id, at, audit_id);
create index audit_by_staff on identity.audit (utility_id, staff_id, at, audit_id);
create index audit_by_object on identity.audit (utility_id, object, at, audit_id);
create index event_by_time on work_orders.event (utility_id, recorded_at, order_id, seq) where staff_id is not null;
create index event_by_staff on work_orders.event (utility_id, staff_id, recorded_at, order_id, seq) where staff_id is not null;
