-- Lists say how many orders there are of each kind, up to a thousand: each count is a stretch of an index.
create index order_by_state on work_orders.work_order (utility_id, state, order_id);
create index order_urgent on work_orders.work_order (utility_id, due_state, sort_at, order_id)
  where closed_at is null and due_state in ('late', 'warned', 'paused');
