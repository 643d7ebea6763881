-- What a person decided about an address that could not be placed, or not surely: one row each, for ever. The last one of an address
-- that was not taken back counts, for every record of the county's office with that address, whatever the dataset. `address` is the text as
-- written but for width and white space (geodata/geocode/address-key.ts); `reason` says why it cannot be placed; `alias` is the
-- stretch of it that was learnt as a further name of the area.
create table address_decision (
  id          integer generated always as identity primary key,
  county_code text not null,
  address     text not null,
  outcome     text not null check (outcome in ('area', 'position', 'nowhere')),
  area_id     integer references area,
  lng         float8,
  lat         float8,
  reason      text,
  alias       text,
  decided_at  timestamptz not null,
  decided_by  text not null,
  undone_at   timestamptz,
  undone_by   text,
  check ((outcome = 'nowhere') = (area_id is null)),
  check ((outcome = 'position') = (lng is not null and lat is not null))
);

create index address_decision_address_idx on address_decision (county_code, address);

-- Names that were given with a file of areas are replaced with the next file; listed ones stay, and those that a person taught stay
-- until they are taken back.
alter table area_alias
  add column source text not null default 'given' check (source in ('given', 'listed', 'learnt')),
  add column added_by text,
  add column added_at timestamptz;

-- Counts the changes of what addresses are placed by: names of areas, and decisions. The one row is also what whoever decides holds
-- until the records have moved, so that two who decide at once do so one after the other.
create table gazetteer_state (
  id        smallint primary key default 1 check (id = 1),
  names     bigint not null default 0,
  decisions bigint not null default 0
);

insert into gazetteer_state default values;

-- Records that a person may want to place, by their office and address: a small part of all, whatever is imported.
create index record_address_idx on record (
  dataset_id,
  hashtextextended(county_code || ' ' || btrim(regexp_replace(normalize(whereabouts ->> 'address', nfkc), '[ \t\n\r\f\v]+', ' ', 'g')), 0)
) where grade is null or grade = 'reviewed' or score < 0.8;

-- Decisions tell addresses of any place: they are for those who may see every area.
grant select on address_decision to sunmap_staff, sunmap_staff_all;
alter table address_decision enable row level security;
create policy staff_reads on address_decision for select to sunmap_staff using (
  (select current_setting('sunmap.all_areas', true)) = 'yes'
);
create policy all_read on address_decision for select to sunmap_staff_all using (true);
