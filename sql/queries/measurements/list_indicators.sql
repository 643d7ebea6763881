-- The indicators of a measurement as JSON text, in order of code; of some areas when they are named.
select
  area_id          as "areaId",
  indicators::text as indicators
from area_indicator
where measurement_id = :measurementId::int
  and (:areaIds::int[] is null or area_id = any(:areaIds::int[]))
order by indicators ->> 'code';
