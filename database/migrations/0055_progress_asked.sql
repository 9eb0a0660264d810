-- 告知客户: what somebody told the callers because the rulebook wants it; recorded in the order once it has gone out.
create table progress.asked (
  utility_id int not null,
  order_id bigint not null,
  -- of the rulebook
  notice text not null,
  request_id bigint not null,
  -- what goes out
  notice_id bigint not null,
  asked_by int not null,
  asked_at timestamptz not null,
  recorded_at timestamptz,
  -- why it could not be recorded
  refusal text,
  primary key (utility_id, order_id, notice, request_id),
  foreign key (utility_id, order_id) references work_orders.work_order,
  foreign key (utility_id, notice_id) references notices.notice,
  foreign key (utility_id, asked_by) references identity.staff
);
create index asked_open on progress.asked (utility_id, asked_at) where recorded_at is null and refusal is null;
select platform.isolate('progress.asked', 'select, insert, update');
create policy sealed on progress.asked as restrictive for select using (
  platform.staff_id() is null or work_orders.sees_order(order_id));
