-- 告知: what is told to whom, through which channel, and what became of it.

-- Templates 模板 a utility has written itself: each saving is a version of its own.
create table notices.template (
  utility_id int not null references identity.utility,
  event text not null,
  channel text not null,
  language text not null check (language in ('zh', 'en')),
  version int not null,
  subject text not null,
  body text not null,
  saved_at timestamptz not null,
  saved_by int not null,
  primary key (utility_id, event, channel, language, version),
  foreign key (utility_id, saved_by) references identity.staff
);
select platform.isolate('notices.template', 'select, insert');
create trigger append_only before update or delete on notices.template
  for each row execute function platform.refuse_change();

-- What there is to tell, once for all who are told: the words as they were when it was said.
create table notices.telling (
  utility_id int not null references identity.utility,
  telling_id bigint not null generated always as identity,
  event text not null,
  key text not null,
  -- by channel and language: {"sms": {"zh": {"subject": …, "body": …}}}; the name of who is addressed is not filled in
  wording jsonb not null,
  -- what was put into them
  variables jsonb not null,
  -- what it rests on
  clauses text[] not null,
  order_id bigint,
  request_id bigint,
  urgent boolean not null,
  proof boolean not null,
  told_at timestamptz not null,
  primary key (utility_id, telling_id),
  unique (utility_id, event, key)
);
select platform.isolate('notices.telling', 'select, insert, update');

-- One for each who is told: what is to be done next with it, and how far it came.
create table notices.notice (
  utility_id int not null,
  notice_id bigint not null generated always as identity,
  telling_id bigint not null,
  recipient text not null,
  order_id bigint,
  request_id bigint,
  staff_id int,
  name text,
  phone text,
  wechat text,
  email text,
  language text not null,
  urgent boolean not null,
  proof boolean not null,
  -- may be told at night
  night boolean not null,
  state text not null check (state in
    ('queued', 'sending', 'sent', 'delivered', 'read', 'to-serve', 'served', 'unknown', 'dead', 'given-up')),
  -- ways, in their order; the one it is on; null: there is none
  channels text[] not null,
  channel text,
  -- counts messages: another channel or another sending from the desk is another message
  hop smallint not null default 1,
  -- of this message
  tries smallint not null default 0,
  -- why it is not sent at once
  waits text check (waits in ('quiet', 'again')),
  due_at timestamptz not null,
  claimed_by uuid,
  claimed_until timestamptz,
  refusal text,
  created_at timestamptz not null,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  -- somebody acknowledged it, or it was written down how it was served
  proven_at timestamptz,
  primary key (utility_id, notice_id),
  unique (utility_id, telling_id, recipient),
  foreign key (utility_id, telling_id) references notices.telling,
  check (channel is not null or state in ('dead', 'served', 'given-up'))
);
select platform.isolate('notices.notice', 'select, insert, update');
create index notice_due on notices.notice (utility_id, due_at, notice_id) where state = 'queued';
create index notice_claimed on notices.notice (utility_id, claimed_until) where state = 'sending';
create index notice_at_desk on notices.notice (utility_id, state, notice_id) where state in ('dead', 'unknown', 'to-serve');
create index notice_unproven on notices.notice (utility_id, notice_id) where proof and proven_at is null;
create index notice_of_order on notices.notice (utility_id, order_id, notice_id) where order_id is not null;

-- 经过: everything that happened to it.
create table notices.step (
  utility_id int not null,
  notice_id bigint not null,
  step_id bigint not null generated always as identity,
  at timestamptz not null,
  kind text not null,
  channel text,
  hop smallint not null,
  staff_id int,
  detail jsonb,
  primary key (utility_id, notice_id, step_id)
);
select platform.isolate('notices.step', 'select, insert');
create trigger append_only before update or delete on notices.step
  for each row execute function platform.refuse_change();

-- 保密: of what is sealed nobody hears but who may see it.
create policy sealed on notices.telling as restrictive for select using (
  platform.staff_id() is null
  or ((order_id is null or work_orders.sees_order(order_id)) and (request_id is null or requests.sees_request(request_id))));
create policy sealed on notices.notice as restrictive for select using (
  platform.staff_id() is null
  or ((order_id is null or work_orders.sees_order(order_id)) and (request_id is null or requests.sees_request(request_id))));
create policy sealed on notices.step as restrictive for select using (
  platform.staff_id() is null
  or exists (select from notices.notice n where n.utility_id = step.utility_id and n.notice_id = step.notice_id));

-- How somebody wants to be told, by phone, WeChat or e-mail address.
create table notices.preference (
  utility_id int not null references identity.utility,
  recipient text not null,
  first text,
  refused text[] not null,
  language text check (language in ('zh', 'en')),
  night boolean not null,
  changed_at timestamptz not null,
  changed_by int,
  primary key (utility_id, recipient)
);
select platform.isolate('notices.preference', 'select, insert, update');

-- Through whose gateway a utility sends; absent: the simulator.
create table notices.gateway (
  utility_id int not null references identity.utility,
  channel text not null check (channel in ('sms', 'wechat', 'email')),
  provider text not null,
  options jsonb not null,
  changed_at timestamptz not null,
  changed_by int,
  primary key (utility_id, channel)
);
select platform.isolate('notices.gateway', 'select, insert, update');

-- Counted on, by the workers.
create table notices.tally (
  utility_id int not null references identity.utility,
  outcome text not null,
  counted bigint not null,
  primary key (utility_id, outcome)
);
select platform.isolate('notices.tally', 'select, insert, update');

-- The simulator 模拟网关: what it took, as a gateway elsewhere would keep it, and what it has still to report.
create table notices.simulated (
  utility_id int not null references identity.utility,
  serial bigint not null generated always as identity,
  channel text not null,
  message_id text not null,
  address text not null,
  subject text not null,
  body text not null,
  at timestamptz not null,
  primary key (utility_id, serial)
);
select platform.isolate('notices.simulated', 'select, insert');
create index simulated_message on notices.simulated (utility_id, channel, message_id);
create table notices.simulated_receipt (
  utility_id int not null,
  receipt_id bigint not null generated always as identity,
  channel text not null,
  message_id text not null,
  kind text not null check (kind in ('delivered', 'read', 'failed')),
  occurred_at timestamptz not null,
  -- when it is reported: late, and out of order
  report_at timestamptz not null,
  primary key (utility_id, receipt_id)
);
select platform.isolate('notices.simulated_receipt', 'select, insert, delete');
create index simulated_receipt_due on notices.simulated_receipt (utility_id, channel, report_at);
