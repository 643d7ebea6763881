-- Enters a decision about an address; one row, with its id.
insert into address_decision (county_code, address, outcome, area_id, lng, lat, reason, alias, decided_at, decided_by)
values (
  :countyCode::text, :address::text, :outcome::text, :areaId::int, :lng::float8, :lat::float8, :reason::text, :alias::text, :now::timestamptz, :by::text
)
returning id;
