-- Stores the indicators of areas. One row: how many.
with stored as (
  insert into area_indicator (measurement_id, area_id, tier, indicators)
  select :measurementId::int, area_id, tier, indicators
  from unnest(:areaIds::int[], :tiers::text[], :indicators::jsonb[]) as entry (area_id, tier, indicators)
  returning 1
)
select count(*)::int as stored from stored;
