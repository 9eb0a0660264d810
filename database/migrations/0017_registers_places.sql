-- 道路: an order may stand on a road or a junction without any premises.
create table registers.road (
  utility_id int not null references identity.utility,
  road_id int not null,
  name text not null,
  district_id text not null,
  -- middle line as lon, lat, lon, lat …; empty: not drawn yet
  line double precision[] not null default '{}' check (cardinality(line) % 2 = 0 and cardinality(line) <> 2),
  primary key (utility_id, road_id),
  unique (utility_id, name, district_id),
  foreign key (utility_id, district_id) references identity.district
);
select platform.isolate('registers.road');

-- 小区 are known by name and district when a register is loaded a second time.
create index community_by_name on registers.community (utility_id, name);

-- 楼栋
create table registers.building (
  utility_id int not null,
  building_id int not null,
  community_id int not null,
  name text not null,
  -- how it is asked for: 3号楼, 三号楼 and 3栋 are all 3
  key text collate "C" not null,
  lon double precision,
  lat double precision,
  -- square of 0.002 degrees, for what is near a point
  cell bigint generated always as (floor(lat * 500)::bigint * 1000000 + floor(lon * 500)::bigint) stored,
  primary key (utility_id, building_id),
  unique (utility_id, community_id, name),
  foreign key (utility_id, community_id) references registers.community
);
select platform.isolate('registers.building');
create index building_by_key on registers.building (utility_id, key, community_id);
create index building_by_cell on registers.building (utility_id, cell) where cell is not null;

-- what has been registered so far names its buildings
insert into registers.building (utility_id, building_id, community_id, name, key)
select utility_id, row_number() over (partition by utility_id order by first), community_id, building,
  regexp_replace(lower(building), '^第?([a-z]?[0-9]+[a-z]?|[a-z])(号楼|栋|幢|座|号院|号|#|楼)?$', '\1')
from (select utility_id, community_id, building, min(premises_id) as first from registers.premises group by 1, 2, 3) as named;

alter table registers.premises
  -- of its own, when it is known better than by the building
  add column lon double precision,
  add column lat double precision,
  add column cell bigint generated always as (floor(lat * 500)::bigint * 1000000 + floor(lon * 500)::bigint) stored,
  -- address as it is searched: plain digits, no spaces
  add column address_key text collate "C" not null default '';
update registers.premises set address_key = lower(replace(normalize(address, nfkc), ' ', ''));
alter table registers.premises
  alter column address_key drop default,
  add foreign key (utility_id, community_id, building) references registers.building (utility_id, community_id, name);
drop index registers.premises_by_community;
create index premises_by_building on registers.premises (utility_id, community_id, building);
create index premises_by_address on registers.premises (utility_id, address_key);
create index premises_by_cell on registers.premises (utility_id, cell) where cell is not null;

-- 别名: old and popular names.
create table registers.alias (
  utility_id int not null references identity.utility,
  kind text not null check (kind in ('community', 'road', 'building')),
  place_id int not null,
  alias text not null,
  primary key (utility_id, kind, place_id, alias)
);
select platform.isolate('registers.alias');

-- What a name is found by, one row for each way to type it. Under row-level security neither `like` nor an
-- expression index serves: beginnings are ranges of this key, anything else is equality.
create table registers.place_key (
  utility_id int not null references identity.utility,
  form text not null check (form in ('name', 'short', 'tail', 'near', 'address', 'pinyin', 'pinyin-tail', 'initials', 'initials-tail')),
  key text collate "C" not null,
  kind text not null check (kind in ('community', 'road', 'building')),
  place_id int not null,
  -- the name or alias it was made from
  called text not null,
  alias boolean not null,
  primary key (utility_id, form, key, kind, place_id)
);
select platform.isolate('registers.place_key');
create index key_of_place on registers.place_key (utility_id, kind, place_id);
