-- Stores the indicators of areas, given as one JSON text a line (a line break within JSON is written \n; an empty line of `briefs`
-- is none). One row: how many.
with stored as (
  insert into area_indicator (measurement_id, area_id, tier, indicators, brief)
  select :measurementId::int, area_id, tier, indicators, brief
  from unnest(
    :areaIds::int[], :tiers::text[], string_to_array(:indicators::text, E'\n')::json[],
    string_to_array(:briefs::text, E'\n', '')::json[]
  ) as entry (area_id, tier, indicators, brief)
  returning 1
)
select count(*)::int as stored from stored;
