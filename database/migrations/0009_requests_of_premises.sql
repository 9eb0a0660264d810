-- 同一用水地址的诉求: recent ones on an order's page, all of them by account number.
create index request_of_premises on requests.request (utility_id, premises_id, received_at desc);
-- clocks that wait for a calendar: read again when one has been published
create index clock_waiting on work_orders.clock (utility_id, order_id) where state = 'waiting-calendar';
