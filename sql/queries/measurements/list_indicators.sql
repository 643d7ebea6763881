-- The indicators of a measurement as JSON text, in order of code; of some areas when they are named. In the list of all, the
-- areas that nobody is told to look at come without the parts of their verdict, which are most of the bytes.
select
  area_id as "areaId",
  case
    when :areaIds::int[] is null and tier in ('normal', 'grey') then (indicators || '{"parts": []}'::jsonb)::text
    else indicators::text
  end     as indicators
from area_indicator
where measurement_id = :measurementId::int
  and (:areaIds::int[] is null or area_id = any(:areaIds::int[]))
order by indicators ->> 'code';
