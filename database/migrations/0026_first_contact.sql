-- 首问负责、重复诉求、表扬批评曝光: who answers for a request, whether it was told before, and what needs no order.
alter table requests.request
  -- 首问责任人: the person, else the unit it was handed over to; both null: nobody has taken it yet
  add column owner_id int,
  add column owner_unit text,
  -- 不予受理: when the caller was told; null: he still has to be
  add column told_at timestamptz,
  -- 登记: closed with thanks, without an order
  add column registered_at timestamptz,
  add column registered_by int,
  -- requests of this phone or these premises within the window before it
  add column earlier int not null default 0,
  -- 重复诉求: the latest of them about the same matter
  add column repeat_of bigint,
  -- the phone without marks and country code; null where it is masked or too short to tell anybody by
  add column caller text generated always as (case when phone !~ '[*]' and length(regexp_replace(phone, '[^0-9]', '', 'g')) >= 7
    then regexp_replace(regexp_replace(phone, '[^0-9]', '', 'g'), '^(0086|86)(?=1[0-9]{10}$)', '') end) stored,
  add foreign key (utility_id, owner_id) references identity.staff,
  add foreign key (utility_id, owner_unit) references identity.department,
  add check (owner_id is null or owner_unit is null),
  drop constraint request_outcome_check,
  add constraint request_outcome_check check (outcome in ('draft', 'open', 'declined', 'registered'));
create index request_by_caller on requests.request (utility_id, caller, received_at desc) where caller is not null;
create index request_repeated on requests.request (utility_id, order_id) where repeat_of is not null;
create index request_of_owner on requests.request (utility_id, owner_id, order_id) where owner_id is not null;
create index request_of_unit on requests.request (utility_id, owner_unit, order_id) where owner_unit is not null;
create index request_of_voice on requests.request (utility_id, (split_part(event, '.', 1)), received_at desc);

-- What a desk received itself is its own from the beginning; imported letters are nobody's.
update requests.request set owner_id = recorded_by where outcome = 'open' and source is null;
update requests.request set told_at = declined_at where outcome = 'declined' and source is null;

-- 移交: the owner's record, first receipt aside.
create table requests.hand_over (
  utility_id int not null,
  request_id bigint not null,
  hand_over_id bigint not null generated always as identity,
  at timestamptz not null,
  by_id int not null,
  from_id int,
  from_unit text,
  to_id int,
  to_unit text,
  reason text not null check (reason <> ''),
  primary key (utility_id, request_id, hand_over_id),
  foreign key (utility_id, request_id) references requests.request,
  foreign key (utility_id, by_id) references identity.staff,
  foreign key (utility_id, to_id) references identity.staff,
  foreign key (utility_id, to_unit) references identity.department,
  check (num_nonnulls(to_id, to_unit) = 1)
);
select platform.isolate('requests.hand_over', 'select, insert');
create trigger append_only before update or delete on requests.hand_over
  for each row execute function platform.refuse_change();
